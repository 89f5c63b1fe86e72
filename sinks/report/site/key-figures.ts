import { addressOf } from "./addresses.ts";
import { type Child, element, link } from "./element.ts";
import { count, NOT_PUBLISHED, percent, periodWords, qualified, signed } from "./figures.ts";
import { laterFigure } from "./later-figure.ts";
import type { Listed, ListedOccupation } from "./listed.ts";
import type { Page, Projection, Wage } from "./page.ts";
import { figure } from "./provenance.ts";
import { amountWords, PERIODS, statisticWords, wageTitle, wholeWage, wholeWages } from "./wage-words.ts";
import { isWhole, latestOf } from "./whole.ts";

/** A main number: what it is, the number, and what it is of. */
type KeyFigure = { readonly label: string; readonly value: Child; readonly note?: Child };

/** All that an occupation of the country is measured by, in one row. */
const ALL_OCCUPATIONS: Readonly<Record<string, string>> = { US: "us-soc-2018/00-0000" };

/** The main numbers of an occupation, in the order of a career site; what is not published is said in words. */
export function keyFigures(page: Page, list: Listed): HTMLElement {
  const figures = [
    ...payFigures(page),
    ...bandFigures(page),
    ...jobsFigures(page),
    ...outlookFigures(page, list),
    ...requirementFigures(page),
    ...hoursFigures(page),
  ];
  return element(
    "dl",
    { class: "key-figures" },
    ...figures.map(({ label, value, note }) =>
      element(
        "div",
        {},
        element("dt", {}, label),
        element("dd", {}, element("span", { class: "key-value" }, value)),
        note === undefined ? null : element("dd", { class: "note" }, note),
      ),
    ),
  );
}

function payFigures(page: Page): KeyFigure[] {
  const whole = page.wages.filter(isWhole);
  if (whole.some(({ statistic }) => statistic === "starter")) return editorialFigures(page);
  if (whole.length === 0) return page.wages.length === 0 ? [unpublishedPay()] : [partsOnly()];
  const medians = PERIODS.map((period) => wholeWage(page, "median", period));
  const shown = medians.filter((wage) => wage !== undefined);
  if (shown.length === 0) return [unpublishedPay()];
  const [yearly, , hourly] = medians;
  return [
    ...(yearly === undefined
      ? [{ label: "Median pay, yearly", value: "paid by the hour; no yearly figure is published" }]
      : []),
    ...shown.map((wage) => ({
      label: `Median pay, ${{ year: "yearly", week: "weekly", hour: "hourly" }[wage.period]}`,
      value: figure(amountWords(wage), wage, page, wageTitle(wage)),
      note: element("span", {}, periodWords(wage.reference_period), ...lastPublished(wage, page)),
    })),
    ...(hourly === undefined
      ? [{ label: "Median pay, hourly", value: "no hourly figure is published" }]
      : []),
  ];
}

/** Where the newest edition leaves a figure out, the last one that had it. */
function lastPublished(wage: Wage, page: Page): Child[] {
  if (wage.amount !== null) return [];
  const older = wholeWages(page, wage.statistic, wage.period).find(({ amount }) => amount !== null);
  if (older === undefined) return [];
  const words = figure(amountWords(older), older, page, wageTitle(older));
  return ["; last published: ", words, ` (${periodWords(older.reference_period)})`];
}

function unpublishedPay(): KeyFigure {
  return { label: "Median pay", value: NOT_PUBLISHED };
}

function partsOnly(): KeyFigure {
  return { label: "Median pay", value: "published for parts of the occupation only: see Pay" };
}

/** What a careers service says of starters and of the experienced is no statistic. */
function editorialFigures(page: Page): KeyFigure[] {
  return ["starter", "experienced"].flatMap((statistic) => {
    const wage = wholeWage(page, statistic, "year");
    if (wage === undefined) return [];
    return [
      {
        label: `${statisticWords(statistic)}, yearly`,
        value: figure(amountWords(wage), wage, page, wageTitle(wage)),
        note: "what the careers service tells, without a date; not a median",
      },
    ];
  });
}

function bandFigures(page: Page): KeyFigure[] {
  return latestOf(page.pay_bands).map((band) => ({
    label: "Pay band",
    value: figure(band.text, band, page, "Pay band"),
    note: periodWords(band.reference_period),
  }));
}

function jobsFigures(page: Page): KeyFigure[] {
  const [row] = latestOf(page.employment.filter(isWhole));
  if (row === undefined) return [{ label: "Number of jobs", value: NOT_PUBLISHED }];
  const words = qualified(row.jobs === null ? null : count(row.jobs), row.qualifier);
  return [
    {
      label: "Number of jobs",
      value: figure(words, row, page, `Number of jobs, ${periodWords(row.reference_period)}`),
      note: `${periodWords(row.reference_period)}, ${row.area}`,
    },
  ];
}

function outlookFigures(page: Page, list: Listed): KeyFigure[] {
  const own = page.projections
    .filter(isWhole)
    .toSorted((one, other) => other.target_year - one.target_year)[0];
  if (own !== undefined) return projectionFigures(own, page, list);
  const listed = list.byId.get(page.id);
  return listed === undefined || listed.projected_id === null
    ? [{ label: "Growth", value: NOT_PUBLISHED }]
    : [widerFigure(listed, listed.projected_id, list)];
}

