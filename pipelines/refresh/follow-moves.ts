import type { DocumentAddress } from "../../sources/source.ts";
import { type Choice, isPartial } from "./choice.ts";
import type { GatheredDocument } from "./gathered.ts";
import { type ObtainingAll, obtainAll } from "./obtain-all.ts";

/** Pages that the publisher no longer lists: what became of those that have moved, their old addresses tell. */
export async function movedUnlisted(
  obtaining: ObtainingAll,
  published: readonly DocumentAddress[],
  listed: readonly DocumentAddress[],
): Promise<GatheredDocument[]> {
  const { registered, settings } = obtaining;
  if (isPartial(settings)) return [];
  const known = new Set([...registered.source.roots, ...listed].map(({ url }) => url));
  const unlisted = published.filter(({ url }) => !known.has(url));
  const documents = await obtainAll(obtaining, unlisted);
  return documents.filter(({ trouble }) => trouble?.movedTo !== undefined);
}

/** A publisher can lead from one address to the next so often. */
const MOST_STEPS = 5;

/** The pages that other pages' addresses lead to, where no root lists them. */
export async function targetsOf(
  obtaining: ObtainingAll,
  documents: readonly GatheredDocument[],
): Promise<GatheredDocument[]> {
  const known = new Set(documents.map(({ address }) => address.url));
  const { settings, state, isDue } = obtaining;
  const isNew = ({ url }: DocumentAddress) => state.documents.get(url)?.captureId === undefined;
  const isChosen: Choice = (address) => isDue && (settings.urls.length === 0 || isNew(address));
  const found: GatheredDocument[] = [];
  let newest = documents;
  for (let step = 0; step < MOST_STEPS && newest.length > 0; step++) {
    const targets = newest.flatMap(({ address, trouble }) =>
      trouble?.movedTo === undefined || known.has(trouble.movedTo)
        ? []
        : [{ kind: address.kind, url: trouble.movedTo }],
    );
    for (const { url } of targets) known.add(url);
    const unique = [...new Map(targets.map((target) => [target.url, target])).values()];
    newest = await obtainAll({ ...obtaining, isChosen }, unique);
    found.push(...newest);
  }
  return found;
}
