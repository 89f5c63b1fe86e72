import type { ProfileTable } from "../../sources/us-ooh/profile-extract.ts";
import type { Fact } from "../model/model.ts";
import { provenanceOf, refuse, remark, required } from "../pages/page.ts";
import { countOf, isSameCount } from "../wording/count.ts";
import { ALL, type Group, type GroupNames } from "./groups.ts";
import { industryOf } from "./industries.ts";
import { type PageContext, refuseUnread, refuseWithoutTable } from "./page.ts";
import type { QuickFacts } from "./quick-facts.ts";
import {
  DETAILED_EMPLOYMENT,
  HELD_JOBS,
  LARGEST_EMPLOYERS,
  type Sentence,
  SIGNS,
  sentencesOf,
} from "./sentences.ts";

type Held = Sentence<"subject" | "jobs" | "year">;

/** Jobs and employer shares: of the whole occupation, and of each part that the page tells apart. */
export function employmentFrom(page: PageContext, quickFacts: QuickFacts, groups: GroupNames): Fact[] {
  const held = sentencesOf(HELD_JOBS, page.extract.prose.workEnvironment);
  refuseUnread(page, SIGNS.heldJobs, page.extract.prose.workEnvironment, held);
  if (held.length === 0) refuse(page, { text: "", at: "#tab-3" }, "the sentence “… held about … jobs in …”");
  const tables = page.extract.tables.filter((table) => table.tab === "work-environment");
  const { workEnvironment: prose } = page.extract.prose;
  refuseWithoutTable(
    page,
    [...sentencesOf(LARGEST_EMPLOYERS, prose), ...sentencesOf(DETAILED_EMPLOYMENT, prose)],
    tables,
  );
  remarkOnMissing(page, held, tables);
  return [
    jobsOfAll(page, quickFacts),
    ...held.flatMap((sentence) =>
      jobsOfGroup(page, sentence, groupOfHeld(sentence, held, quickFacts, groups), quickFacts),
    ),
    ...tables.flatMap((table) => factsOfTable(page, table, held, quickFacts, groups)),
  ];
}

/** Every sentence about jobs is followed by the largest employers, or by the detailed occupations. */
function remarkOnMissing(page: PageContext, held: readonly Held[], tables: readonly ProfileTable[]): void {
  for (const { text, at } of held)
    if (!tables.some(({ introduction }) => introduction?.at === at))
      remark(page, "no-employers", at, `No table follows “${text}”`);
}

function employment(
  page: PageContext,
  group: Group,
  jobs: number,
  year: number,
  place: { at: string; raw: string },
): Fact {
  return {
    table: "employment",
    row: {
      occupation_id: page.id,
      area: "US",
      industry_id: null,
      ...group,
      jobs,
      qualifier: "exact",
      relative_error_percent: null,
      reference_period: `${year}`,
      ...provenanceOf(page, place),
    },
  };
}

function jobsOfAll(page: PageContext, { jobs }: QuickFacts): Fact {
  const { at, label, value } = jobs.quote;
  return employment(page, ALL, jobs.count, jobs.inYear, { at, raw: `${label} ${value}` });
}

/** Whose jobs a sentence counts. Where it is the only one and counts all of them, it is about all of the occupation. */
function groupOfHeld(
  { parts, at }: Held,
  held: readonly Held[],
  { jobs }: QuickFacts,
  groups: GroupNames,
): Group {
  return groups.inProse(parts.subject, at, held.length === 1 && isSameCount(parts.jobs, jobs.count));
}

/** The jobs of a part of the occupation. Those of the whole are a check of the quick facts, not a second fact. */
function jobsOfGroup(page: PageContext, sentence: Held, group: Group, { jobs }: QuickFacts): Fact[] {
  if (group.group_title === null) {
    if (!isSameCount(sentence.parts.jobs, jobs.count) || Number(sentence.parts.year) !== jobs.inYear)
      refuse(page, sentence, `about ${jobs.count} jobs in ${jobs.inYear}, as the quick facts say`);
    return [];
  }
  if (Number(sentence.parts.year) !== jobs.inYear)
    refuse(page, sentence, `jobs in ${jobs.inYear}, the year of the quick facts`);
  checkAgainstProjections(page, group, sentence.parts.jobs, sentence);
  const count = required(page, sentence, "a number of jobs", countOf(sentence.parts.jobs));
  return [
    employment(page, group, count, Number(sentence.parts.year), { at: sentence.at, raw: sentence.text }),
  ];
}

