import type { AnyNode, Element } from "domhandler";
import { isTag } from "domhandler";
import { locatorOf } from "../reading/locator.ts";
import { type Page, type Quote, quoteOf } from "../reading/page.ts";
import { textOf } from "../reading/text.ts";
import { blocksOf } from "./blocks.ts";
import type { ProfileExtract } from "./profile-extract.ts";

type Hero = Pick<ProfileExtract, "title" | "alternativeTitles" | "overview">;
type PayFigure = NonNullable<ProfileExtract["salary"]["starter"]>;
type Detailed = ProfileExtract["pattern"];

const ALTERNATIVES = /^Alternative titles for this job include ?/;

/** The title, the other titles, and the overview: all that stands beside the `h1`. */
export function titlesOn(page: Page): Hero {
  const title = page.one("h1");
  if (textOf(title) === "") page.refuse(title, "a title");
  let alternativeTitles: Quote | null = null;
  const overview: Quote[] = [];
  for (const block of blocksOf(title.parent?.children ?? [])) {
    if (block.node === title) continue;
    const isAlternatives = block.kind === "heading" && ALTERNATIVES.test(block.text);
    if (isAlternatives && alternativeTitles === null && overview.length === 0)
      alternativeTitles = { text: block.text.replace(ALTERNATIVES, ""), at: locatorOf(block.node) };
    else if (block.kind === "paragraph") overview.push({ text: block.text, at: locatorOf(block.node) });
    else page.refuse(block.node, "alternative titles, and paragraphs about the job");
  }
  if (overview.length === 0) page.refuse(title, "a paragraph about the job below the title", "none");
  return {
    title: quoteOf(title),
    alternativeTitles: alternativeTitles?.text === "" ? null : alternativeTitles,
    overview,
  };
}

/** Both amounts, or the word that stands instead of them; nothing else. The tags differ by era, the classes do not. */
export function salaryOn(page: Page): ProfileExtract["salary"] {
  const block = page.one("#Salary");
  const heading = headingIn(page, block);
  const starter = page.optional(".dfc-code-jpsstarter", block);
  const experienced = page.optional(".dfc-code-jpsexperienced", block);
  const blank = page.optional(".dfc-code-jpsalaryblank", block);
  const amounts = [starter, experienced].filter((element) => element !== undefined);
  const isKnown = blank === undefined ? amounts.length === 2 : amounts.length === 0;
  if (!isKnown) page.refuse(block, "a starter's and an experienced worker's salary, or one word instead");
  const shown = blank === undefined ? amounts : [blank];
  const read = shown.map((element) => textOf(element).replace(/ to$/, ""));
  refuseOthers(page, block, heading, read.join(" to "), read.join(" "));
  return {
    heading,
    starter: starter === undefined ? null : payFigureOf(page, starter),
    experienced: experienced === undefined ? null : payFigureOf(page, experienced),
    blank: blank === undefined ? null : quoteOf(blank),
  };
}

function payFigureOf(page: Page, element: Element): PayFigure {
  const label = textOf(page.one("span", element));
  const amount = wordsBeside(page, element, (child) => child.name === "span" || isTo(child));
  const whole = textOf(element.children.filter((child) => !isTag(child) || !isTo(child)));
  if (amount === "" || label === "") page.refuse(element, "an amount with its label");
  return { amount, label, whole, at: locatorOf(element) };
}

/** The hidden "to" between the two amounts; it is inside the first where that is left open. */
function isTo(element: Element): boolean {
  return (element.name === "i" || element.name === "em") && textOf(element) === "to";
}

export function hoursOn(page: Page): ProfileExtract["hours"] {
  const block = page.one("#WorkingHours");
  const heading = headingIn(page, block);
  const typical = detailedOf(page, page.one(".dfc-code-jphours", block), "dfc-code-jpwhoursdetail");
  refuseOthers(page, block, heading, typical.whole);
  return { heading, typical };
}

/** `.dfc-code-jpwpattern` is used again for the text of the job group. */
export function patternOn(page: Page): Detailed {
  const block = page.one("#WorkingHoursPatterns");
  const heading = headingIn(page, block);
  if (heading.text !== "You could work") page.refuse(block, "the heading “You could work”");
  const pattern = detailedOf(page, page.one(".dfc-code-jpwpattern", block), "dfc-code-jpwpatterndetail");
  refuseOthers(page, block, heading, pattern.whole);
  return pattern;
}

const KNOWN_BLOCKS: ReadonlySet<string | undefined> = new Set([
  "Salary",
  "WorkingHours",
  "WorkingHoursPatterns",
]);

/** A block of figures beside the three that every page has: the publisher has added something. */
export function remarkOnOtherBlocks(page: Page): void {
  const siblings = page.one("#Salary").parent?.children ?? [];
  for (const block of siblings)
    if (isTag(block) && !KNOWN_BLOCKS.has(block.attribs.id) && textOf(block) !== "")
      page.remark("new-fact", block, `“${textOf(block).slice(0, 80)}” beside the salary is not read.`);
}

function headingIn(page: Page, block: Element): Quote {
  return quoteOf(page.one("h2, h3, h4", block));
}

/** The detail is left out by pages of 2019 that have none, and empty on later ones. */
function detailedOf(page: Page, element: Element, className: string): Detailed {
  const detail = page.optional(`.${className}`, element);
  const text = wordsBeside(page, element, (child) => child === detail);
  const small = detail === undefined ? "" : textOf(detail);
  return { text, detail: small === "" ? null : small, whole: textOf(element), at: locatorOf(element) };
}

/** The element's own words; it holds no other elements than those set aside. */
function wordsBeside(page: Page, element: Element, isAside: (child: Element) => boolean): string {
  const own = element.children.filter((child: AnyNode) => !isTag(child) || !isAside(child));
  for (const child of own)
    if (isTag(child) && textOf(child) !== "") page.refuse(child, "no element of this kind");
  return textOf(own);
}

/** A block says its heading and what is read of it; anything more is unknown. */
function refuseOthers(page: Page, block: Element, heading: Quote, ...read: readonly string[]): void {
  const expected = read.map((words) => `${heading.text} ${words}`.trim());
  if (!expected.includes(textOf(block))) page.refuse(block, `“${expected[0]}”`);
}
