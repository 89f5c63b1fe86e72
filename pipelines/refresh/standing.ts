import type { Source } from "../../sources/source.ts";
import type { ChosenDocument } from "../build/contribution.ts";
import { type GatheredDocument, GONE_ROUNDS } from "./gathered.ts";

/** Its address was dead in so many rounds that the publisher means it. */
export function isDead({ unlisted }: Source, { trouble }: GatheredDocument): boolean {
  return unlisted === "asked-again" && (trouble?.goneRounds ?? 0) >= GONE_ROUNDS;
}

/** Its address is dead for the first or second time: its last good copy stands in, and nobody needs to act. */
export function isAwaited({ unlisted }: Source, { capture, trouble }: GatheredDocument): boolean {
  return unlisted === "asked-again" && trouble?.kind === "gone" && capture !== undefined;
}

/** Documents of the last version that have had their time. */
export function takenOut(
  published: readonly ChosenDocument[],
  dead: readonly GatheredDocument[],
): readonly ChosenDocument[] {
  const urls = new Set(dead.map(({ address }) => address.url));
  return published.filter(({ address }) => urls.has(address.url));
}
