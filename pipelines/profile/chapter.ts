import type { Row } from "../../transforms/model/model.ts";
import { grouped } from "../text/grouped.ts";
import { plainWords, renderMarkdown } from "../text/markdown.ts";
import { title } from "../text/style.ts";
import { textTable } from "../text/table.ts";
import { wrap } from "../text/wrap.ts";
import type { Layout } from "../world.ts";
import { type Figure, figuresShown } from "./figures.ts";

/** Something that is listed, in plain words: a duty, a specialty, a quality. `heading`: what introduces the list. */
export type Item = { readonly heading: string | null; readonly words: string };

/** A part of the profile: prose, and the facts that belong to it. */
export type Chapter = {
  readonly title: string;
  readonly sections: readonly Row<"section">[];
  /** Shown where the prose does not tell them itself. */
  readonly items?: readonly Item[];
  readonly figures?: readonly Figure[];
  /** Shown after all else. */
  readonly tables?: (width: number) => readonly string[];
  /** Print the addresses of links. */
  readonly withAddresses?: boolean;
};

const INDENT = "  ";

/** The paragraphs of a chapter; none where there is nothing to say. Nothing is told twice. */
export function chapterParagraphs(chapter: Chapter, layout: Layout): readonly string[] {
  const { sections, items = [], figures = [] } = chapter;
  const { width } = layout;
  const told = new Set<Figure>();
  const prose = withoutRepeats(sections).flatMap((section) => [
    ...(section.heading === chapter.title ? [] : [title(section.heading, layout)]),
    sectionText(section, chapter, told, width),
  ]);
  const words = wordsOf(sections);
  const untoldItems = items.filter((item) => !words.includes(fold(item.words)));
  const untoldFigures = figures.filter((figure) => !told.has(figure) && !isInProse(figure, words));
  return [...prose, ...itemLists(untoldItems, width), ...figureLists(untoldFigures, width)];
}

/** The Summary tab of a handbook page repeats whole paragraphs of the others. */
function withoutRepeats(sections: readonly Row<"section">[]): readonly Row<"section">[] {
  const isSummary = ({ topic }: Row<"section">) => topic.startsWith("summary-");
  const details = wordsOf(sections.filter((section) => !isSummary(section)));
  return sections.flatMap((section) => {
    if (!isSummary(section)) return [section];
    const own = section.text
      .split("\n\n")
      .filter((paragraph) => !details.includes(fold(plainWords(paragraph))));
    return own.length === 0 ? [] : [{ ...section, text: own.join("\n\n") }];
  });
}

function sectionText(section: Row<"section">, chapter: Chapter, told: Set<Figure>, width: number): string {
  const { figures = [], withAddresses = false } = chapter;
  return renderMarkdown(section.text, {
    width,
    indent: INDENT,
    withAddresses,
    tableInstead: (rows) => {
      const shown = figuresShown(rows, figures);
      for (const figure of shown ?? []) told.add(figure);
      return shown && figureTable(shown, width);
    },
  });
}

/** "Bus drivers, school, held about 378,900 jobs in 2024." */
function isInProse({ title, stated }: Figure, words: string): boolean {
  return stated !== undefined && words.includes(fold(title)) && words.includes(stated);
}

function itemLists(items: readonly Item[], width: number): readonly string[] {
  return grouped(items, (own) => own.heading).flatMap(([heading, own]) => [
    ...(heading === null ? [] : [renderMarkdown(heading, { width, indent: INDENT })]),
    own.map(({ words }) => wrap(words, width, `${INDENT}• `, `${INDENT}  `)).join("\n"),
  ]);
}

function figureLists(figures: readonly Figure[], width: number): readonly string[] {
  return grouped(figures, (own) => own.list).flatMap(([list, own]) => [list, figureTable(own, width)]);
}

function figureTable(figures: readonly Figure[], width: number): string {
  const columns = [{ title: "" }, { title: "", align: "right" as const }];
  return textTable(
    columns,
    figures.map(({ title, words }) => [title, words]),
    width,
    INDENT,
  );
}

function wordsOf(sections: readonly Row<"section">[]): string {
  return fold(sections.map(({ text }) => plainWords(text)).join(" "));
}

function fold(words: string): string {
  return words.toLowerCase().replaceAll("’", "'").replaceAll(/\s+/g, " ").trim();
}
