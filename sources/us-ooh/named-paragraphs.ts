import type { Element } from "domhandler";
import { isTag } from "domhandler";
import type { Paragraph } from "../reading/blocks.ts";
import { locatorOf } from "../reading/locator.ts";
import type { Page } from "../reading/page.ts";
import { leadOf, runsOf } from "../reading/runs.ts";
import { textOf } from "../reading/text.ts";
import type { TabBlock } from "./blocks.ts";
import type { ProfileExtract } from "./profile-extract.ts";

type Named = ProfileExtract["specialties"][number];

/** The lists of the tab "What They Do", each with the paragraph that introduces it. */
export function dutiesIn(blocks: readonly TabBlock[]): ProfileExtract["duties"] {
  return blocks.flatMap((block, index) => {
    if (block.kind !== "list") return [];
    const before = blocks[index - 1];
    const introduction =
      before?.kind === "paragraph" ? { text: before.text, at: locatorOf(before.node) } : null;
    const items = itemsOf(block.node).map((item) => ({ text: textOf(item), at: locatorOf(item) }));
    const filled = items.filter((item) => item.text !== "");
    return filled.length === 0 ? [] : [{ introduction, items: filled }];
  });
}

function itemsOf(list: Element): Element[] {
  return list.children.filter((child): child is Element => isTag(child) && child.name === "li");
}

/** "**Widget makers** typically do the following:" introduces a list; it does not describe a specialty. */
const ONLY_AN_INTRODUCTION = /^[^.]* typically do the following:$/;

/** The paragraphs of the tab "What They Do" that begin with an emphasised name. */
export function specialtiesIn(blocks: readonly TabBlock[]): Named[] {
  return blocks.flatMap((block) => {
    if (block.kind !== "paragraph" || ONLY_AN_INTRODUCTION.test(block.text)) return [];
    const named = specialtyOf(block);
    return named === undefined ? [] : [named];
  });
}

/** The paragraphs under "Important Qualities" that begin with a name. */
export function qualitiesIn(page: Page, blocks: readonly TabBlock[]): Named[] {
  const start = blocks.findIndex(isQualitiesHeading);
  if (start === -1) return [];
  const end = blocks.findIndex((block, index) => index > start && block.kind === "heading");
  const below = blocks.slice(start + 1, end === -1 ? undefined : end);
  return below.flatMap((block, index) => {
    if (block.kind !== "paragraph") return [];
    const named = qualityOf(block);
    // The first paragraph introduces the list.
    if (named === undefined && index > 0)
      page.remark("unnamed-quality", block.node, `A paragraph without a name: “${block.text.slice(0, 80)}”.`);
    return named === undefined ? [] : [named];
  });
}

function isQualitiesHeading(block: TabBlock): boolean {
  return block.kind === "heading" && /^important qualities$/i.test(block.text);
}

/** The emphasised words that a paragraph begins with name the specialty. */
function specialtyOf(block: Paragraph): Named | undefined {
  const { lead, rest } = leadOf(runsOf(block.nodes));
  const name = withoutStop(lead);
  return name === "" || rest === ""
    ? undefined
    : { name, text: rest, whole: block.text, at: locatorOf(block.node) };
}

/**
 * "**Integrity.** Clerks must …": the name is emphasised, up to its full stop. Editors at times emphasised a word too
 * many, or the whole paragraph.
 */
function qualityOf(block: Paragraph): Named | undefined {
  const { lead, rest } = leadOf(runsOf(block.nodes));
  if (lead === "") return undefined;
  const [, sentence, spilled] = /^(.+?)[.:]\s+(.+)$/.exec(lead) ?? [];
  const name = withoutStop(sentence ?? lead);
  const text = `${spilled ?? ""} ${rest}`.replace(/^[\s.:—–-]+/, "").trim();
  return name === "" || text === ""
    ? undefined
    : { name, text, whole: block.text, at: locatorOf(block.node) };
}

/** "Officers’ duties …": the mark belongs to the sentence, not to the name. */
function withoutStop(name: string): string {
  return name.replace(/[\s.,:;’'—–-]+$/, "");
}
