import type { Capture } from "../../sources/archive/capture.ts";
import { DocumentError } from "../../sources/reading/document-error.ts";
import type { DocumentAddress, Reading } from "../../sources/source.ts";
import type { Normalised } from "../../transforms/facts.ts";
import { factsOf, readCapture, refuseUnlessLawful } from "../build/read-capture.ts";
import { CHANGE_RULES } from "../checks/against-last/objections-to-change.ts";
import { type Judgement, judgeChange, type Measures } from "./judge-change.ts";

/** What became of a captured document. */
export type ReadOutcome =
  | {
      readonly outcome: "read";
      readonly reading: Reading<unknown>;
      readonly isParsed: boolean;
      /** Why it was not measured by its last good copy, where there is one. */
      readonly notCompared: string | undefined;
    }
  | { readonly outcome: "rejected"; readonly reason: string; readonly isParsed: boolean };

/** Reads captured documents; each body is parsed once for each state of the program. */
export type DocumentsReader = {
  readonly read: (
    address: DocumentAddress,
    capture: Capture,
    now: string,
    roundId: number | undefined,
  ) => ReadOutcome;
  /** What a document says that was read before. */
  readonly extract: (address: DocumentAddress, capture: Capture) => unknown;
  /** A digest of what a document says that was read before; `undefined` where this program has not read it yet. */
  readonly digest: (address: DocumentAddress, capture: Capture) => string | undefined;
  /** The facts of a document that was read before. @throws DocumentError where the program reads it no longer. */
  readonly facts: (address: DocumentAddress, capture: Capture) => Normalised;
};

export type ReaderOptions = Measures & {
  /** The state of the rules that a document is measured by: what they refused is looked at again when they change. */
  readonly rulesFingerprint: string;
};

export function documentsReader(options: ReaderOptions): DocumentsReader {
  const { registered, fingerprint, archive, state } = options;
  const parse = (address: DocumentAddress, capture: Capture) =>
    readCapture(registered, archive, address, capture);
  const remembered = (address: DocumentAddress, capture: Capture) =>
    state.documents.reading(address.url, capture.sha256, fingerprint);
  return {
    read: (address, capture, now, roundId) => readAndJudge(options, { address, capture, now, roundId }),
    extract: (address, capture) => (remembered(address, capture) ?? parse(address, capture)).extract,
    digest: (address, capture) => state.documents.digest(address.url, capture.sha256, fingerprint),
    facts: (address, capture) => {
      const known = remembered(address, capture);
      const normalised = factsOf(registered, address, capture, known ?? parse(address, capture));
      if (known === undefined) refuseUnlessLawful(address, normalised);
      return normalised;
    },
  };
}

type Order = {
  readonly address: DocumentAddress;
  readonly capture: Capture;
  readonly now: string;
  readonly roundId: number | undefined;
};

/** A document that is read takes the place of its last good copy; one that is refused goes into quarantine. */
function readAndJudge(options: ReaderOptions, { address, capture, now, roundId }: Order): ReadOutcome {
  const { registered, fingerprint, archive, state } = options;
  const refused = refusedBefore(options, address, capture);
  if (refused !== undefined) return { outcome: "rejected", reason: refused, isParsed: false };
  const document = { kind: address.kind, url: address.url, sourceId: registered.source.id };
  const { id: captureId, sha256, etag, lastModified } = capture;
  const known = state.documents.reading(address.url, sha256, fingerprint);
  try {
    const reading = known ?? readCapture(registered, archive, address, capture);
    const { letPass, notCompared } = judged(options, address, capture, reading, known !== undefined);
    const good = { ...document, captureId, sha256, etag, lastModified, fingerprint, reading, letPass };
    state.documents.saveGood(good, now, roundId);
    return { outcome: "read", reading, isParsed: known === undefined, notCompared };
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error;
    const reason = error.message;
    const judgedBy = judgedWith(options);
    state.quarantine.put({ ...document, captureId, sha256, fingerprint: judgedBy, reason, since: now });
    return { outcome: "rejected", reason, isParsed: known === undefined };
  }
}

/** Why the same body was refused by the same program; what an acceptance may let pass is looked at again. */
function refusedBefore(
  options: ReaderOptions,
  { url }: DocumentAddress,
  capture: Capture,
): string | undefined {
  const { state, ledger, registered } = options;
  const quarantined = state.quarantine.get(url);
  const isKnown = quarantined?.sha256 === capture.sha256 && quarantined.fingerprint === judgedWith(options);
  const isAccepted = CHANGE_RULES.some(({ rule }) => ledger.accepts(rule, registered.source.id));
  return isKnown && !isAccepted ? quarantined.reason : undefined;
}

function judgedWith({ fingerprint, rulesFingerprint }: ReaderOptions): string {
  return `${fingerprint} ${rulesFingerprint}`;
}

/** @throws DocumentError where the model or a rule does not allow what the document says. */
function judged(
  options: ReaderOptions,
  address: DocumentAddress,
  capture: Capture,
  reading: Reading<unknown>,
  isKnown: boolean,
): Judgement {
  const { registered, state, fingerprint, lastGood } = options;
  const good = lastGood(address.url);
  const digestOf = (sha256: string) => state.documents.digest(address.url, sha256, fingerprint);
  const isSame = good !== undefined && isKnown && digestOf(good.sha256) === digestOf(capture.sha256);
  if (isSame) return { letPass: [], notCompared: undefined };
  const normalised = registered.normalise(address.kind, reading.extract, {
    id: capture.id,
    sourceId: registered.source.id,
  });
  if (!isKnown) refuseUnlessLawful(address, normalised);
  return judgeChange(options, address, capture, normalised);
}
