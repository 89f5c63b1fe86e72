import { bars } from "./bars.ts";
import { type Child, element } from "./element.ts";
import { money, periodWords, perPeriod } from "./figures.ts";
import type { Page, Wage } from "./page.ts";
import { percentilePlot } from "./percentile-plot.ts";
import { figure } from "./provenance.ts";
import { seriesPlot } from "./series-plot.ts";
import { table } from "./table.ts";
import { amountWords, PERIODS, statisticWords, wageTitle } from "./wage-words.ts";
import { groupedBy, isWhole, latestOf } from "./whole.ts";

const ORDER = ["mean", "p10", "p20", "p25", "p30", "p40", "median", "p60", "p70", "p75", "p80", "p90"];

/** Pay as the statistics have it: the distribution, parts of the occupation, industries, and years. */
export function payFacts(page: Page): Child[] {
  return [...distribution(page), ...series(page), ...partsOfIt(page), ...industries(page)];
}

function distribution(page: Page): Child[] {
  const whole = latestOf(page.wages.filter(isWhole)).filter(({ statistic }) => ORDER.includes(statistic));
  if (whole.length < 2) return [];
  const periods = PERIODS.filter((period) => whole.some((wage) => wage.period === period));
  const plotted = periods
    .map((period) => whole.filter((wage) => wage.period === period && wage.statistic !== "mean"))
    .find((wages) => wages.filter(({ amount }) => amount !== null).length >= 2);
  const when = periodWords(whole[0]?.reference_period ?? null);
  return [
    element("h3", {}, "From the lowest to the highest"),
    plotted === undefined ? null : percentilePlot(plotted),
    statisticsTable(`Pay by percentile, ${when}`, whole, page),
    whole.some(({ statistic }) => statistic === "p10") ? element("p", { class: "note" }, READING) : null,
  ];
}

const READING =
  "The 10th percentile is what the lowest-paid tenth earn less than; the median is what half earn less than.";

function statisticsTable(caption: string, wages: readonly Wage[], page: Page): HTMLElement {
  const periods = PERIODS.filter((period) => wages.some((wage) => wage.period === period));
  const statistics = ORDER.filter((name) => wages.some(({ statistic }) => statistic === name));
  return table(
    caption,
    [
      { title: "Statistic" },
      ...periods.map((period) => ({ title: capital(perPeriod(period)), isNumber: true })),
    ],
    statistics.map((statistic) => [
      statisticWords(statistic),
      ...periods.map((period) =>
        cell(
          wages.find((wage) => wage.statistic === statistic && wage.period === period),
          page,
        ),
      ),
    ]),
  );
}

function cell(wage: Wage | undefined, page: Page): Child {
  return wage === undefined ? "not published" : figure(amountWords(wage), wage, page, wageTitle(wage));
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Medians over the editions of the survey, where there is more than one. */
function series(page: Page): Child[] {
  const medians = page.wages.filter((wage) => isWhole(wage) && wage.statistic === "median");
  const period = PERIODS.find(
    (one) => medians.filter((wage) => wage.period === one && wage.amount !== null).length > 1,
  );
  const years = medians
    .filter((wage) => wage.period === period)
    .toSorted((one, other) => ((one.reference_period ?? "") < (other.reference_period ?? "") ? -1 : 1));
  if (period === undefined || new Set(years.map(({ reference_period }) => reference_period)).size < 2)
    return [];
  const points = years.flatMap(({ reference_period, amount }) =>
    amount === null ? [] : [{ period: periodWords(reference_period), value: amount }],
  );
  const currency = years[0]?.currency ?? "";
  const title = `Median pay ${perPeriod(period)} over the editions`;
  return [
    element("h3", {}, title),
    seriesPlot(points, title, (value) => money(value, currency)),
    table(
      title,
      [{ title: "Edition" }, { title: "Median", isNumber: true }],
      years.map((wage) => [periodWords(wage.reference_period), cell(wage, page)]),
    ),
  ];
}

/** Kinds of workers that the publisher tells apart: "Bus drivers, school"; "Full-time". */
function partsOfIt(page: Page): Child[] {
  const parts = latestOf(page.wages.filter((wage) => wage.group_title !== null && wage.industry_id === null));
  const shown = parts.filter(({ statistic }) => ["median", "p10", "p90"].includes(statistic));
  if (shown.length === 0) return [];
  const columns = columnsOf(shown);
  return [
    element("h3", {}, "Parts of the occupation"),
    table(
      `Pay of parts of the occupation, ${periodWords(shown[0]?.reference_period ?? null)}`,
      [{ title: "Part" }, ...columns.map(({ title }) => ({ title, isNumber: true }))],
      groupedBy(shown, ({ group_title }) => group_title).map(([title, wages]) => [
        title,
        ...columns.map(({ statistic, period }) =>
          cell(
            wages.find((wage) => wage.statistic === statistic && wage.period === period),
            page,
          ),
        ),
      ]),
    ),
  ];
}

/** Of the first period the reach as well, of the others the median: more columns nobody reads. */
function columnsOf(wages: readonly Wage[]) {
  const periods = PERIODS.filter((period) => wages.some((wage) => wage.period === period));
  return periods.flatMap((period, index) =>
    (index === 0 ? ["p10", "median", "p90"] : ["median"])
      .filter((statistic) => wages.some((wage) => wage.period === period && wage.statistic === statistic))
      .map((statistic) => ({
        statistic,
        period,
        title: `${statisticWords(statistic)}, ${perPeriod(period)}`,
      })),
  );
}

/** Pay by industry: medians where there are any, for each part of the occupation that the publisher tells apart. */
function industries(page: Page): Child[] {
  const all = latestOf(page.wages.filter((wage) => wage.industry_id !== null));
  const statistic = ["median", "mean"].find((one) =>
    all.some((wage) => wage.statistic === one && wage.amount !== null),
  );
  const period = PERIODS.find((one) =>
    all.some((wage) => wage.statistic === statistic && wage.period === one && wage.amount !== null),
  );
  const shown = all.filter((wage) => wage.statistic === statistic && wage.period === period);
  if (statistic === undefined || period === undefined) return [];
  const what = `${statisticWords(statistic)} pay ${perPeriod(period)}`;
  return [
    element("h3", {}, "Pay by industry"),
    ...groupedBy(shown, ({ group_title }) => group_title).map(([group, wages]) =>
      bars(
        `${what} by industry${group === null ? "" : `, ${group}`}, ${periodWords(wages[0]?.reference_period ?? null)}`,
        ["Industry", what],
        wages
          .toSorted((one, other) => (other.amount ?? -1) - (one.amount ?? -1))
          .map((wage) => ({ title: wage.industry_title, value: wage.amount, shown: cell(wage, page) })),
      ),
    ),
  ];
}
