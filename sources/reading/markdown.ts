import type { AnyNode, Element } from "domhandler";
import { isTag, isText } from "domhandler";
import { gridOf } from "./grid.ts";
import { type Run, runsOf } from "./runs.ts";
import { fold, isSilent, textOf } from "./text.ts";

const BLOCKS = new Set([
  "p",
  "ul",
  "ol",
  "table",
  "div",
  "h2",
  "h3",
  "h4",
  "h5",
  "h6",
  "blockquote",
  "section",
]);

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
    if (isTag(node) && BLOCKS.has(node.name)) {
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

function listMarkdown(list: Element, baseUrl: string): string {
  const items = list.children.filter((child) => isTag(child) && child.name === "li") as Element[];
  return items
    .map((item) => blocksOf(item.children, baseUrl))
    .filter((blocks) => blocks.length > 0)
    .map((blocks, index) => {
      const mark = list.name === "ol" ? `${index + 1}. ` : "- ";
      return mark + blocks.join("\n\n").replaceAll("\n", `\n${" ".repeat(mark.length)}`);
    })
    .join("\n");
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

function inlineMarkdown(runs: readonly Run[], baseUrl: string): string {
  return runs
    .map((run) => runMarkdown(run, baseUrl))
    .join("")
    .trim();
}

function runMarkdown(run: Run, baseUrl: string): string {
  const words = run.text.trim();
  const after = run.text.endsWith(" ") ? " " : "";
  const mark = `${run.strong ? "**" : ""}${run.em ? "*" : ""}`;
  const marked = `${mark}${escapeMarkdown(words)}${[...mark].reverse().join("")}`;
  const target = run.href === undefined ? undefined : absolute(run.href, baseUrl);
  return `${target === undefined ? marked : `[${marked}](${target})`}${after}`;
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
