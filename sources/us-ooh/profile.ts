import type { Element } from "domhandler";
import { locatorOf } from "../reading/locator.ts";
import { absolute } from "../reading/markdown.ts";
import { attributeOf, openPage, type Page, type Quote, quoteOf } from "../reading/page.ts";
import { fold, textOf } from "../reading/text.ts";
import type { DocumentBytes, Reading } from "../source.ts";
import { blocksIn, paragraphsIn, type TabBlock } from "./blocks.ts";
import { dutiesIn, qualitiesIn, specialtiesIn } from "./named-paragraphs.ts";
import type { ProfileExtract } from "./profile-extract.ts";
import { chartsIn, factTablesIn, projectionsOn, quickFactsOn, similarOn } from "./profile-tables.ts";
import { descriptionIn, sectionsIn, summaryIn } from "./sections.ts";
import { refuseOtherSummary } from "./sections-in-place.ts";
import { TABS, type Tab } from "./topics.ts";

/** Reads one handbook page. */
export function readProfile(document: DocumentBytes): Reading<ProfileExtract> {
  const page = openPage(document);
  const head = page.one("head");
  const panes = page.one("#panes");
  const articles = page.oneOrMore("article[aria-labelledby]", panes);
  const summaryTab = summaryOn(page, panes, articles);
  const tabs = tabsOn(page, panes, articles);
  const summary = summaryTab === undefined ? [] : blocksIn(page.one("#center-content", summaryTab));
  remarkOnUnknownTabs(page, panes);
  const extract: ProfileExtract = {
    url: document.url,
    title: quoteOf(page.one("h1")),
    date: attributeOf(page.one('meta[name="date"]', head), "content"),
    lastModified: lastModifiedOn(page),
    description: descriptionOn(page, head),
    summary: summaryTab === undefined ? [] : descriptionIn(page, summary),
    quickFacts: summaryTab === undefined ? null : quickFactsOn(page, summaryTab),
    sections: [...summaryIn(page, summary), ...TAB_NAMES.flatMap((tab) => sectionsIn(page, tab, tabs[tab]))],
    duties: dutiesIn(tabs["what-they-do"]),
    specialties: specialtiesIn(tabs["what-they-do"]),
    qualities: qualitiesIn(page, tabs["become-one"]),
    prose: {
      summary: paragraphsIn(summary),
      workEnvironment: paragraphsIn(tabs["work-environment"]),
      pay: paragraphsIn(tabs.pay),
      outlook: paragraphsIn(tabs["job-outlook"]),
    },
    tables: [
      ...factTablesIn(page, "work-environment", tabs["work-environment"]),
      ...factTablesIn(page, "pay", tabs.pay),
    ],
    projections: projectionsOn(page, panes, summaryTab !== undefined),
    charts: [...chartsIn(page, "pay", tabs.pay), ...chartsIn(page, "job-outlook", tabs["job-outlook"])],
    similar: similarOn(page, panes, summaryTab !== undefined),
    onet: onetIn(page, tabs["more-information"]),
    citation: citationOn(page),
  };
  refuseWithout(page, panes, "a list of duties", extract.duties);
  refuseWithout(page, panes, "important qualities by name", extract.qualities);
  refuseOtherSummary(page, panes, extract);
  return { extract, remarks: page.remarks };
}

/** Every profile has had these since there are tabs. */
function refuseWithout(page: Page, panes: Element, what: string, found: readonly unknown[]): void {
  if (found.length === 0) page.refuse(panes, what, "none");
}

const TAB_NAMES = Object.keys(TABS) as Tab[];

/**
 * The Summary tab; `undefined` on a page that has nothing of what belongs to it (military careers). A page that has some
 * of it has lost the rest, and is refused.
 */
