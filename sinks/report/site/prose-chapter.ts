import { type Child, element } from "./element.ts";
import type { Page, Section } from "./page.ts";
import { prose } from "./prose.ts";
import { sourceButton } from "./provenance.ts";

/** Topics of the publishers' prose, by the part of the page that they belong to; the rest comes at the end. */
export const TOPICS = {
  work: ["summary-what-they-do", "what-they-do", "duties", "types"],
  environment: ["summary-work-environment", "work-environment", "injuries"],
  schedules: ["work-schedules"],
  entry: [
    ...["summary-how-to-become", "how-to-become", "education", "training", "licenses"],
    ...["work-experience", "other-experience", "advancement"],
    ...["university", "college", "apprenticeship", "work", "volunteering", "direct-application"],
    ...["other-routes", "restrictions"],
  ],
  qualities: ["qualities", "skills"],
  career: ["career-path"],
  pay: ["summary-pay", "pay", "other-compensation"],
  outlook: ["summary-outlook", "outlook", "employment-outlook", "job-prospects"],
} as const;

const KNOWN: ReadonlySet<string> = new Set(Object.values(TOPICS).flat());

/** Prose of the topics; summaries whose words stand in another part of the page again are left out. */
export function proseOf(page: Page, topics: readonly string[], chapterTitle: string): Child[] {
  const details = page.sections
    .filter(({ topic }) => !topic.startsWith("summary-"))
    .map(({ text }) => fold(text));
  return page.sections
    .filter(({ topic }) => topics.includes(topic))
    .map((section) => withoutRepeats(section, [...details, fold(page.summary ?? "")]))
    .filter(({ text }) => text !== "")
    .map((section) => sectionOf(section, page, chapterTitle));
}

/** Prose of topics that no part of the page is about: contacts, films, related codes. */
export function otherProse(page: Page): Child[] {
  return page.sections
    .filter(({ topic }) => !KNOWN.has(topic))
    .map((section) => sectionOf(section, page, ""));
}

function sectionOf(section: Section, page: Page, chapterTitle: string): HTMLElement {
  const { heading, text, topic } = section;
  const isTitled = heading !== chapterTitle && !topic.startsWith("summary-");
  const source = sourceButton(section, page, heading);
  return element(
    "section",
    { class: "told" },
    isTitled ? element("h3", {}, heading, " ", source) : null,
    isTitled ? prose(text, 4, titlesOf(page)) : withSource(prose(text, 4, titlesOf(page)), source),
  );
}

/** Prose without a heading of its own has the way to its source behind its last words. */
function withSource(words: HTMLElement, source: HTMLElement): HTMLElement {
  const last = words.lastElementChild;
  if (last?.tagName === "P") last.append(" ", source);
  else words.append(source);
  return words;
}

/** Tables of figures that the page draws itself are not printed a second time. */
function titlesOf({ employer_shares, wages }: Page): ReadonlySet<string> {
  const titles = [...employer_shares, ...wages].flatMap(({ industry_title, group_title }) => [
    industry_title,
    group_title,
  ]);
  return new Set(titles.filter((title) => title !== null));
}

function withoutRepeats(section: Section, details: readonly string[]): Section {
  if (!section.topic.startsWith("summary-")) return section;
  const own = section.text
    .split("\n\n")
    .filter((paragraph) => !details.some((text) => text.includes(fold(paragraph))));
  return { ...section, text: own.join("\n\n") };
}

function fold(words: string): string {
  return words.toLowerCase().replaceAll("’", "'").replaceAll(/\s+/g, " ").trim();
}

/** Items of a list that the prose does not tell itself. */
export function untold<R>(items: readonly R[], wordsOf: (item: R) => string, page: Page): readonly R[] {
  const words = fold(page.sections.map(({ text }) => text.replaceAll(/\*|\\(?=.)/g, "")).join(" "));
  return items.filter((item) => !words.includes(fold(wordsOf(item))));
}
