import type { Archive } from "../../sources/archive/archive.ts";
import type { Capture } from "../../sources/archive/capture.ts";
import { DocumentError } from "../../sources/reading/document-error.ts";
import type { DocumentAddress, Reading } from "../../sources/source.ts";
import type { Normalised } from "../../transforms/facts.ts";
import { factsOf, readCapture, refuseUnlessLawful } from "../build/read-capture.ts";
import type { RegisteredSource } from "../registry.ts";
import type { State } from "../state/state.ts";
import { LOST_FIGURES, lostFigures } from "./lost-figures.ts";
import type { Acceptance } from "./settings.ts";

/** What became of a captured document. */
export type ReadOutcome =
  | { readonly outcome: "read"; readonly reading: Reading<unknown>; readonly isParsed: boolean }
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

export function documentsReader(
  registered: RegisteredSource,
  fingerprint: string,
  archive: Archive,
  state: State,
  acceptance?: Acceptance,
): DocumentsReader {
  const parse = (address: DocumentAddress, capture: Capture) =>
    readCapture(registered, archive, address, capture);
  const refuseLoss = (address: DocumentAddress, capture: Capture, now: Normalised): void => {
    const captureId = state.documents.get(address.url)?.captureId;
    const good = captureId === undefined || captureId === capture.id ? undefined : archive.capture(captureId);
    const before = good && state.documents.reading(address.url, good.sha256, fingerprint);
    if (good === undefined || before === undefined) return;
    const lost = lostFigures(registered.normalise(address.kind, before.extract, reference(good)), now);
    if (lost.length === 0) return;
    throw new DocumentError({
      url: address.url,
      locator: "the whole document",
      expected: `at least the figures of its last good copy (accept their loss with --accept ${LOST_FIGURES})`,
      found: lost.join(", "),
    });
  };
  const reference = (capture: Capture) => ({ id: capture.id, sourceId: registered.source.id });
  return {
    read: (address, capture, now, roundId) => {
      const known = state.documents.reading(address.url, capture.sha256, fingerprint);
      const quarantined = state.quarantine.get(address.url);
      const isRefused = quarantined?.sha256 === capture.sha256 && quarantined.fingerprint === fingerprint;
      if (isRefused && acceptance?.rule !== LOST_FIGURES)
        return { outcome: "rejected", reason: quarantined.reason, isParsed: false };
      const document = { kind: address.kind, url: address.url, sourceId: registered.source.id };
      try {
        const reading = known ?? parse(address, capture);
        if (known === undefined) {
          const normalised = registered.normalise(address.kind, reading.extract, reference(capture));
          refuseUnlessLawful(address, normalised);
          if (acceptance?.rule !== LOST_FIGURES) refuseLoss(address, capture, normalised);
        }
        const { sha256, etag, lastModified } = capture;
        const good = { ...document, captureId: capture.id, sha256, etag, lastModified, fingerprint, reading };
        state.documents.saveGood(good, now, roundId);
        return { outcome: "read", reading, isParsed: known === undefined };
      } catch (error) {
        if (!(error instanceof DocumentError)) throw error;
        const reason = error.message;
        const { id: captureId, sha256 } = capture;
        state.quarantine.put({ ...document, captureId, sha256, fingerprint, reason, since: now });
        return { outcome: "rejected", reason, isParsed: true };
      }
    },
    extract: (address, capture) =>
      (state.documents.reading(address.url, capture.sha256, fingerprint) ?? parse(address, capture)).extract,
    digest: (address, capture) => state.documents.digest(address.url, capture.sha256, fingerprint),
    facts: (address, capture) => {
      const known = state.documents.reading(address.url, capture.sha256, fingerprint);
      const normalised = factsOf(registered, address, capture, known ?? parse(address, capture));
      if (known === undefined) refuseUnlessLawful(address, normalised);
      return normalised;
    },
  };
}
