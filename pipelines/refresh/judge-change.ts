import type { Archive } from "../../sources/archive/archive.ts";
import type { Capture } from "../../sources/archive/capture.ts";
import { DocumentError } from "../../sources/reading/document-error.ts";
import type { DocumentAddress } from "../../sources/source.ts";
import type { Normalised } from "../../transforms/facts.ts";
import type { Ledger } from "../acceptances/ledger.ts";
import type { LetPass } from "../acceptances/let-pass.ts";
import { readCapture } from "../build/read-capture.ts";
import { type Objection, objectionsToChange } from "../checks/against-last/objections-to-change.ts";
import type { RegisteredSource } from "../registry.ts";
import type { State } from "../state/state.ts";
import type { LastGood } from "./last-good.ts";

/** What the rules say of a document beside its last good copy. */
export type Judgement = {
  readonly letPass: readonly LetPass[];
  /** Why the last good copy was no measure, for the operator; `undefined` where it was, or where there is none. */
  readonly notCompared: string | undefined;
};

/** What the judge goes by. */
export type Measures = {
  readonly registered: RegisteredSource;
  readonly fingerprint: string;
  readonly archive: Archive;
  readonly state: State;
  readonly ledger: Ledger;
  readonly lastGood: LastGood;
};

const NOTHING: Judgement = { letPass: [], notCompared: undefined };

/**
 * Measures a document by its last good copy, as the program of today reads that.
 *
 * @throws DocumentError where a rule objects and no person lets it pass.
 */
export function judgeChange(
  measures: Measures,
  address: DocumentAddress,
  capture: Capture,
  now: Normalised,
): Judgement {
  const good = measures.lastGood(address.url);
  if (good === undefined || good.sha256 === capture.sha256) return NOTHING;
  const before = readAgain(measures, address, good);
  if (before instanceof DocumentError) return { letPass: [], notCompared: before.message };
  return { letPass: letPassOf(measures, address, objectionsToChange(before, now)), notCompared: undefined };
}

/** The last good copy in today's words; the error, where today's program no longer understands it. */
function readAgain(
  { registered, fingerprint, archive, state }: Measures,
  address: DocumentAddress,
  good: Capture,
): Normalised | DocumentError {
  try {
    const known = state.documents.reading(address.url, good.sha256, fingerprint);
    const { extract } = known ?? readCapture(registered, archive, address, good);
    return registered.normalise(address.kind, extract, { id: good.id, sourceId: registered.source.id });
  } catch (error) {
    if (error instanceof DocumentError) return error;
    throw error;
  }
}

/** @throws DocumentError that tells what is held back, and how to accept it. */
function letPassOf(
  { registered: { source }, ledger }: Measures,
  { url }: DocumentAddress,
  objections: readonly Objection[],
): LetPass[] {
  const held = objections.filter(({ rule }) => !ledger.accepts(rule, source.id));
  if (held.length > 0)
    throw new DocumentError({
      url,
      locator: "the whole document",
      expected: `what its last good copy says (to accept the change: --accept ${held.map(({ rule }) => rule).join(" ")})`,
      found: held.map(objectionWords).join("; "),
    });
  return objections.flatMap(({ rule, findings }) =>
    findings.flatMap((finding) => ledger.letPass(rule, source.id, [`${url}: ${finding}`]) ?? []),
  );
}

/** So many findings of a rule are told in a message. */
const MOST_TOLD = 3;

function objectionWords({ rule, findings }: Objection): string {
  const more = findings.length - MOST_TOLD;
  const told = findings.slice(0, MOST_TOLD).join("; ");
  return `${rule}: ${told}${more > 0 ? `; and ${more} more` : ""}`;
}
