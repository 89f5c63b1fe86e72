import { descriptionsExtract } from "../sources/uk-lmi/descriptions.ts";
import { figuresExtract } from "../sources/uk-lmi/figures.ts";
import { predictionsExtract } from "../sources/uk-lmi/predictions.ts";
import type { LmiKind } from "../sources/uk-lmi/request.ts";
import { unreadExtract } from "../sources/uk-lmi/unread.ts";
import type { CaptureReference, Normalise, Normalised } from "./facts.ts";
import type { Fact } from "./model/model.ts";
import { withoutRepeats } from "./repeats.ts";
import type { AnswerContext } from "./uk-lmi/answer.ts";
import { occupationFrom } from "./uk-lmi/descriptions.ts";
import { editionOf, hoursFrom, payFrom } from "./uk-lmi/figures.ts";
import { projectionsFrom } from "./uk-lmi/projections.ts";

/** What an answer gives, and the years that it tells of. */
type Told = {
  readonly url: string;
  readonly years: readonly number[];
  readonly facts: (answer: AnswerContext) => readonly Fact[];
};

/** The words of LMI for All → facts. */
export const normaliseUkLmi: Normalise = (kind, extract, capture) =>
  normalised(TELLERS[kind as LmiKind](extract), capture);

const TELLERS: Readonly<Record<LmiKind, (extract: unknown) => Told>> = {
  description: described,
  search: described,
  pay: (extract) => {
    const told = figuresExtract.parse(extract);
    return { ...yearsOf(told.url, told.series), facts: (answer) => payFrom(answer, told) };
  },
  hours: (extract) => {
    const told = figuresExtract.parse(extract);
    return { ...yearsOf(told.url, told.series), facts: (answer) => hoursFrom(answer, told) };
  },
  projection: predicted,
  "industry-projection": predicted,
  "left-out": (extract) => ({ url: unreadExtract.parse(extract).url, years: [], facts: () => [] }),
};

function described(extract: unknown): Told {
  const { url, occupations } = descriptionsExtract.parse(extract);
  return {
    url,
    years: [],
    facts: (answer) => occupations.flatMap((occupation) => occupationFrom(answer, occupation)),
  };
}

function predicted(extract: unknown): Told {
  const told = predictionsExtract.parse(extract);
  return { ...yearsOf(told.url, told.figures), facts: (answer) => projectionsFrom(answer, told) };
}

function yearsOf(url: string, entries: readonly { readonly year: number }[]) {
  return { url, years: entries.map(({ year }) => year) };
}

function normalised({ url, years, facts }: Told, capture: CaptureReference): Normalised {
  const answer: AnswerContext = { url, capture, remarks: [] };
  const said = withoutRepeats(facts(answer), url);
  return { facts: said, remarks: answer.remarks, edition: editionOf(years) };
}
