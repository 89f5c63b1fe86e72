import type { Passage } from "./passage.ts";
import type { FailureReport } from "./result.ts";

/** What a run asked for in vain, source by source. */
export function failuresOf(passages: readonly Passage[]): readonly FailureReport[] {
  return passages.flatMap(({ registered, gathered }) =>
    (gathered?.failed ?? []).flatMap(({ address, trouble }) =>
      trouble === undefined
        ? []
        : [{ source: registered.source.id, url: address.url, kind: trouble.kind, message: trouble.message }],
    ),
  );
}
