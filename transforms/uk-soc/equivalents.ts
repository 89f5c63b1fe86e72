import type { IndexEntries, IndexEntry } from "../../sources/uk-soc/coding-index-extract.ts";
import type { CaptureReference } from "../facts.ts";
import type { Fact } from "../model/model.ts";
import { provenanceAt } from "../provenance.ts";
import type { Scheme } from "./group-occupation.ts";

/** Two groups that entries of the index name side by side, in the first row that does; how many rows do. */
type Pair = { readonly from: string; readonly to: string; readonly row: number; weight: number };

type Side = {
  readonly scheme: Scheme;
  /** What the extract calls it; `undefined` for SOC 2020, which no entry contradicts. */
  readonly other?: IndexEntries["contradictions"][number]["other"];
  readonly column: string;
  readonly codeOf: (entry: IndexEntry) => string;
};

/**
 * SOC 2010 → SOC 2020 → ISCO-08, as the entries of the index put their codes side by side. The locator of a pair is the
 * two cells of the first entry, and the whole column of the second code, in which `weight` entries support it; after these
 * the titles of entries that have both codes and contradict them.
 */
export function equivalents(entries: IndexEntries, capture: CaptureReference): Fact[] {
  const { columns } = entries;
  const soc2020: Side = { scheme: "uk-soc-2020", column: columns.soc2020, codeOf: (entry) => entry[4] };
  const soc2010: Side = {
    scheme: "uk-soc-2010",
    other: "soc2010",
    column: columns.soc2010,
    codeOf: (entry) => entry[5],
  };
  const isco08: Side = {
    scheme: "isco-08",
    other: "isco08",
    column: columns.isco08,
    codeOf: (entry) => entry[6],
  };
  return [...between(entries, soc2010, soc2020, capture), ...between(entries, soc2020, isco08, capture)];
}

function between(entries: IndexEntries, from: Side, to: Side, capture: CaptureReference): Fact[] {
  const { sheet, firstRow, lastRow } = entries;
  const column = `${sheet}!${to.column}${firstRow}:${to.column}${lastRow}`;
  return pairsOf(entries, from, to).map(
    (pair): Fact => ({
      table: "relation",
      row: {
        from_id: `${from.scheme}/${pair.from}`,
        to_id: `${to.scheme}/${pair.to}`,
        kind: "equivalent",
        method: "coding-index",
        score: null,
        weight: pair.weight,
        ...provenanceAt(
          capture,
          { at: `${sheet}!${from.column}${pair.row}`, raw: pair.from },
          { at: `${sheet}!${to.column}${pair.row}`, raw: pair.to },
          { at: column, raw: null },
          ...contradictionsOf(entries, pair, from, to).map(({ title }) => ({
            at: title.at,
            raw: title.text,
          })),
        ),
      },
    }),
  );
}

function pairsOf({ rows }: IndexEntries, from: Side, to: Side): Pair[] {
  const pairs = new Map<string, Pair>();
  for (const entry of rows) {
    const codes = { from: from.codeOf(entry), to: to.codeOf(entry) };
    if (codes.from === "" || codes.to === "") continue;
    const key = `${codes.from} ${codes.to}`;
    const known = pairs.get(key);
    if (known === undefined) pairs.set(key, { ...codes, row: entry[0], weight: 1 });
    else known.weight++;
  }
  return [...pairs.values()];
}

function contradictionsOf(
  { contradictions }: IndexEntries,
  pair: Pair,
  from: Side,
  to: Side,
): IndexEntries["contradictions"] {
  return contradictions.filter(({ soc2020, other, code }) =>
    other === from.other
      ? code === pair.from && soc2020 === pair.to
      : other === to.other && soc2020 === pair.from && code === pair.to,
  );
}
