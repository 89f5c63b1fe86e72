/** How a pair of a crosswalk was found: the publisher says so, for the whole of both groups or for a part of either. */
export function publishedMethod(isPartial: boolean): string {
  return isPartial ? PARTIAL_METHOD : "published";
}

export const PARTIAL_METHOD = "published-partial";
