import type { Element } from "domhandler";
import type { Block } from "../reading/blocks.ts";
import { locatorOf } from "../reading/locator.ts";
import type { Page, Quote } from "../reading/page.ts";
import { markdownOfBlocks } from "./blocks.ts";
import { listItemsOf } from "./list-items.ts";
import type { Subsection } from "./parts.ts";
import { ENTRY_ROUTES, type ProfileExtract } from "./profile-extract.ts";

type EntryRoute = ProfileExtract["routes"][number];
type Segment = "description" | "requirements" | "links";

/** The lists under the two headings inside a route carry a class of their own. */
const LIST_CLASSES: Readonly<Record<Exclude<Segment, "description">, string>> = {
  requirements: "list-reqs",
  links: "list-link",
};

/** The ways into the job, in the page's order. */
export function routesOf(page: Page, subsections: readonly Subsection[]): EntryRoute[] {
  return subsections.flatMap((subsection) => {
    const route = ENTRY_ROUTES.find((name) => name === subsection.name);
    if (route === undefined) return [];
    const segments = segmentsOf(page, subsection.prose);
    const description = markdownOfBlocks(segments.description, page.url);
    return [
      {
        route,
        description: description === "" ? null : description,
        requirements: segments.requirements.flatMap(itemsOf),
        at: locatorOf(subsection.section),
      },
    ];
  });
}

/** What stands before the first known heading describes the route; each known heading begins another segment. */
function segmentsOf(page: Page, blocks: readonly Block[]): Record<Segment, Block[]> {
  const segments: Record<Segment, Block[]> = { description: [], requirements: [], links: [] };
  const begun: Segment[] = ["description"];
  for (const block of blocks) {
    const segment = begun.at(-1) ?? "description";
    if (block.kind === "heading") {
      const next = segmentUnder(block.text);
      if (next === undefined)
        page.remark("new-section", block.node, `The heading “${block.text}” is not known.`);
      else if (begun.includes(next)) page.refuse(block.node, `one heading “${block.text}”`);
      else begun.push(next);
      if (next !== undefined) continue;
    }
    if (block.kind === "list") refuseStray(page, segment, block.node);
    segments[segment].push(block);
  }
  return segments;
}

function segmentUnder(heading: string): Segment | undefined {
  if (/^entry requirements$/i.test(heading)) return "requirements";
  return /^more information$/i.test(heading) ? "links" : undefined;
}

/** A list of requirements under another heading, or another list under theirs: the heading has been changed or moved. */
function refuseStray(page: Page, segment: Segment, list: Element): void {
  const classes = ` ${list.attribs.class ?? ""} `;
  for (const [own, name] of Object.entries(LIST_CLASSES))
    if (classes.includes(` ${name} `) !== (own === segment))
      page.refuse(list, `ul.${name} under the heading of the ${own}, and no other list there`);
}

function itemsOf(block: Block): Quote[] {
  return block.kind === "list" ? listItemsOf(block.node).map(({ text, at }) => ({ text, at })) : [];
}
