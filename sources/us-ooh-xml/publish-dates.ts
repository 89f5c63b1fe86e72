import { slugOf } from "../us-ooh/profile-address.ts";
import type { CompilationExtract } from "./compilation-extract.ts";

/** `registered-nurses` → "2025-08-28": the day on which the publisher last put each profile online. */
export function publishDatesOf({ occupations }: CompilationExtract): ReadonlyMap<string, string> {
  return new Map(
    occupations.flatMap(({ url, publishDate }) => {
      const slug = slugOf(url);
      return slug === undefined ? [] : [[slug, publishDate.text]];
    }),
  );
}
