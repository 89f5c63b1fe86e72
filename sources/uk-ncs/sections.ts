import type { Block, Heading } from "../reading/blocks.ts";
import { locatorOf } from "../reading/locator.ts";
import type { Page } from "../reading/page.ts";
import { markdownOfBlocks } from "./blocks.ts";
import { MORE_INFORMATION } from "./known-sections.ts";
import type { Part, Subsection } from "./parts.ts";
import type { ProfileExtract } from "./profile-extract.ts";

type Section = ProfileExtract["sections"][number];

/** The prose of a page, part by part, in the page's order; parts without prose are left out. */
export function sectionsOf(page: Page, parts: readonly Part[]): Section[] {
  return parts.flatMap((part) => [
    ...sectionOf(page, topicOf(page, part), part.heading, part.prose),
    ...part.subsections.flatMap((subsection) => subsectionsOf(page, subsection)),
  ]);
}

/** The two parts that hold nothing but sections have no prose of their own. */
function topicOf(page: Page, { name, heading, prose }: Part): string {
  if (name === "how-to-become" || name === "career-path") return name;
  if (prose.length > 0) remarkOn(page, heading);
  return "other";
}

function subsectionsOf(page: Page, { name, heading, prose }: Subsection): Section[] {
  if (name === undefined) remarkOn(page, heading);
  return name === "more-information"
    ? moreInformationOf(page, heading, prose)
    : sectionOf(page, name ?? "other", heading, prose);
}

/** Registration, career tips and so on: each a section of its own. */
function moreInformationOf(page: Page, heading: Heading, prose: readonly Block[]): Section[] {
  const pieces: { heading: Heading; blocks: Block[] }[] = [{ heading, blocks: [] }];
  for (const block of prose) {
    if (block.kind !== "heading") pieces.at(-1)?.blocks.push(block);
    else {
      if (!MORE_INFORMATION.test(block.text)) remarkOn(page, block);
      pieces.push({ heading: block, blocks: [] });
    }
  }
  return pieces.flatMap((piece) => sectionOf(page, "more-information", piece.heading, piece.blocks));
}

function remarkOn(page: Page, { node, text }: Heading): void {
  page.remark("new-section", node, `The text under “${text}” is not known from other pages.`);
}

function sectionOf(page: Page, topic: string, heading: Heading, prose: readonly Block[]): Section[] {
  const text = markdownOfBlocks(prose, page.url);
  return text === "" ? [] : [{ topic, heading: heading.text, text, at: locatorOf(heading.node) }];
}
