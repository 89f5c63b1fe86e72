import { SourceRefusedError } from "../errors/source-refused-error.ts";

/** So many findings are told in a message. */
const MOST_TOLD = 3;

/** A source that breaks a rule: what, where, why it matters, and what to do. */
export function sourceRefusal(
  sourceId: string,
  { rule, protects }: { readonly rule: string; readonly protects: string },
  findings: readonly string[],
): SourceRefusedError {
  const places = findings.length === 1 ? "1 place" : `${findings.length} places`;
  const told = findings.slice(0, MOST_TOLD).map(asSentence).join(" ");
  return new SourceRefusedError(
    sourceId,
    `The rule ${rule} is broken in ${places} of ${sourceId}. ${told} ${protects} Look at these documents with \`occupations archive show\`, and mend their reader; or, where the publisher means it: occupations refresh --source ${sourceId} --accept ${rule} --reason "…".`,
  );
}

function asSentence(finding: string): string {
  return /[.!?…]$/.test(finding) ? finding : `${finding}.`;
}
