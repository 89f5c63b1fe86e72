import { plainWords } from "../text/markdown.ts";
import { heading, title } from "../text/style.ts";
import { wrap } from "../text/wrap.ts";
import type { Layout } from "../world.ts";
import { chapterParagraphs } from "./chapter.ts";
import { chaptersOf } from "./chapters.ts";
import { counterpartParagraphs } from "./counterparts.ts";
import { quickFacts } from "./quick-facts.ts";
import type { Profile } from "./read-profile.ts";
import { otherNames, relatedOccupations } from "./related.ts";
import { sourceLines } from "./source-lines.ts";

const WIDEST = 100;

/** The whole profile for a reader. */
export function renderProfile(profile: Profile, terminal: Layout): string {
  const layout = { ...terminal, width: Math.min(terminal.width, WIDEST) };
  const { width } = layout;
  const chapters = chaptersOf(profile).flatMap((chapter) => {
    const paragraphs = [...chapterParagraphs(chapter, layout), ...(chapter.tables?.(width) ?? [])];
    return paragraphs.length === 0 ? [] : [heading(chapter.title, layout), ...paragraphs];
  });
  return [
    ...head(profile, layout, width),
    heading("Quick facts", layout),
    labelledLines(quickFacts(profile), width),
    ...chapters,
    ...counterpartParagraphs(profile.counterparts, layout),
    ...relatedOccupations(profile, layout),
    ...otherNames(profile, layout),
    heading("Source", layout),
    sourceLines(profile, width),
  ].join("\n\n");
}

function head({ occupation }: Profile, layout: Layout, width: number): readonly string[] {
  const { summary } = occupation;
  const lines = [title(occupation.title, layout), occupation.id].join("\n");
  return summary === null ? [lines] : [lines, wrap(plainWords(summary), width)];
}

function labelledLines(lines: readonly (readonly [string, string])[], width: number): string {
  const column = Math.max(...lines.map(([label]) => label.length)) + 2;
  return lines
    .map(([label, words]) => wrap(words, width, `  ${label.padEnd(column)}`, " ".repeat(column + 2)))
    .join("\n");
}
