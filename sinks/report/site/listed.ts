import type { Row } from "../../../transforms/model/model.ts";
import { type Columnar, rowsOf } from "../columnar.ts";
import type { LISTED_NUMBERS } from "../listed-numbers.ts";
import type { Qualifier } from "./figures.ts";
import { loadData } from "./load.ts";

type TextNumber = Extract<
  (typeof LISTED_NUMBERS)[number],
  | `${string}_period`
  | `${string}_id`
  | `${string}_area`
  | "soc_codes"
  | "currency"
  | "pay_band"
  | "entry_education"
  | "outlook"
  | "largest_employer"
>;
type QualifierNumber = Extract<(typeof LISTED_NUMBERS)[number], `${string}_qualifier`>;
type PlainNumber = Exclude<(typeof LISTED_NUMBERS)[number], TextNumber | QualifierNumber>;

/** An occupation as lists, plots and comparisons show it. */
export type ListedOccupation = {
  readonly id: string;
  readonly title: string;
  readonly country: "US" | "UK";
  readonly level: string;
} & { readonly [N in TextNumber]: string | null } & { readonly [N in QualifierNumber]: Qualifier | null } & {
  readonly [N in PlainNumber]: number | null;
};

export type Listed = {
  readonly occupations: readonly ListedOccupation[];
  readonly byId: ReadonlyMap<string, ListedOccupation>;
  /** The first id of each file of pages. */
  readonly pages: readonly string[];
  readonly sources: ReadonlyMap<string, Row<"source">>;
};

type ListFile = {
  readonly occupations: Columnar;
  readonly pages: readonly string[];
  readonly sources: readonly Row<"source">[];
};

let known: Promise<Listed> | undefined;

/** The list of all occupations, loaded once. */
export function listed(): Promise<Listed> {
  known ??= loadData<ListFile>("occupations").then(({ occupations: rows, pages, sources }) => {
    const occupations = rowsOf<ListedOccupation>(rows);
    return {
      occupations,
      byId: new Map(occupations.map((one) => [one.id, one])),
      pages,
      sources: new Map(sources.map((source) => [source.id, source])),
    };
  });
  known.catch(() => {
    known = undefined;
  });
  return known;
}

/** Names of an occupation beside its title, in the order of the list. */
export function listedNames(): Promise<readonly (readonly string[])[]> {
  return loadData("names");
}
