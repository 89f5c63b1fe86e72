import type { Normalised } from "../../../transforms/facts.ts";
import type { Fact } from "../../../transforms/model/model.ts";

/**
 * What a document says, cut into pieces that are true or not, each by itself. `values`: figures, titles, links, codes.
 * `words`: pieces of prose, and the parts of the page that they belong to.
 */
export type Statements = {
  readonly values: ReadonlySet<string>;
  readonly words: ReadonlyMap<string, ReadonlySet<string>>;
};

export function statementsOf({ facts, mentions = [], edition }: Normalised): Statements {
  const values = new Set([`edition ${edition ?? "none"}`]);
  const words = new Map<string, Set<string>>();
  const say = (part: string, text: string) => {
    const parts = words.get(text) ?? new Set();
    words.set(text, parts.add(part));
  };
  for (const fact of facts) {
    const prose = proseOf(fact);
    for (const [part, text] of prose.said) for (const piece of piecesOf(text)) say(part, piece);
    if (prose.rest !== undefined) values.add(JSON.stringify([fact.table, prose.rest]));
  }
  for (const { from_id, code, title } of mentions)
    values.add(JSON.stringify(["mention", { from_id, code, title }]));
  return { values, words };
}

type Prose = {
  readonly said: readonly (readonly [part: string, text: string])[];
  /** What of the row is a value; `undefined` where all of it is prose. */
  readonly rest: object | undefined;
};

/** A row without its provenance, its prose apart. A list that has lost an item counts on: places of items are no values. */
function proseOf({ table, row }: Fact): Prose {
  const { capture_id, locator, raw, ...values } = row;
  switch (table) {
    case "occupation": {
      const { summary, ...rest } = values as Extract<Fact, { table: "occupation" }>["row"];
      return { said: [[`summary of ${row.id}`, summary ?? ""]], rest };
    }
    case "section":
      return { said: [[row.topic, row.text]], rest: undefined };
    case "duty":
      return {
        said: [["duty", row.text], ...(row.heading === null ? [] : [["duties", row.heading] as const])],
        rest: undefined,
      };
    case "specialty":
    case "quality":
      return {
        said: [[`name of a ${table}`, row.name], ...(row.text === null ? [] : [[table, row.text] as const])],
        rest: undefined,
      };
    case "requirement":
      return row.route === null && row.kind !== "restriction"
        ? { said: [], rest: values }
        : { said: [[[row.kind, row.route, row.part].join(" "), row.text]], rest: undefined };
    default:
      return { said: [], rest: values };
  }
}

/** Lines and sentences, white space folded, without the marks of lists. */
function piecesOf(text: string): string[] {
  return text
    .split(/\n+|(?<=[a-z)][.:!?]) (?=[A-Z])/)
    .map((piece) =>
      piece
        .replace(/^\s*(?:-|\d+\.)\s+/, "")
        .replace(/\s+/g, " ")
        .trim(),
    )
    .filter((piece) => piece !== "");
}
