import pLimit from "p-limit";
import type { DocumentAddress } from "../../sources/source.ts";
import type { Redirect } from "../../transforms/redirects.ts";
import type { GatheredDocument } from "./gathered.ts";
import { hasGoodCopy } from "./light.ts";
import { asKnown, type Obtaining, obtain } from "./obtain.ts";
import type { Progress } from "./progress.ts";

/** What is needed to obtain documents of which some may have moved. */
export type ObtainingAll = Obtaining & {
  /** The profiles of earlier versions that the last version knows at another address. */
  readonly redirects: readonly Redirect[];
};

/** Documents in the works at a time; how many requests that makes, and how fast, is up to the fetcher. */
const CONCURRENCY = 8;

/** Gets the documents that the operator has chosen; of the others, what was found before still holds. */
export async function obtainAll(
  obtaining: ObtainingAll,
  addresses: readonly DocumentAddress[],
  progress?: Progress,
  spared: ReadonlySet<string> = new Set(),
): Promise<GatheredDocument[]> {
  const limit = pLimit(CONCURRENCY);
  const { registered, state, counts, isChosen } = obtaining;
  const isSpared = (address: DocumentAddress) =>
    spared.has(registered.source.codeOf(address) ?? "") && hasGoodCopy(state, address);
  return Promise.all(
    addresses.map((address) =>
      limit(async () => {
        const isAsked = isChosen(address) && !isSpared(address);
        if (isChosen(address) && !isAsked) counts.unchanged++;
        const document = isAsked ? await obtain(obtaining, address) : asKnown(obtaining, address);
        progress?.tick(address.url);
        return isAsked && isAnswered(obtaining, document) ? document : stillMoved(obtaining, document);
      }),
    ),
  );
}

/** The publisher was asked, and has the page. */
function isAnswered({ fetcher, round }: Obtaining, { trouble }: GatheredDocument): boolean {
  return fetcher !== undefined && round !== undefined && trouble === undefined;
}

/** A page that had moved stays where it went, until its old address has a page again. */
function stillMoved({ redirects }: ObtainingAll, document: GatheredDocument): GatheredDocument {
  const { address, capture, trouble } = document;
  const redirect = redirects.find(({ from_url }) => from_url === address.url);
  if (redirect === undefined || trouble?.movedTo !== undefined) return document;
  if (trouble === undefined && (capture?.fetchedAt ?? "") > redirect.fetched_at) return document;
  const message = `${address.url} leads to ${redirect.to_url}, as the last version knows.`;
  return { address, capture, trouble: { kind: "redirected-away", message, movedTo: redirect.to_url } };
}
