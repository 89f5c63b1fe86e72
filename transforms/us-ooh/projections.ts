import type { ProjectionTable } from "../../sources/us-ooh/profile-extract.ts";
import type { Fact } from "../model/model.ts";
import { provenanceOf, refuse, required } from "../pages/page.ts";
import { countOf, signedCountOf } from "../wording/count.ts";
import { spanOf } from "../wording/period.ts";
import { isSocCode } from "../wording/soc-code.ts";
import { ALL, type Group, type GroupNames } from "./groups.ts";
import { type PageContext, refuseUnread } from "./page.ts";
import type { QuickFacts } from "./quick-facts.ts";
import { GROWTH, OPENINGS, type Sentence, SIGNS, sentencesOf } from "./sentences.ts";

type Row = ProjectionTable["rows"][number];

/** A row of the projections table as numbers. */
type Figures = {
  readonly base: number;
  readonly target: number;
  readonly change: number;
  readonly percent: number;
};

/**
 * The row that is about the whole occupation: the one that says again what the quick facts say. Should two say it, the
 * whole is the one without a code, or the one with the page's title.
 */
export function mainRowOf(page: PageContext, quickFacts: QuickFacts): number {
  const rows = tableOf(page).rows;
  const indexes = [...rows.keys()].filter(
    (index) => countOf(rows[index]?.base ?? "") === quickFacts.jobs.count,
  );
  const title = page.extract.title.text.toLowerCase();
  const isWhole = (index: number) =>
    !isSocCode(rows[index]?.code ?? "") || rows[index]?.title.toLowerCase() === title;
  const candidates = indexes.length > 1 ? indexes.filter(isWhole) : indexes;
  const [main] = candidates;
  if (main === undefined || candidates.length > 1)
    return refuse(
      page,
      { text: rows.map((row) => `${row.title}: ${row.base}`).join(" | "), at: tableOf(page).at },
      `one row with the ${quickFacts.jobs.quote.value} jobs of the quick facts`,
    );
  return main;
}

function tableOf(page: PageContext): ProjectionTable {
  return (
    page.extract.projections ?? refuse(page, { text: "", at: "#outlook-table" }, "the projections table")
  );
}

/** One projection for each row of the table; the whole occupation's has the openings and the words as well. */
export function projectionsFrom(
  page: PageContext,
  quickFacts: QuickFacts,
  main: number,
  groups: GroupNames,
): Fact[] {
  checkYears(page, quickFacts);
  checkChart(page, main, groups);
  const openings = openingsOn(page, groups);
  checkGrowth(page, quickFacts, groups);
  return tableOf(page).rows.map((row, index) => {
    const figures = figuresOf(page, row);
    checkArithmetic(page, row, figures);
    if (index === main) {
      checkQuickFacts(page, row, figures, quickFacts);
      return wholeProjection(page, row, figures, quickFacts, openings);
    }
    return projection(page, row, figures, quickFacts, groupOf(row));
  });
}

/** The row's own words are the group's name, whatever other rows are called. */
function groupOf(row: Row): Group {
  return { group_title: row.title, group_id: isSocCode(row.code) ? `us-soc-2018/${row.code}` : null };
}

function figuresOf(page: PageContext, row: Row): Figures {
  const read = (text: string, expected: string, value: number | undefined) =>
    required(page, { text, at: row.at }, expected, value);
  return {
    base: read(row.base, "a number of jobs", countOf(row.base)),
    target: read(row.target, "a number of jobs", countOf(row.target)),
    change: read(row.change, "a change in jobs", signedCountOf(row.change)),
    percent: read(row.percent, "a whole percent", signedCountOf(row.percent)),
  };
}

function projection(
  page: PageContext,
  row: Row,
  figures: Figures,
  { outlook }: QuickFacts,
  group: Group,
): Fact {
  return {
    table: "projection",
    row: {
      occupation_id: page.id,
      area: "US",
      industry_id: null,
      ...group,
      qualifier: "exact",
      base_year: outlook.base,
      target_year: outlook.target,
      base_jobs: figures.base,
      target_jobs: figures.target,
      change_jobs: figures.change,
      change_percent: figures.percent,
      annual_openings: null,
      outlook: null,
      ...provenanceOf(page, { at: row.at, raw: wordsOf(row) }),
    },
  };
}

function wholeProjection(
  page: PageContext,
  row: Row,
  figures: Figures,
  quickFacts: QuickFacts,
  openings: Sentence<"openings" | "subject">,
): Fact {
  const { quote, words } = quickFacts.outlook;
  const fact = projection(page, row, figures, quickFacts, ALL);
  if (fact.table !== "projection") return fact;
  const annual = required(page, openings, "a number of openings", countOf(openings.parts.openings));
  const places = [
    { at: row.at, raw: wordsOf(row) },
    { at: quote.at, raw: `${quote.label} ${quote.value}` },
    { at: openings.at, raw: openings.text },
  ];
  return {
    table: "projection",
    row: { ...fact.row, annual_openings: annual, outlook: words, ...provenanceOf(page, ...places) },
  };
}

