import type { AnyNode } from "domhandler";
import type { Heading } from "../reading/blocks.ts";
import { locatorOf } from "../reading/locator.ts";
import { markdownOf } from "../reading/markdown.ts";
import type { Page, Quote } from "../reading/page.ts";
import { paragraphsIn, type TabBlock } from "./blocks.ts";
import type { ProfileExtract } from "./profile-extract.ts";
import { refuseHeadingAsParagraph } from "./sections-in-place.ts";
import { isKnownHeading, summaryTopicOf, TABS, type Tab, topicOf } from "./topics.ts";

type Section = ProfileExtract["sections"][number];

/** A heading and all that stands below it, up to the next heading. */
type Part = { readonly heading: Heading; readonly blocks: readonly TabBlock[] };

/** The prose of one tab, part by part; parts without prose are left out. */
export function sectionsIn(page: Page, tab: Tab, blocks: readonly TabBlock[]): Section[] {
  refuseHeadingAsParagraph(page, blocks);
  const seen = new Set<string>();
  return partsOf(page, blocks).flatMap(({ heading, blocks: below }) => {
    const topic = heading.level === 2 ? TABS[tab] : topicOf(tab, heading.text);
    if (topic === undefined) remarkOnNew(page, tab, heading);
    else if (seen.has(topic) && !COMES_AGAIN.has(topic))
      page.refuse(heading.node, `one section about ${topic}`);
    if (topic !== undefined) seen.add(topic);
    return sectionOf(page, topic ?? TABS[tab], heading, below);
  });
}

/** Topics that a tab can have several sections about: "Types of …". */
const COMES_AGAIN = new Set(["types"]);

/** The publisher adds sections; words that are no heading, or one of another tab, have got there by accident. */
function remarkOnNew(page: Page, tab: Tab, { node, text }: Heading): void {
  if (/[.,:;]$/.test(text) || isKnownHeading(text)) page.refuse(node, `a heading of the tab “${tab}”`);
  page.remark("new-section", node, `The heading “${text}” is not known in the tab “${tab}”.`);
}

/** The short texts of the Summary tab. What says the same on every page is left out. */
export function summaryIn(page: Page, blocks: readonly TabBlock[]): Section[] {
  const first = blocks.findIndex((block) => block.kind === "heading");
  if (first === -1) return [];
  return partsOf(page, blocks.slice(first)).flatMap(({ heading, blocks: below }) => {
    const topic = summaryTopicOf(heading.text);
    if (topic === undefined) page.refuse(heading.node, "a heading of the Summary tab");
    return topic === null ? [] : sectionOf(page, topic, heading, below);
  });
}

/** The short description of the occupation, which opens the Summary tab, paragraph by paragraph, as plain text. */
export function descriptionIn(page: Page, blocks: readonly TabBlock[]): Quote[] {
  const first = blocks.findIndex((block) => block.kind === "heading");
  const part = partsOf(page, blocks.slice(Math.max(first, 0))).find(
    ({ heading }) => summaryTopicOf(heading.text) === "summary-what-they-do",
  );
  return paragraphsIn(part?.blocks ?? []);
}

function partsOf(page: Page, blocks: readonly TabBlock[]): Part[] {
  const parts: { heading: Heading; blocks: TabBlock[] }[] = [];
  for (const block of blocks) {
    if (block.kind === "heading") parts.push({ heading: block, blocks: [] });
    else {
      const part = parts.at(-1);
      if (part !== undefined) part.blocks.push(block);
      else if (block.kind !== "chart") page.refuse(block.node, "a heading before the first text of the tab");
    }
  }
  return parts;
}

function sectionOf(page: Page, topic: string, heading: Heading, below: readonly TabBlock[]): Section[] {
  const paragraphs = below.map((block) => markdownOf(nodesOf(block), page.url));
  const text = paragraphs.filter((paragraph) => paragraph !== "").join("\n\n");
  return text === "" ? [] : [{ topic, heading: heading.text, text, at: locatorOf(heading.node) }];
}

/** What a block gives to the prose. Charts and the projections table are pictures of figures that are read elsewhere. */
function nodesOf(block: TabBlock): readonly AnyNode[] {
  if (block.kind === "chart" || block.kind === "heading") return [];
  if (block.kind === "table" && block.node.attribs.id === "outlook-table") return [];
  return block.kind === "paragraph" ? block.nodes : [block.node];
}
