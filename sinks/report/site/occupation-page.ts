import { documentPath } from "../../document/file-name.ts";
import { addressOf } from "./addresses.ts";
import { counterpartFacts } from "./counterparts-chapter.ts";
import { type Child, element, link, outwards } from "./element.ts";
import { employerFacts, jobFacts } from "./employers-chapter.ts";
import { dateWords } from "./figures.ts";
import { keyFigures } from "./key-figures.ts";
import type { Listed } from "./listed.ts";
import { outlookFacts } from "./outlook-chapter.ts";
import type { Page, Provenance } from "./page.ts";
import { payFacts } from "./pay-chapter.ts";
import { prose } from "./prose.ts";
import { otherProse, proseOf, TOPICS, untold } from "./prose-chapter.ts";
import { definitions, sourceButton } from "./provenance.ts";
import { codeWords, countryWords, kindWords } from "./schemes.ts";
import { groupedBy } from "./whole.ts";

/** A part of the page that an address can name: `#/us-ooh/registered-nurses/pay`. */
type Chapter = { readonly part: string; readonly title: string; readonly content: readonly Child[] };

/** One occupation as a career site would show it. */
export function occupationPage(page: Page, list: Listed): HTMLElement {
  const chapters = chaptersOf(page, list).filter(({ content }) => content.some((child) => child !== null));
  return element(
    "article",
    { class: "occupation" },
    element("p", { class: "kind" }, `${countryWords(page.country)} · ${kindWords(page)}`),
    element("h1", { tabindex: -1 }, page.title),
    page.summary === null
      ? null
      : element("p", { class: "summary" }, page.summary, " ", sourceButton(page, page, "Title and summary")),
    element("section", { "aria-label": "Main numbers" }, keyFigures(page, list)),
    contents(page, chapters),
    ...chapters.map((chapter) => chapterElement(chapter)),
  );
}

function contents(page: Page, chapters: readonly Chapter[]): HTMLElement {
  return element(
    "nav",
    { "aria-label": "On this page", class: "contents" },
    element(
      "ul",
      {},
      ...chapters.map(({ part, title }) => element("li", {}, link(addressOf(page.id, part), title))),
    ),
  );
}

function chapterElement({ part, title, content }: Chapter): HTMLElement {
  return element(
    "section",
    { class: "chapter", "aria-labelledby": `part-${part}` },
    element("h2", { id: `part-${part}`, tabindex: -1 }, title),
    ...content,
  );
}

function chaptersOf(page: Page, list: Listed): readonly Chapter[] {
  const headingOf = (topic: string) => page.sections.find((section) => section.topic === topic)?.heading;
  const told = (topics: readonly string[], main: string) => proseOf(page, topics, headingOf(main) ?? "");
  return [
    {
      part: "work",
      title: headingOf("what-they-do") ?? "What they do",
      content: [...told(TOPICS.work, "what-they-do"), ...duties(page), ...specialties(page)],
    },
    { part: "pay", title: "Pay", content: [...payFacts(page), ...told(TOPICS.pay, "pay")] },
    {
      part: "employers",
      title: "Who employs them, and where they work",
      content: [...employerFacts(page), ...jobFacts(page), ...told(TOPICS.environment, "work-environment")],
    },
    { part: "schedules", title: "Work schedules", content: told(TOPICS.schedules, "work-schedules") },
    {
      part: "outlook",
      title: "Job outlook",
      content: [...outlookFacts(page, list), ...told(TOPICS.outlook, "outlook")],
    },
    {
      part: "entry",
      title: headingOf("how-to-become") ?? "How to become one",
      content: [...told(TOPICS.entry, "how-to-become"), ...routes(page)],
    },
    {
      part: "qualities",
      title: "Qualities and skills",
      content: [...told(TOPICS.qualities, "qualities"), ...qualities(page)],
    },
    { part: "career", title: "Career path", content: told(TOPICS.career, "career-path") },
    {
      part: "other-country",
      title: otherCountry(page),
      content: page.country === null ? [] : counterpartFacts(page, list),
    },
    { part: "similar", title: "Similar occupations", content: similar(page) },
    { part: "codes", title: "Codes of classifications", content: codes(page) },
    { part: "names", title: `Other names (${page.names.length})`, content: names(page) },
    { part: "more", title: "More from the publisher", content: otherProse(page) },
    { part: "notes", title: "What our checks say", content: issues(page) },
    { part: "source", title: "Source", content: sourceLines(page, list) },
  ];
}

function otherCountry({ country }: Page): string {
  return country === "US" ? "In the United Kingdom" : "In the United States";
}

type Listable = Provenance & { readonly heading?: string | null };

/** Items under the heading that introduces them, with one way to their source. */
function itemList<R extends Listable>(
  rows: readonly R[],
  title: string,
  page: Page,
  words: (row: R) => Child,
): Child[] {
  return groupedBy(rows, ({ heading }) => heading ?? null).map(([heading, own]) =>
    element(
      "section",
      { class: "told" },
      element(
        "h3",
        {},
        heading ?? title,
        " ",
        own[0] === undefined ? null : sourceButton(own[0], page, heading ?? title),
      ),
      element("ul", {}, ...own.map((row) => element("li", {}, words(row)))),
    ),
  );
}

