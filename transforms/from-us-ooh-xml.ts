import { type CompilationExtract, compilationExtract } from "../sources/us-ooh-xml/compilation-extract.ts";
import type { CaptureReference, Normalise, Normalised } from "./facts.ts";
import { contextOf, type OccupationContext } from "./us-ooh-xml/context.ts";
import { figureStatements } from "./us-ooh-xml/figure-statements.ts";
import { namesFrom } from "./us-ooh-xml/names.ts";
import { payBandFrom } from "./us-ooh-xml/pay-band.ts";
import { type Periods, periodsOf } from "./us-ooh-xml/periods.ts";
import { profileStatements } from "./us-ooh-xml/profile-statements.ts";
import { quickFactsFrom } from "./us-ooh-xml/quick-facts.ts";

/** The words of the compilation → pay bands and names, and all that pages say as well as statements. */
export const normaliseUsOohXml: Normalise = (_kind, extract, capture) =>
  fromCompilation(compilationExtract.parse(extract), capture);

function fromCompilation(extract: CompilationExtract, capture: CaptureReference): Normalised {
  const periods = periodsOf(extract);
  const read = extract.occupations.map((occupation) =>
    fromOccupation(contextOf(extract.url, occupation, periods, capture)),
  );
  return {
    facts: read.flatMap(({ facts }) => facts),
    remarks: [],
    edition: editionOf(periods),
    statements: read.flatMap(({ statements }) => statements),
  };
}

function fromOccupation(context: OccupationContext): Required<Pick<Normalised, "facts" | "statements">> {
  const { figures } = context.extract;
  const told = profileStatements(context);
  if (figures === null) return { facts: namesFrom(context), statements: told };
  const facts = quickFactsFrom(context, figures);
  return {
    facts: [...namesFrom(context), ...payBandFrom(context, facts.year)],
    statements: [...told, ...figureStatements(context, figures, facts)],
  };
}

/** "2024-34", as the publisher names its editions. */
function editionOf({ base, target }: Periods): string {
  return `${base}-${String(target % 100).padStart(2, "0")}`;
}
