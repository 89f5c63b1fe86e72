import type { DocumentAddress, Source } from "../../sources/source.ts";
import type { RefreshSettings } from "./settings.ts";

/** Whether a run asks for a document, as far as its settings say. */
export type Choice = (address: DocumentAddress) => boolean;

/** The run asks for chosen documents only, so that it does not end the round of a source. */
export function isPartial({ codes, urls }: RefreshSettings): boolean {
  return codes.length > 0 || urls.length > 0;
}

/** `--only` names listed documents. Where a root failed, what it lists was not asked for either. */
export function choiceOf({ codes, urls }: RefreshSettings, source: Source): Choice {
  const roots = new Set(source.roots.map(({ url }) => url));
  const hasFailedRoot = urls.some((url) => roots.has(url));
  return (address) => {
    const isRoot = roots.has(address.url);
    if (urls.length > 0) return urls.includes(address.url) || (hasFailedRoot && !isRoot);
    return codes.length === 0 || isRoot || codes.includes(source.codeOf(address) ?? "");
  };
}
