import { type AnyNode, type Element, isTag } from "domhandler";
import { markdownOf } from "../../../../sources/reading/markdown.ts";
import { without } from "./without.ts";

/** The prose of a place as Markdown, block by block: of a heading what stands below it, of another element what is in it. */
export function proseAt(element: Element, url: string): readonly string[] {
  const nodes = isHeading(element) ? below(element) : element.children;
  const blocks = markdownOf(without(isBox, nodes), url).split("\n\n");
  return blocks.filter((block, index) => !isEmptyHeading(block, blocks[index + 1]));
}

function isHeading({ name }: Element): boolean {
  return /^h[1-6]$/.test(name);
}

/** All that follows a heading in the part of the page that it belongs to. */
function below(element: Element): AnyNode[] {
  const { parent } = element;
  if (parent === null || isPart(element)) return [];
  const after = parent.children.slice(parent.children.indexOf(element) + 1);
  return isTag(parent as AnyNode) ? [...after, ...below(parent as Element)] : after;
}

function isPart({ name }: Element): boolean {
  return name === "article" || name === "section";
}

/** Boxes that stand among the prose and are none: charts, photographs with their captions, videos, navigation. */
const BOXES =
  /(^|\s)(ooh-chart|ooh_right_img|youtube-player|tab-footer|clearfloat|dataTables_\w+|invisible|\S*video\S*)(\s|$)/;

/** The projections of a handbook page stand in a table of their own. */
const FIGURES = "outlook-table";

function isBox({ name, attribs }: Element): boolean {
  return /^(iframe|nav|video)$/.test(name) || BOXES.test(attribs.class ?? "") || attribs.id === FIGURES;
}

/** A heading with nothing below it before the next one of its rank or above. */
function isEmptyHeading(block: string, next = ""): boolean {
  const rank = rankOf(block);
  return rank > 0 && (next === "" || (rankOf(next) > 0 && rankOf(next) <= rank));
}

/** `### Duties` → 3; 0 where a block is no heading. */
export function rankOf(block: string): number {
  return /^(#+) /.exec(block)?.[1]?.length ?? 0;
}
