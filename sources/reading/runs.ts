import type { AnyNode } from "domhandler";
import { isTag, isText } from "domhandler";
import { isSilent } from "./text.ts";

/** A stretch of text in one style. */
export type Run = {
  readonly text: string;
  readonly strong: boolean;
  readonly em: boolean;
  readonly href: string | undefined;
};

type Style = Omit<Run, "text">;

const PLAIN: Style = { strong: false, em: false, href: undefined };

/**
 * The text of inline nodes as runs of equal style, white space folded across them. White space between two runs
 * belongs to neither's emphasis; emphasis around nothing is dropped; emphasis split by the editor is one run again.
 */
export function runsOf(nodes: readonly AnyNode[]): Run[] {
  const raw: Run[] = [];
  collect(nodes, PLAIN, raw);
  const runs: Run[] = [];
  let space = false;
  for (const run of raw) {
    const text = run.text.replace(/[\s\u00a0\u200b\ufeff]+/g, " ");
    const words = text.trim();
    if (words === "") {
      space ||= text !== "";
      continue;
    }
    space ||= text.startsWith(" ");
    append(runs, { ...run, text: words }, space && runs.length > 0);
    space = text.endsWith(" ");
  }
  return runs;
}

function append(runs: Run[], run: Run, space: boolean): void {
  const last = runs.at(-1);
  if (last !== undefined && isSameStyle(last, run)) {
    runs[runs.length - 1] = { ...last, text: `${last.text}${space ? " " : ""}${run.text}` };
  } else {
    if (space && last !== undefined) runs[runs.length - 1] = { ...last, text: `${last.text} ` };
    runs.push(run);
  }
}

function isSameStyle(a: Run, b: Run): boolean {
  return a.strong === b.strong && a.em === b.em && a.href === b.href;
}

function collect(nodes: readonly AnyNode[], style: Style, runs: Run[]): void {
  for (const node of nodes) {
    if (isText(node)) runs.push({ ...style, text: node.data });
    else if (isTag(node) && !isSilent(node.name)) {
      if (node.name === "br") runs.push({ ...style, text: " " });
      else collect(node.children, styleInside(node.name, node.attribs, style), runs);
    }
  }
}

function styleInside(tag: string, attributes: Readonly<Record<string, string>>, style: Style): Style {
  if (tag === "strong" || tag === "b") return { ...style, strong: true };
  if (tag === "em" || tag === "i" || tag === "cite") return { ...style, em: true };
  if (tag === "a" && attributes.href !== undefined) return { ...style, href: attributes.href };
  return style;
}

/** The plain text of runs. */
export function plainText(runs: readonly Run[]): string {
  return runs.map((run) => run.text).join("");
}

/** The emphasised words that a text begins with, and what follows them; no words = it begins plainly. */
export function leadOf(runs: readonly Run[]): { readonly lead: string; readonly rest: string } {
  const first = runs.findIndex((run) => !run.strong && !run.em);
  const cut = first === -1 ? runs.length : first;
  return { lead: plainText(runs.slice(0, cut)).trim(), rest: plainText(runs.slice(cut)).trim() };
}
