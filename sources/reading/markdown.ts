import type { AnyNode, Element } from "domhandler";
import { isTag, isText } from "domhandler";
import { gridOf } from "./grid.ts";
import { type Run, runsOf } from "./runs.ts";
import { fold, isSilent, textOf } from "./text.ts";

/** Elements that a browser starts on a line of their own; elements around such are seen through. */
const BLOCKS =
  /^(p|[uo]l|table|div|h[2-6]|blockquote|section|article|center|dl|dt|dd|figure|figcaption|main|aside|pre)$/;

function isBlock(node: AnyNode): boolean {
  return isTag(node) && !isSilent(node.name) && (BLOCKS.test(node.name) || node.children.some(isBlock));
}

/** Renders nodes of a page as Markdown; links become absolute. Blocks are separated by an empty line. */
export function markdownOf(nodes: readonly AnyNode[], baseUrl: string): string {
  return blocksOf(nodes, baseUrl).join("\n\n");
}

function blocksOf(nodes: readonly AnyNode[], baseUrl: string): string[] {
  const blocks: string[] = [];
  let inline: AnyNode[] = [];
  const flush = () => {
    const line = inlineMarkdown(runsOf(inline), baseUrl);
    if (line !== "") blocks.push(line);
    inline = [];
  };
  for (const node of nodes) {
    if (isTag(node) && isBlock(node)) {
      flush();
      blocks.push(...blockMarkdown(node, baseUrl));
    } else if (isText(node) || (isTag(node) && !isSilent(node.name))) inline.push(node);
  }
  flush();
  return blocks;
}

function blockMarkdown(element: Element, baseUrl: string): string[] {
  if (element.name === "ul" || element.name === "ol") return nonEmpty(listMarkdown(element, baseUrl));
  if (element.name === "table") return nonEmpty(tableMarkdown(element));
  const level = /^h([2-6])$/.exec(element.name)?.[1];
  if (level !== undefined) {
    const words = textOf(element);
    return words === "" ? [] : [`${"#".repeat(Number(level))} ${escapeMarkdown(words)}`];
  }
  return blocksOf(element.children, baseUrl);
}

function nonEmpty(block: string): string[] {
  return block === "" ? [] : [block];
}

/** Whatever stands in a list is an item of it, also words and lists that an editor left outside any `li`. */
function listMarkdown(list: Element, baseUrl: string): string {
  return itemsOf(list)
    .map((nodes) => blocksOf(nodes, baseUrl))
    .filter((blocks) => blocks.length > 0)
    .map((blocks, index) => {
      const mark = list.name === "ol" ? `${index + 1}. ` : "- ";
      return mark + blocks.join("\n\n").replace(/\n(?!\n|$)/g, `\n${" ".repeat(mark.length)}`);
    })
    .join("\n");
}

function itemsOf(list: Element): (readonly AnyNode[])[] {
  const items: AnyNode[][] = [];
  for (const child of list.children) {
    if (isTag(child) && child.name === "li") items.push([...child.children]);
    else if (isTag(child) && /^[uo]l$/.test(child.name)) items.at(-1)?.push(child) ?? items.push([child]);
    else if (isTag(child) || (isText(child) && child.data.trim() !== "")) items.push([child]);
  }
  return items;
}

function tableMarkdown(element: Element): string {
  const { caption, rows } = gridOf(element);
  const cells = rows.map((row) => row.map((cell) => escapeMarkdown(cell?.text ?? "").replaceAll("|", "\\|")));
  const width = Math.max(0, ...cells.map((row) => row.length));
  if (width === 0) return "";
  const hasHeader = rows[0]?.every((cell) => cell === undefined || cell.isHeader) ?? false;
  const header = hasHeader ? (cells.shift() ?? []) : [];
  const line = (row: readonly string[]) =>
    `| ${Array.from({ length: width }, (_, i) => row[i] ?? "").join(" | ")} |`;
  const lines = [line(header), line(Array.from({ length: width }, () => "---")), ...cells.map(line)];
  return [...(caption === "" ? [] : [`**${escapeMarkdown(caption)}**`, ""]), ...lines].join("\n");
}

/** Runs of one link make one link, whatever is emphasised in it. */
function inlineMarkdown(runs: readonly Run[], baseUrl: string): string {
  let line = "";
  for (let at = 0; at < runs.length; ) {
    const href = runs[at]?.href;
    const end = runs.findIndex((run, index) => index > at && run.href !== href);
    const linked = runs.slice(at, end === -1 ? undefined : end);
    line += linkMarkdown(linked, href === undefined ? undefined : absolute(href, baseUrl));
    at += linked.length;
  }
  return escapeBlockStart(line.trim());
}

function linkMarkdown(runs: readonly Run[], target: string | undefined): string {
  const words = runs.map(emphasised).join("");
  if (target === undefined) return words;
  return `[${words.trim()}](${target})${words.endsWith(" ") ? " " : ""}`;
}

function emphasised(run: Run): string {
  const mark = `${run.strong ? "**" : ""}${run.em ? "*" : ""}`;
  const after = run.text.endsWith(" ") ? " " : "";
  return `${mark}${escapeMarkdown(run.text)}${[...mark].reverse().join("")}${after}`;
}

/** "1. January", "# 5", "- 10": words, not a list or a heading. */
function escapeBlockStart(line: string): string {
  return line
    .replace(/^([#+-]+|\d{1,9}(?=[.)] ))/, (mark) => (/\d/.test(mark) ? mark : `\\${mark}`))
    .replace(/^(\d{1,9})([.)]) /, "$1\\$2 ");
}

/** An address as the page means it; `undefined` where it is none that can be followed. */
export function absolute(href: string, baseUrl: string): string | undefined {
  if (!URL.canParse(href.trim(), baseUrl)) return undefined;
  const url = new URL(href.trim(), baseUrl);
  if (!/^https?:$/.test(url.protocol)) return undefined;
  return url.href.replaceAll("(", "%28").replaceAll(")", "%29");
}

function escapeMarkdown(text: string): string {
  return fold(text).replace(/[\\`*_[\]<>]/g, "\\$&");
}
