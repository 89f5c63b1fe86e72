import type { Block } from "../reading/blocks.ts";
import { locatorOf } from "../reading/locator.ts";
import type { Page, Quote } from "../reading/page.ts";
import { type ListItem, listItemsOf } from "./list-items.ts";
import type { Subsection } from "./parts.ts";
import type { ProfileExtract } from "./profile-extract.ts";

type DutyList = ProfileExtract["duties"][number];

/** The lists of the day-to-day tasks, each with the paragraph or heading right before it. */
export function dutiesOf({ prose }: Subsection): DutyList[] {
  return prose.flatMap((block, index) => {
    if (block.kind !== "list") return [];
    const before = prose[index - 1];
    const isIntroduction = before?.kind === "paragraph" || before?.kind === "heading";
    const introduction = isIntroduction ? { text: before.text, at: locatorOf(before.node) } : null;
    return byIntroduction(listItemsOf(block.node), introduction);
  });
}

/** Items of a list inside an item are introduced by that item. */
function byIntroduction(items: readonly ListItem[], introduction: Quote | null): DutyList[] {
  const lists: { introduction: Quote | null; items: Quote[] }[] = [];
  for (const { text, at, below } of items) {
    const own = below ?? introduction;
    const last = lists.at(-1);
    if (last !== undefined && last.introduction?.at === own?.at) last.items.push({ text, at });
    else lists.push({ introduction: own, items: [{ text, at }] });
  }
  return lists;
}

export function skillsOf(page: Page, { prose, section }: Subsection): Quote[] {
  const skills = prose.flatMap((block) => (block.kind === "list" ? quotesOf(block) : []));
  return skills.length > 0 ? skills : page.refuse(section, "a list of skills", "none");
}

/** Each item of a list; and each paragraph that is more than the introduction of a list. */
export function restrictionsOf({ prose }: Subsection): Quote[] {
  return prose.flatMap((block, index) => {
    if (block.kind === "list") return quotesOf(block);
    const isIntroduction = prose[index + 1]?.kind === "list" && "text" in block && block.text.endsWith(":");
    return block.kind === "paragraph" && !isIntroduction ? quotesOf(block) : [];
  });
}

function quotesOf(block: Block): Quote[] {
  if (block.kind === "paragraph") return [{ text: block.text, at: locatorOf(block.node) }];
  return block.kind === "list" ? listItemsOf(block.node).map(({ text, at }) => ({ text, at })) : [];
}
