import type { Element } from "domhandler";
import { isTag } from "domhandler";
import type { Block, Heading } from "../reading/blocks.ts";
import type { Page } from "../reading/page.ts";
import { textOf } from "../reading/text.ts";
import { blocksOf, isVideo } from "./blocks.ts";
import {
  type KnownSection,
  PARTS,
  type PartName,
  SUBSECTIONS,
  type SubsectionName,
} from "./known-sections.ts";

/** A section, its heading, and what stands in it without the sections inside. `undefined`: nobody knows it. */
type Found<Name extends string> = {
  readonly name: Name | undefined;
  readonly section: Element;
  readonly heading: Heading;
  readonly prose: readonly Block[];
};

export type Subsection = Found<SubsectionName>;
export type Part = Found<PartName> & { readonly subsections: readonly Subsection[] };

/** The sections of a page in its order, without those that are left out; the four that every page has, once each. */
export function partsOf(page: Page): Part[] {
  const main = page.one("main");
  const inside = new Map<Element | undefined, Element[]>();
  for (const section of page.many("section", main)) {
    const around = sectionAround(section);
    inside.set(around, [...(inside.get(around) ?? []), section]);
  }
  const found = sectionsAmong(page, inside.get(undefined) ?? [], PARTS);
  for (const { name, ids, isLeftOut } of PARTS)
    if (isLeftOut !== true && !found.some((part) => part.name === name))
      page.refuse(main, `a section #${ids.join(" or #")}`, "none");
  return found.map((part) => ({
    ...part,
    subsections: subsectionsOf(page, part.name, inside.get(part.section) ?? []),
  }));
}

function subsectionsOf(
  page: Page,
  part: PartName | undefined,
  sections: readonly Element[],
): readonly Subsection[] {
  const known = part === undefined ? [] : (SUBSECTIONS[part] ?? []);
  const found = sectionsAmong(page, sections, known);
  refuseRenamed(page, found, known);
  return found;
}

function sectionsAmong<Name extends string>(
  page: Page,
  sections: readonly Element[],
  known: readonly KnownSection<Name>[],
): Found<Name>[] {
  const found = sections.flatMap((section) => {
    const one = isVideo(section) ? undefined : identify(page, section, known);
    return one === undefined ? [] : [one];
  });
  for (const { name, section } of found)
    if (name !== undefined && found.filter((other) => other.name === name).length > 1)
      page.refuse(section, `one section about ${name}`);
  return found;
}

/**
 * Id and heading must tell the same; where only one of them is known, the publisher has changed the other.
 * `undefined`: not to be read.
 */
function identify<Name extends string>(
  page: Page,
  section: Element,
  known: readonly KnownSection<Name>[],
): Found<Name> | undefined {
  const id = section.attribs.id;
  const byId = known.find(({ ids }) => id !== undefined && ids.includes(id));
  if (byId?.isLeftOut === true) return undefined;
  const [heading, ...prose] = blocksOf(section.children);
  if (heading?.kind !== "heading") {
    if (byId !== undefined) page.refuse(section, `a heading like ${byId.heading.source}, and text below it`);
    const words = textOf(section).slice(0, 80);
    if (words !== "")
      page.remark("new-section", section, `A section without a heading is not read: “${words}”.`);
    return undefined;
  }
  const byHeading = known.find((one) => one.heading.test(heading.text));
  if (byHeading?.isLeftOut === true) return undefined;
  const isSame = byId === byHeading || (byId === undefined && byHeading?.ids.length === 0);
  if (!isSame) page.refuse(section, idAndHeading(byId ?? byHeading), `#${id ?? ""} “${heading.text}”`);
  return { name: byHeading?.name, section, heading, prose };
}

function idAndHeading(known: KnownSection<string> | undefined): string {
  return `the id ${known?.ids.join(" or ")} together with a heading like ${known?.heading.source}`;
}

/** A section that is known by its heading alone and has another heading cannot be told from a new one. */
function refuseRenamed(
  page: Page,
  found: readonly Found<string>[],
  known: readonly KnownSection<string>[],
): void {
  const missing = known.find(({ name, ids }) => ids.length === 0 && !found.some((one) => one.name === name));
  const unknown = found.find(({ name, section }) => name === undefined && section.attribs.id === undefined);
  if (missing !== undefined && unknown !== undefined)
    page.refuse(unknown.section, `a heading like ${missing.heading.source}`, `“${unknown.heading.text}”`);
}

function sectionAround(section: Element): Element | undefined {
  for (let node = section.parent; node !== null && isTag(node); node = node.parent)
    if (node.name === "section") return node;
  return undefined;
}
