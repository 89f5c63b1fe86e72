import type { DocumentAddress, Source } from "../../sources/source.ts";
import type { Redirect } from "../../transforms/redirects.ts";
import type { ChosenDocument } from "../build/contribution.ts";
import type { GatheredDocument } from "./gathered.ts";

/** A profile that its publisher has put elsewhere: its old address leads to the new one. */
export type Move = { readonly from: DocumentAddress; readonly to: DocumentAddress };

/** The documents of a source after it is known which of them have moved. */
export type Settled = { readonly moves: readonly Move[]; readonly staying: readonly GatheredDocument[] };

/** The address of a profile of the same source, where an answer leads to one; nothing, where it leads anywhere else. */
export function profileAt(source: Source, from: DocumentAddress, leadsTo = ""): string | undefined {
  const isProfile =
    leadsTo !== from.url &&
    source.kindOf(leadsTo) === from.kind &&
    source.codeOf(from) !== undefined &&
    source.codeOf({ ...from, url: leadsTo }) !== undefined;
  return isProfile ? leadsTo : undefined;
}

/**
 * Takes out the documents whose addresses lead to another one that is at hand. Where nothing is at the end of the way, a
 * redirect is a failed fetch; a copy that was given up in an earlier version does not come back for it.
 */
export function settleMoves(
  documents: readonly GatheredDocument[],
  published: readonly ChosenDocument[],
): Settled {
  const byUrl = new Map(documents.map((document) => [document.address.url, document]));
  const urls = new Set(published.map(({ address }) => address.url));
  const moves: Move[] = [];
  const staying: GatheredDocument[] = [];
  for (const document of documents) {
    const end = endOf(document, byUrl);
    if (document.trouble?.movedTo === undefined) staying.push(document);
    else if (end !== undefined) moves.push({ from: document.address, to: end.address });
    else staying.push(urls.has(document.address.url) ? document : { ...document, capture: undefined });
  }
  return { moves, staying };
}

/** Where a chain of redirects ends; nothing, where it runs in a circle or there is no copy at its end. */
function endOf(
  start: GatheredDocument,
  byUrl: ReadonlyMap<string, GatheredDocument>,
): GatheredDocument | undefined {
  const visited = new Set<GatheredDocument>();
  let document: GatheredDocument | undefined = start;
  while (document?.trouble?.movedTo !== undefined && !visited.has(document)) {
    visited.add(document);
    document = byUrl.get(document.trouble.movedTo);
  }
  const isEnd = document?.trouble?.movedTo === undefined && document?.capture !== undefined;
  return isEnd ? document : undefined;
}

/** What moves make of the ids: none where a profile keeps its code at another address. */
export function redirectsOf(
  source: Source,
  moves: readonly Move[],
  published: readonly ChosenDocument[],
  seenAt: string,
): Redirect[] {
  const idOf = (address: DocumentAddress) => `${source.id}/${source.codeOf(address)}`;
  return moves.flatMap(({ from, to }): Redirect[] => {
    if (idOf(from) === idOf(to)) return [];
    const kind = isMerge({ from, to }, published) ? "merged" : "renamed";
    return [
      {
        ...{ from_id: idOf(from), to_id: idOf(to), kind, from_url: from.url, to_url: to.url },
        ...{ fetched_at: seenAt, source_id: source.id },
      },
    ];
  });
}

/** It leads to a profile that the last version had, too. */
export function isMerge({ to }: Move, published: readonly ChosenDocument[]): boolean {
  return published.some(({ address }) => address.url === to.url);
}