function duties(page: Page): Child[] {
  return itemList(
    untold(page.duties, ({ text }) => text, page),
    "Duties",
    page,
    ({ text }) => text,
  );
}

function specialties(page: Page): Child[] {
  return itemList(
    untold(page.specialties, ({ text }) => text, page),
    "Specialties",
    page,
    ({ text }) => text,
  );
}

function qualities(page: Page): Child[] {
  const rows = untold(page.qualities, ({ name, text }) => text ?? name, page);
  return itemList(rows, "Important qualities", page, ({ name, text }) =>
    text === null ? name : `${name}. ${text}`,
  );
}

const ROUTE_KINDS: Readonly<Record<string, string>> = {
  "entry-route": "Ways in",
  restriction: "Restrictions and requirements",
};

function routes(page: Page): Child[] {
  const rows = untold(
    page.requirements.filter(({ kind }) => kind in ROUTE_KINDS),
    ({ text }) => text,
    page,
  );
  return groupedBy(rows, ({ kind }) => kind).flatMap(([kind, own]) =>
    itemList(own, ROUTE_KINDS[kind] ?? kind, page, ({ text }) => prose(text, 4)),
  );
}

function similar(page: Page): Child[] {
  const rows = page.relations.filter(({ kind }) => kind === "similar");
  if (rows.length === 0) return [];
  return [
    element(
      "ul",
      { class: "columns" },
      ...rows.map(({ to_id, to_title }) => element("li", {}, link(addressOf(to_id), to_title))),
    ),
  ];
}

/** Codes that the profile covers, profiles that cover the code, and the same in other classifications. */
function codes(page: Page): Child[] {
  const isForeign = (id: string) => page.counterparts.some((one) => one.id === id);
  const to = (kind: string) => page.relations.filter((row) => row.kind === kind && !isForeign(row.to_id));
  const from = page.mentioned_by.filter(({ kind, from_id }) => kind === "covers" && !isForeign(from_id));
  return [
    ...codeList(
      "Covers",
      to("covers").map(({ to_id, to_title }) => ({ id: to_id, title: to_title })),
    ),
    ...codeList(
      "Covered by",
      from.map(({ from_id, from_title }) => ({ id: from_id, title: from_title })),
    ),
    ...codeList(
      "The same or nearly so",
      to("equivalent").map(({ to_id, to_title }) => ({ id: to_id, title: to_title })),
    ),
    ...codeList(
      "Part of",
      page.parent_id === null ? [] : [{ id: page.parent_id, title: page.parent_title ?? page.parent_id }],
    ),
  ];
}

function codeList(
  title: string,
  entries: readonly { readonly id: string; readonly title: string }[],
): Child[] {
  if (entries.length === 0) return [];
  return [
    element("h3", {}, title),
    element(
      "ul",
      {},
      ...entries.map((entry) =>
        element("li", {}, link(addressOf(entry.id), entry.title), ` (${codeWords(entry.id)})`),
      ),
    ),
  ];
}

function names(page: Page): Child[] {
  if (page.names.length === 0) return [];
  const shown = [...new Set(page.names.map(({ name }) => name))];
  const list = element("ul", { class: "columns" }, ...shown.map((name) => element("li", {}, name)));
  const [first] = page.names;
  const source = first === undefined ? null : sourceButton(first, page, "Other names");
  return shown.length <= 30
    ? [list, source]
    : [element("details", {}, element("summary", {}, `Show all ${shown.length} names`), list), source];
}

function issues(page: Page): Child[] {
  if (page.issues.length === 0) return [];
  return [
    element(
      "ul",
      {},
      ...page.issues.map(({ rule, severity, message }) =>
        element("li", {}, `${severity}, ${rule}: ${message}`),
      ),
    ),
  ];
}

function sourceLines(page: Page, list: Listed): Child[] {
  const source = list.sources.get(page.source_id ?? "");
  const capture = page.captures.find(({ id }) => id === page.capture_id);
  return [
    page.citation === null ? null : element("p", { class: "citation" }, page.citation),
    definitions([
      ["Page", page.url === null ? "it has no page of its own" : outwards(page.url)],
      ["Date of the page", page.page_date === null ? "not given" : dateWords(page.page_date)],
      ["Fetched", capture === undefined ? "not told" : dateWords(capture.fetched_at)],
      ["Publisher", source?.publisher ?? "not told"],
      ["Attribution", source?.attribution ?? "not told"],
      [
        "All facts as a document",
        link(`../json/${encodeURI(documentPath(page))}`, `json/${documentPath(page)}`),
      ],
    ]),
    page.former_ids.length === 0 ? null : element("p", {}, `Formerly ${page.former_ids.join(", ")}.`),
  ];
}
