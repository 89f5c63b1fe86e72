import type { Row } from "../../transforms/model/model.ts";
import { dateWords } from "../text/figures.ts";
import { wrap } from "../text/wrap.ts";
import type { Profile } from "./read-profile.ts";

/** The citation with the day on which we read the page, and what is to be known of the source. */
export function sourceLines({ occupation, source, capture }: Profile, width: number): string {
  const address = occupation.url ?? capture.url;
  const citation =
    occupation.citation ?? `${source.publisher}, ${source.title}, ${occupation.title}, at ${address}`;
  const lines = [
    `${citation.replace(/\.$/, "")} (visited ${dateWords(capture.fetched_at)}).`,
    ...stateLines(source),
  ];
  return lines.map((line) => wrap(line, width, "  ")).join("\n");
}

function stateLines({ state, fetched_at }: Row<"source">): readonly string[] {
  switch (state) {
    case "carried-forward":
      return [
        `The latest run could not read this source; these are its last good facts, of ${dateWords(fetched_at)}.`,
      ];
    case "retired":
      return ["The publisher no longer publishes this source; these are its last facts."];
    case "sample":
      return ["This is the sample that ships with the program, not the publisher's own."];
    case "fresh":
      return [];
  }
}
