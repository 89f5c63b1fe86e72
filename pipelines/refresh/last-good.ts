import type { Archive } from "../../sources/archive/archive.ts";
import type { Capture } from "../../sources/archive/capture.ts";
import type { State } from "../state/state.ts";

/** The capture of a document that a newer one is measured by; `undefined` where there never was a good one. */
export type LastGood = (url: string) => Capture | undefined;

/** The last good capture that the runs remember; where they remember none, the one that the latest version rests on. */
export function lastGoodIn(
  state: State,
  archive: Archive,
  published: readonly { readonly capture: Capture }[],
): LastGood {
  const inVersion = new Map(published.map(({ capture }) => [capture.url, capture]));
  return (url) => {
    const captureId = state.documents.get(url)?.captureId;
    const remembered = captureId === undefined ? undefined : archive.capture(captureId);
    return remembered ?? inVersion.get(url);
  };
}