function projectionFigures(own: Projection, page: Page, list: Listed): KeyFigure[] {
  const years = `${own.base_year} to ${own.target_year}`;
  const told = (words: string, what: string) => figure(words, own, page, `${what}, ${years}`);
  const { change_jobs, change_percent, annual_openings, outlook, area, qualifier } = own;
  const where = area === "US" ? "" : `, ${area}`;
  return [
    {
      label: change_jobs !== null && change_jobs < 0 ? "Jobs lost" : "Jobs added",
      value: told(qualified(change_jobs === null ? null : signed(change_jobs), qualifier), "Jobs added"),
      note: `${years}${where}`,
    },
    {
      label: "Growth",
      value: told(
        qualified(change_percent === null ? null : `${signed(change_percent)}%`, qualifier),
        "Growth",
      ),
      ...noteOf([...(outlook === null ? [] : [`${outlook}. `]), ...besideAll(page, own, list)]),
    },
    ...(area === "US"
      ? [
          {
            label: "Openings a year",
            value: told(annual_openings === null ? NOT_PUBLISHED : count(annual_openings), "Openings a year"),
            note: `average, ${years}`,
          },
        ]
      : []),
  ];
}

/** A note, where there is anything to note. */
function noteOf(parts: readonly Child[]): Pick<KeyFigure, "note"> {
  return parts.length === 0 ? {} : { note: element("span", {}, ...parts) };
}

/** "All occupations: +3.1%" */
function besideAll(page: Page, own: Projection, list: Listed): Child[] {
  const id = ALL_OCCUPATIONS[page.country ?? ""];
  const all = id === undefined ? undefined : list.byId.get(id);
  if (id === undefined || all === undefined || all.growth_percent === null || page.id === id) return [];
  if (all.base_year !== own.base_year || all.target_year !== own.target_year) return [];
  const words = `${signed(all.growth_percent)}%`;
  return ["All occupations: ", laterFigure(words, id, projectionOf, "Growth of all occupations")];
}

/** The projection that main numbers are taken from. */
export function projectionOf(page: Page): Projection | undefined {
  return page.projections.filter(isWhole).toSorted((one, other) => other.target_year - one.target_year)[0];
}

function widerFigure(listed: ListedOccupation, id: string, list: Listed): KeyFigure {
  const { growth_percent, change_jobs, base_year, target_year, projected_area } = listed;
  const years = `${base_year} to ${target_year}`;
  const words =
    change_jobs === null
      ? NOT_PUBLISHED
      : `${signed(change_jobs)} jobs${growth_percent === null ? "" : ` (${signed(growth_percent)}%)`}`;
  return {
    label: "Growth of the wider group",
    value: laterFigure(words, id, projectionOf, `Jobs added, ${years}`),
    note: element(
      "span",
      {},
      `${years}, ${projected_area}. Published for the wider group only: `,
      link(addressOf(id), list.byId.get(id)?.title ?? id),
    ),
  };
}

const REQUIREMENTS = [
  ["entry-education", "Typical education"],
  ["work-experience", "Work experience"],
  ["on-the-job-training", "On-the-job training"],
] as const;

/** The handbook states all three for nearly every occupation; other catalogues have no such fields. */
function requirementFigures(page: Page): KeyFigure[] {
  return REQUIREMENTS.flatMap(([kind, label]): KeyFigure[] => {
    const rows = page.requirements.filter((row) => row.kind === kind);
    if (rows.length > 0) return rows.map((row) => ({ label, value: figure(row.text, row, page, label) }));
    return page.scheme === "us-ooh" ? [{ label, value: NOT_PUBLISHED }] : [];
  });
}

function hoursFigures(page: Page): KeyFigure[] {
  const rows = page.working_hours.filter((row) => row.group_title === null);
  const typical = rows.filter(({ statistic }) => statistic === "typical");
  const [paid] = latestOf(rows.filter(({ statistic }) => statistic === "median"));
  return [
    ...typical.map((row) => ({
      label: "Typical hours",
      value: figure(hoursWords(row.value, row.low, row.high, row.detail), row, page, "Typical hours"),
      note: [row.pattern, row.pattern_detail].filter((part) => part !== null).join(", ") || undefined,
    })),
    ...(paid === undefined
      ? []
      : [
          {
            label: "Paid hours a week, median",
            value: figure(
              qualified(paid.value === null ? null : count(paid.value), paid.qualifier),
              paid,
              page,
              "Paid hours a week, median",
            ),
            note: periodWords(paid.reference_period),
          },
        ]),
  ];
}

function hoursWords(
  value: number | null,
  low: number | null,
  high: number | null,
  detail: string | null,
): string {
  const hours =
    value !== null ? count(value) : low === null || high === null ? "varies" : `${low} to ${high}`;
  return detail === null ? hours : `${hours} ${detail}`;
}

/** Shares and other percents: "59%", "about 85.03%". */
export function shareWords({
  percent: share,
  qualifier,
}: {
  percent: number | null;
  qualifier: "exact" | null | string;
}): string {
  return qualified(share === null ? null : percent(share), qualifier as "exact");
}
