import type { FactPlace } from "../fact-places.ts";
import { wrap } from "../text/wrap.ts";
import { type ExplainedFact, isComputedLink } from "./explained-fact.ts";
import type { Input } from "./inputs.ts";
import type { Step } from "./step.ts";

/** Who reads the documents of a source: "us-ooh, profile". */
export type ReaderOf = (url: string) => string | undefined;

/** A fact for a reader: the value, the words, the way between them, and the response that they were read from. */
export function factText(fact: ExplainedFact, readerOf: ReaderOf, width: number): string {
  const { table, values, places, capture, steps, computed, inputs, corrections } = fact;
  const line = (label: string, text: string) => wrap(text, width, `  ${label.padEnd(10)} `, " ".repeat(13));
  const value = Object.entries(values).map(([column, own]) => `${column} ${own}`);
  const reader = readerOf(capture.url);
  return [
    table,
    line("value", value.join(" · ")),
    ...corrections.flatMap(({ column_name, published, corrected, reason, evidence }) => [
      line(
        "corrected",
        `${column_name} ${corrected ?? "nothing"}, published as ${published ?? "nothing"}. ${reason}`,
      ),
      line("evidence", evidence),
    ]),
    ...(isComputedLink(table, values)
      ? inputLines(places, inputs).map((text) => line("rests on", text))
      : places.flatMap(({ locator, words }) => [
          line("published", words === null ? "as the value stands there" : `"${words}"`),
          line("where", locator),
        ])),
    ...steps.map((step) => line("way", stepWords(step))),
    ...(computed === undefined ? [] : [line("computed", computed)]),
    ...(reader === undefined ? [] : [line("reader", reader)]),
    line("address", capture.url),
    line("fetched", `${capture.fetched_at} (${capture.acquired_by})`),
    line("content", `sha256 ${capture.sha256}`),
    line("capture", capture.id),
  ].join("\n");
}

function stepWords({ column, value, words, rule }: Step): string {
  const step = String(value) === words ? `${column} "${words}"` : `"${words}" → ${column} ${value}`;
  return rule === null ? step : `${step}: ${rule}`;
}

/** Each row with the place where it was read, where it is in the version. */
function inputLines(places: readonly FactPlace[], inputs: readonly Input[]): string[] {
  return places.map(({ locator: row }) => {
    const input = inputs.find((one) => one.row === row);
    if (input === undefined) return row;
    const own = input.places.map(({ locator }) => locator).join(" and ");
    return `${row} (${input.says}), read at ${own} of ${input.url}`;
  });
}
