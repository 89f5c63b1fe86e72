import type { FactTable } from "../../../transforms/model/model.ts";
import {
  among,
  counted,
  either,
  figured,
  listed,
  type Proof,
  paragraph,
  prose,
  spread,
  whole,
  withheld,
} from "./proofs.ts";

/** The proofs of each place of a fact, in the order of its places. */
export type OwnWords = readonly (readonly Proof[])[];

/** By source; `others` are the sources that are not named. */
type BySource = Readonly<Record<string, OwnWords>>;

/** A figure, and how precise it is. */
const FIGURE = (column: string): BySource => ({
  others: [[whole(column)], [whole("relative_error_percent")]],
});

/**
 * Where `raw` is NULL, the value itself is the published words: which columns these are, table by table, and how each is
 * found at its place. Columns without a value have no place, the later ones first.
 */
const OWN_WORDS: Readonly<Record<FactTable, BySource>> = {
  occupation: {
    others: [[whole("code")], [whole("title")], [whole("summary")]],
    "uk-ncs": [[whole("title")], [spread("summary")]],
    "us-ooh": [
      [whole("title")],
      [either(spread("summary"), paragraph("summary"))],
      [whole("page_date")],
      [among("citation")],
    ],
  },
  occupation_name: {
    others: [[whole("name")]],
    "uk-ncs": [[among("name")]],
    "uk-soc": [[listed("name", /~/)]],
    "us-ooh": [[listed("name", /, see: /i)]],
  },
  relation: { "uk-soc": [[], [], [counted("weight")]] },
  duty: {
    others: [[whole("text")], [either(whole("heading"), paragraph("heading"))]],
    "uk-lmi": [[among("text")]],
    "uk-soc": [[listed("text", /~/)]],
  },
  specialty: { others: [[whole("text"), among("name")]] },
  quality: { others: [[whole("name")]] },
  section: { others: [[whole("heading"), prose("text")]] },
  requirement: { others: [[either(whole("text"), prose("text"))]] },
  industry: { others: [[whole("code")], [whole("title")]], "us-ooh": [[among("title")]] },
  wage: FIGURE("amount"),
  pay_band: { others: [[whole("text"), figured("low"), figured("high")]] },
  employment: FIGURE("jobs"),
  employer_share: {},
  projection: {
    "uk-projections": [
      [],
      ...["base_jobs", "target_jobs", "change_jobs", "change_percent"].map((column) => [withheld(column)]),
    ],
  },
  working_hours: FIGURE("value"),
};

/** Nothing where facts of this table and source always have `raw`. */
export function ownWordsOf(table: FactTable, sourceId: string): OwnWords {
  return OWN_WORDS[table][sourceId] ?? OWN_WORDS[table].others ?? [];
}