function wordsOf(row: Row): string {
  return [row.title, row.code, row.base, row.target, row.percent, row.change].join(" ");
}

/** The openings of the whole occupation, which the Summary and the outlook tab both state. */
function openingsOn(page: PageContext, groups: GroupNames): Sentence<"openings" | "subject"> {
  const { outlook, summary } = page.extract.prose;
  const all = [...outlook, ...summary];
  const sentences = sentencesOf(OPENINGS, all);
  refuseUnread(page, SIGNS.openings, all, sentences);
  const [stated, ...others] = sentences.filter(
    ({ parts, at }) => groups.inProse(parts.subject, at).group_title === null,
  );
  if (stated === undefined)
    return refuse(
      page,
      { text: "", at: "#tab-6" },
      "the sentence “About … openings for … are projected each year …”",
    );
  for (const other of others)
    if (other.parts.openings !== stated.parts.openings)
      refuse(page, other, `${stated.parts.openings} openings, as ${stated.at} says`);
  return stated;
}

/** Caption and headers of the table name the years of the quick facts. */
function checkYears(page: PageContext, { outlook, jobs }: QuickFacts): void {
  const table = tableOf(page);
  const { baseLabel, targetLabel, changeLabel, caption } = table;
  const words = { text: `${caption} | ${baseLabel} | ${targetLabel} | ${changeLabel}`, at: table.at };
  const spans = [caption, changeLabel].map((label) => spanOf(/\d{4}[–-]\d{2,4}/.exec(label)?.[0] ?? ""));
  const isSame = (span: ReturnType<typeof spanOf>) =>
    span?.base === outlook.base && span.target === outlook.target;
  if (
    !spans.every(isSame) ||
    !baseLabel.endsWith(`${outlook.base}`) ||
    !targetLabel.endsWith(`${outlook.target}`)
  )
    refuse(page, words, `the years ${outlook.base} and ${outlook.target} of the quick facts`);
  if (jobs.inYear !== outlook.base)
    refuse(
      page,
      { text: jobs.quote.label, at: jobs.quote.at },
      `${outlook.base}, where the projection begins`,
    );
}

/** The chart of the outlook tab shows the percents of the table. */
function checkChart(page: PageContext, main: number, groups: GroupNames): void {
  const { rows } = tableOf(page);
  for (const { tab, bars } of page.extract.charts) {
    if (tab !== "job-outlook") continue;
    for (const { label, value, at } of bars) {
      const group = groups.find(label);
      const row =
        group?.group_title === null ? rows[main] : rows.find(({ title }) => title === group?.group_title);
      if (row !== undefined && value !== `${row.percent}%`)
        refuse(page, { text: `${label} ${value}`, at }, `${row.percent}%, as the projections table says`);
    }
  }
}

function checkQuickFacts(page: PageContext, row: Row, figures: Figures, quickFacts: QuickFacts): void {
  const { outlook, change } = quickFacts;
  if (figures.percent !== outlook.percent || figures.change !== change.count)
    refuse(
      page,
      { text: wordsOf(row), at: row.at },
      `${outlook.percent} percent and ${change.count} jobs, as the quick facts say`,
    );
}

/** Base and target are rounded to hundreds each, the percent to one; the change is the publisher's own rounding. */
function checkArithmetic(page: PageContext, row: Row, { base, target, change, percent }: Figures): void {
  if ([base, target, change].some((jobs) => jobs % 100 !== 0))
    refuse(page, { text: wordsOf(row), at: row.at }, "jobs in hundreds");
  if (Math.abs(base + change - target) > 150)
    refuse(page, { text: wordsOf(row), at: row.at }, "employment that changes by as much as is stated");
  const slack = 0.5 + (100 * 150) / Math.max(base, 1);
  if (Math.abs((100 * change) / Math.max(base, 1) - percent) > slack)
    refuse(page, { text: wordsOf(row), at: row.at }, "a percent that agrees with the numbers");
}

/** Where the prose states the growth of the whole occupation, it states that of the quick facts. */
function checkGrowth(page: PageContext, { outlook }: QuickFacts, groups: GroupNames): void {
  const { summary, outlook: tab } = page.extract.prose;
  const sentences = sentencesOf(GROWTH, [...summary, ...tab]);
  refuseUnread(page, SIGNS.growth, [...summary, ...tab], sentences);
  for (const sentence of sentences) {
    const { subject, direction, percent, base, target } = sentence.parts;
    // A sentence about a part of the occupation is no statement about the whole.
    if (groups.find(subject)?.group_title !== null) continue;
    const stated = direction === "" ? undefined : Number(percent) * (direction === "grow" ? 1 : -1);
    const isSame = stated === undefined ? Math.abs(outlook.percent) <= 1 : stated === outlook.percent;
    const isSamePeriod = Number(base) === outlook.base && Number(target) === outlook.target;
    if (!isSame || !isSamePeriod)
      refuse(
        page,
        sentence,
        `a growth of ${outlook.percent} percent from ${outlook.base} to ${outlook.target}`,
      );
  }
}
