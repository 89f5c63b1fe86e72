import type { Archive } from "../../sources/archive/archive.ts";
import type { FactsReader } from "../build/contribution.ts";
import { factsOf, readCapture, refuseUnlessLawful } from "../build/read-capture.ts";
import type { RegisteredSource } from "../registry.ts";

/** Reads every document anew: what the runs remember has no part in it. */
export function archiveReader(registered: RegisteredSource, archive: Archive): FactsReader {
  return {
    facts: (address, capture) => {
      const reading = readCapture(registered, archive, address, capture);
      const normalised = factsOf(registered, address, capture, reading);
      refuseUnlessLawful(address, normalised);
      return normalised;
    },
  };
}