/** The projections table states the same jobs for the same part. */
function checkAgainstProjections(
  page: PageContext,
  group: Group,
  jobs: string,
  place: { text: string; at: string },
): void {
  if (group.group_id === null) return;
  const row = page.extract.projections?.rows.find(({ code }) => `us-soc-2018/${code}` === group.group_id);
  const base = row === undefined ? undefined : countOf(row.base);
  if (base !== undefined && !isSameCount(jobs, base))
    refuse(page, place, `${row?.base} jobs, as the projections table says`);
}

function factsOfTable(
  page: PageContext,
  table: ProfileTable,
  held: readonly Held[],
  quickFacts: QuickFacts,
  groups: GroupNames,
): Fact[] {
  const introduction = table.introduction === null ? [] : [table.introduction];
  const [employers] = sentencesOf(LARGEST_EMPLOYERS, introduction);
  if (employers !== undefined) {
    const { subject } = employers.parts;
    const [only, ...others] = held;
    const isSameSubject = only?.parts.subject.toLowerCase() === subject.toLowerCase();
    const group = groups.inProse(subject, employers.at, isSameSubject && others.length === 0);
    return sharesFrom(page, table, group, yearOf(page, group, held, quickFacts, groups));
  }
  const [detailed] = sentencesOf(DETAILED_EMPLOYMENT, introduction);
  if (detailed !== undefined) return detailsFrom(page, table, quickFacts, groups);
  const words = table.introduction?.text ?? "no sentence";
  remark(page, "table-not-understood", table.at, `A table after “${words}” is left to the prose.`);
  return [];
}

/** The year that the shares are about is the one in which the group's jobs were counted. */
function yearOf(
  page: PageContext,
  group: Group,
  held: readonly Held[],
  quickFacts: QuickFacts,
  groups: GroupNames,
): number {
  const same = held.find(
    (sentence) => groupOfHeld(sentence, held, quickFacts, groups).group_title === group.group_title,
  );
  if (same !== undefined) return Number(same.parts.year);
  if (group.group_title === null) return quickFacts.jobs.inYear;
  const words = { text: group.group_title, at: "#tab-3" };
  return refuse(page, words, "a sentence that tells how many jobs they held, and when");
}

/** Employer shares run from the largest down, the percent sign on the first one only, or on all. */
function sharesFrom(page: PageContext, table: ProfileTable, group: Group, year: number): Fact[] {
  const areAllSigned = table.rows.every(({ value }) => value.endsWith("%"));
  let above = 100;
  let sum = 0;
  const named = new Set<string>();
  return table.rows.flatMap((row, index) => {
    const words = { text: `${row.label} ${row.value}`, at: row.at };
    if (named.has(row.label)) refuse(page, words, "an employer that the list has not named yet");
    named.add(row.label);
    const [, number, sign] = /^(\d{1,3})(%?)$/.exec(row.value) ?? [];
    const percent = required(
      page,
      words,
      "a whole percent",
      number === undefined ? undefined : Number(number),
    );
    if (!areAllSigned && (sign === "%") !== (index === 0))
      refuse(page, words, "a percent sign on the first row, and there only");
    if (percent > above) refuse(page, words, `a share no larger than the ${above} percent above it`);
    above = percent;
    sum += percent;
    // Each of the shares is rounded, so together they can exceed 100 by half a point each.
    if (sum > 100 + table.rows.length / 2) refuse(page, words, "shares that sum to 100 percent at most");
    const { id, fact } = industryOf(page, row.label, row.at);
    return [
      fact,
      {
        table: "employer_share",
        row: {
          occupation_id: page.id,
          area: "US",
          ...group,
          rank: index + 1,
          industry_id: id,
          percent,
          qualifier: "exact",
          basis: "published",
          reference_period: `${year}`,
          ...provenanceOf(page, { at: row.at, raw: words.text }),
        },
      } satisfies Fact,
    ];
  });
}

/** Jobs of the detailed occupations, which the projections table states as well. */
function detailsFrom(
  page: PageContext,
  table: ProfileTable,
  { jobs }: QuickFacts,
  groups: GroupNames,
): Fact[] {
  let sum = 0;
  const facts = table.rows.map((row) => {
    const words = { text: `${row.label} ${row.value}`, at: row.at };
    const count = required(page, words, "a number of jobs", countOf(row.value));
    sum += count;
    const group = groups.inTable(row.label, row.at);
    checkAgainstProjections(page, group, row.value, words);
    return employment(page, group, count, jobs.inYear, { at: row.at, raw: words.text });
  });
  // Every count is rounded to hundreds.
  if (Math.abs(sum - jobs.count) > 50 * (facts.length + 1))
    refuse(page, { text: `${sum}`, at: table.at }, `detailed occupations that add up to ${jobs.count} jobs`);
  return facts;
}
