import { dateWords, periodWords } from "../text/figures.ts";
import { heading } from "../text/style.ts";
import { textTable } from "../text/table.ts";
import type { Layout } from "../world.ts";
import { figureWords } from "./figure.ts";
import type { PeriodSeries } from "./over-periods.ts";
import type { VersionEntry, VersionSeries } from "./over-versions.ts";
import type { ToldBy } from "./told-by.ts";
import { valueWords } from "./value-words.ts";

/** What the tables are made for. */
export type HistoryLayout = Layout & {
  readonly latest: string;
  readonly occupationId: string;
  readonly titleOf: (industryId: string) => string;
};

/** Figures through the versions of a store, a table each. */
export function versionsText(series: readonly VersionSeries[], layout: HistoryLayout): readonly string[] {
  const columns = ["Value", "Period", "Versions", "Published by"].map((title) => ({ title }));
  const tables = series.map(({ figure, entries }) => {
    const rows = entries.map((entry) => [
      entry.values === null ? "not there" : valueWords(figure.table, entry.values),
      entry.values === null ? "" : timeWords(entry.period),
      versionsWords(entry, layout),
      entry.told_by === null ? "" : toldByWords(entry.told_by),
    ]);
    return `${figureWords(figure, layout.titleOf)}\n${textTable(columns, rows, layout.width, "  ")}`;
  });
  return [heading("Over the versions", layout), ...tables];
}

/** Figures through the periods of the latest version, a table each; those of one period say nothing about change. */
export function periodsText(series: readonly PeriodSeries[], layout: HistoryLayout): readonly string[] {
  const several = series.filter(({ entries }) => entries.length > 1);
  if (several.length === 0)
    return [
      heading("Over the periods", layout),
      "The latest version has each of these figures for one period only.",
    ];
  return [heading("Over the periods", layout), ...several.map((one) => periodTable(one, layout))];
}

function periodTable({ figure, entries }: PeriodSeries, layout: HistoryLayout): string {
  const columns = ["Period", "Value", "Published by"].map((title) => ({ title }));
  const rows = entries.map(({ period, values, ...toldBy }) => [
    timeWords(period),
    valueWords(figure.table, values),
    `${toldBy.source_id}, read ${dateWords(toldBy.fetched_at)}`,
  ]);
  return `${figureWords(figure, layout.titleOf)}\n${textTable(columns, rows, layout.width, "  ")}`;
}

/** "May 2024"; years of a projection stay as they are. */
function timeWords(period: string | null): string {
  return period !== null && /^\d{4}-\d{4}$/.test(period) ? period : periodWords(period);
}

function versionsWords(entry: VersionEntry, { latest, occupationId }: HistoryLayout): string {
  const { from, to, versions, occupation_id } = entry;
  const range = from === to ? from : to === latest ? `since ${from}` : `${from}\nto ${to}`;
  const number = versions === 1 ? [] : [`(${versions} versions)`];
  const name = occupation_id === occupationId ? [] : [`as ${occupation_id}`];
  return [range, ...number, ...name].join("\n");
}

function toldByWords({ source_id, edition, fetched_at }: ToldBy): string {
  return [source_id, ...(edition === null ? [] : [edition]), `read ${dateWords(fetched_at)}`].join(", ");
}