function summaryOn(page: Page, panes: Element, articles: readonly Element[]): Element | undefined {
  const [summary, ...others] = articles.filter(isNamed("Summary"));
  if (others.length > 0) page.refuse(panes, "one article labelled “Summary”", `${others.length + 1}`);
  if (summary !== undefined) return summary;
  const traces = page.many("#tab-1, #quickfacts, #center-content, #outlook-table, #state-area-data", panes);
  if (traces.length > 0) page.refuse(panes, "one article labelled “Summary”", "0");
  return summary;
}

function isNamed(tab: string): (article: Element) => boolean {
  return (article) => article.attribs["aria-labelledby"] === tab;
}

function tabsOn(page: Page, panes: Element, articles: readonly Element[]): Record<Tab, TabBlock[]> {
  const blocks = (tab: Tab) => {
    const [article, ...others] = articles.filter(isNamed(tab));
    return article === undefined || others.length > 0
      ? page.refuse(panes, `one article labelled “${tab}”`, `${articles.filter(isNamed(tab)).length}`)
      : filledBlocks(page, article, tab);
  };
  return Object.fromEntries(TAB_NAMES.map((tab) => [tab, blocks(tab)])) as Record<Tab, TabBlock[]>;
}

/** A tab begins with its heading and says something. */
function filledBlocks(page: Page, article: Element, tab: string): TabBlock[] {
  const blocks = blocksIn(article);
  const [first, ...others] = blocks;
  if (first?.kind !== "heading" || first.level !== 2 || !others.some(({ kind }) => kind === "paragraph"))
    page.refuse(article, `the heading of the tab “${tab}” and text below it`);
  return blocks;
}

/** Every tab that the publisher has had; the two that are not read say the same on every page. */
const KNOWN_TABS = new Set([...TAB_NAMES, "Summary", "state-area-data", "similar-jobs"]);

function remarkOnUnknownTabs(page: Page, panes: Element): void {
  for (const heading of page.many("h2[id]", panes)) {
    const id = heading.attribs.id ?? "";
    if (!KNOWN_TABS.has(id))
      page.remark("new-tab", heading, `The tab “${textOf(heading)}” (#${id}) is not read.`);
  }
}

function descriptionOn(page: Page, head: Element): Quote | null {
  const element = page.optional('meta[name="description"]', head);
  const words = element === undefined ? undefined : attributeOf(element, "content");
  return words === undefined || words.text === "" ? null : words;
}

function lastModifiedOn(page: Page): Quote | null {
  const element = page.optional("p.update");
  const words = element === undefined ? undefined : /^Last Modified Date: (.+)$/.exec(textOf(element))?.[1];
  return element === undefined || words === undefined ? null : { text: words, at: locatorOf(element) };
}

/** "…, at <address> (visited <date>).": the date is that of whoever saved the page, so it is left out. */
function citationOn(page: Page): Quote {
  const element = page.one("p", page.one("div.citation"));
  const words = /^(.+?)\s*\(visited [^()]*\)\.?$/.exec(textOf(element))?.[1];
  return words === undefined
    ? page.refuse(element, "a citation that ends in “(visited …).”")
    : { text: fold(words).replace(" , at ", ", at "), at: locatorOf(element) };
}

/** The links under the heading "O*NET". Other links into O*NET OnLine are part of the prose. */
function onetIn(page: Page, blocks: readonly TabBlock[]): ProfileExtract["onet"] {
  const start = blocks.findIndex((block) => block.kind === "heading" && /^O\*NET$/i.test(block.text));
  if (start === -1) return [];
  const links = blocks.slice(start + 1).flatMap((block) => linksIn(page, block));
  return links
    .filter((link) => (link.attribs.href ?? "").includes("onetonline.org"))
    .map((link) => ({
      title: textOf(link),
      url: absolute(link.attribs.href ?? "", page.url) ?? page.refuse(link, "the address of an O*NET page"),
      at: locatorOf(link),
    }));
}

function linksIn(page: Page, block: TabBlock): readonly Element[] {
  if (block.kind !== "paragraph" && block.kind !== "list") return [];
  const node = block.node as Element;
  return node.name === "a" ? [node] : page.many("a[href]", node);
}
