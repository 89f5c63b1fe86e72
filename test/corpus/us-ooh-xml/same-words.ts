import { figuresIn, wordsDigest } from "../../../sources/reading/words-digest.ts";
import { slugOf } from "../../../sources/us-ooh/profile-address.ts";
import type { CompilationExtract } from "../../../sources/us-ooh-xml/compilation-extract.ts";
import type { Normalised, Statement } from "../../../transforms/facts.ts";
import type { Kind, Said } from "./second-reading.ts";

const line = (...values: unknown[]): string => values.map((value) => value ?? "–").join(" | ");

const own = (id: unknown): string => `${id}`.replace(/^[\w-]+\//, "");

/** What the product read, as the second reading writes it down. */
export function inTheSameWords(extract: CompilationExtract, { facts, statements = [] }: Normalised): Said {
  const names = (id: string) =>
    facts.flatMap(({ table, row }) =>
      table === "occupation_name" && row.occupation_id === id ? [row.name] : [],
    );
  const of = <T extends Statement["table"]>(table: T) =>
    statements.filter(
      (statement): statement is Extract<Statement, { table: T }> => statement.table === table,
    );
  const covers = (kind: string) => of("relation").filter(({ about }) => about.kind === kind);
  return {
    profile: of("occupation").map(({ about: { id = "" }, says }) =>
      line(own(id), says.title, says.page_date, names(id).sort().join(", ")),
    ),
    band: facts.flatMap(({ table, row }) =>
      table === "pay_band" ? [line(own(row.occupation_id), row.text, row.low, row.high, row.qualifier)] : [],
    ),
    wage: of("wage").map(({ about, says }) =>
      line(own(about.occupation_id), about.period, says.amount, says.qualifier),
    ),
    requirement: of("requirement").flatMap(({ about, says }) =>
      Object.entries(says).map(([kind, text]) => line(own(about.occupation_id), kind, text)),
    ),
    figure: figuresOf(of("employment"), of("projection")),
    row: rowsOf(extract),
    covers: covers("covers").map(({ about }) => line(own(about.from_id), own(about.to_id))),
    similar: covers("similar").map(({ about }) => line(own(about.from_id), own(about.to_id))),
    section: extract.occupations.flatMap(({ url, sections }) =>
      sections.map(({ heading, words, figures }) => line(slugOf(url), heading, words, figures)),
    ),
  };
}

/** Prose in short, as the extract has it. */
export function inShort(section: string): string {
  const [slug, heading, ...words] = section.split(" | ");
  const text = words.join(" | ");
  return line(slug, heading, wordsDigest(text), figuresIn(text));
}

function figuresOf(
  jobs: readonly Extract<Statement, { table: "employment" }>[],
  projections: readonly Extract<Statement, { table: "projection" }>[],
): string[] {
  return jobs.map(({ about, says }) => {
    const id = about.occupation_id;
    const outlook = projections.find((one) => one.about.occupation_id === id && "outlook" in one.says);
    const openings = projections.find(
      (one) => one.about.occupation_id === id && "annual_openings" in one.says,
    );
    const { change_percent, outlook: words, change_jobs } = outlook?.says ?? {};
    return line(own(id), says.jobs, change_percent, words, change_jobs, openings?.says.annual_openings);
  });
}

/** Every row of the projections tables, with the numbers that were said of it. */
function rowsOf({ occupations }: CompilationExtract): string[] {
  const number = (digits: string) => Number(digits.replaceAll(",", ""));
  return occupations.flatMap(({ url, figures }) =>
    (figures?.projections.rows ?? []).map(({ code, base, target, percent, change }) =>
      line(slugOf(url), code, number(base), number(target), number(percent), number(change)),
    ),
  );
}

export const KINDS: readonly Kind[] = [
  ...(["profile", "band", "wage", "requirement", "figure", "row", "covers", "similar", "section"] as const),
];
