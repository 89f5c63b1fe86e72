import { quoted } from "../reading/document-error.ts";
import { figuresIn, wordsDigest } from "../reading/words-digest.ts";
import { profileAddress } from "../us-ooh/profile-address.ts";
import { TABS, type Tab, topicOf } from "../us-ooh/topics.ts";
import type { OccupationExtract } from "./compilation-extract.ts";
import type { HtmlPart } from "./html-words.ts";
import type { OccupationTexts } from "./occupation-texts.ts";

type Section = OccupationExtract["sections"][number];

/** The tabs of a page, and the element that has the words of each. */
const ELEMENTS: Readonly<Record<Tab, string>> = {
  "what-they-do": "what_they_do",
  "work-environment": "work_environment",
  "become-one": "how_to_become_one",
  pay: "pay",
  "job-outlook": "job_outlook",
  "more-information": "more_information",
};

/** The short forms of the tabs, each under its heading. */
const SUMMARIES: Readonly<Record<string, string>> = {
  summary_what_they_do: "summary-what-they-do",
  summary_work_environment: "summary-work-environment",
  summary_how_to_become_one: "summary-how-to-become",
  summary_pay: "summary-pay",
  summary_outlook: "summary-outlook",
};

/** The prose, part by part as on the page, each part in short. */
export function sectionsFrom(texts: OccupationTexts): Section[] {
  const tabs = Object.entries(ELEMENTS) as [Tab, string][];
  return [
    ...Object.entries(SUMMARIES).flatMap(([path, topic]) =>
      texts.has(path) ? sectionsOfSummary(texts, path, topic) : [],
    ),
    ...tabs.flatMap(([tab, path]) => sectionsOfTab(texts, tab, path)),
  ];
}

function sectionsOfSummary(texts: OccupationTexts, path: string, topic: string): Section[] {
  return filled(texts.htmlWords(path).parts).map(({ heading, text }) =>
    inShort(
      topic,
      heading ?? texts.refuse(path, "a heading before the first words", quoted(text)),
      text,
      path,
    ),
  );
}

/** The heading of a tab is an element of its own. */
function sectionsOfTab(texts: OccupationTexts, tab: Tab, element: string): Section[] {
  const title = texts.filled(`${element}/section_title`).text;
  const path = `${element}/section_body`;
  return filled(texts.htmlWords(path).parts).map(({ heading, text }) => {
    const topic = heading === null ? TABS[tab] : topicOf(tab, heading);
    if (topic === undefined)
      texts.remark("new-section", path, `The heading “${heading}” is not known in the tab “${tab}”.`);
    return inShort(topic ?? TABS[tab], heading ?? title, text, path);
  });
}

function filled(parts: readonly HtmlPart[]): HtmlPart[] {
  return parts.filter(({ text }) => /\S/.test(text));
}

function inShort(topic: string, heading: string, text: string, at: string): Section {
  return { topic, heading, words: wordsDigest(text), figures: figuresIn(text), at };
}

const SIMILAR = "similar_occupations/section_body";

/**
 * Addresses of the profiles that are recommended beside. The picture and the title at the beginning of a row link to its
 * profile; links further on are part of a description.
 */
export function similarFrom(texts: OccupationTexts, url: string): string[] {
  const { targets } = texts.htmlWords(SIMILAR);
  const firsts = targets.filter(
    ({ row }, index) => row > 0 && targets.findIndex((target) => target.row === row) === index,
  );
  return firsts.flatMap(({ href }) => {
    const address = profileAddress(href, url);
    if (address === undefined)
      texts.remark("similar-without-profile", SIMILAR, `A row leads to ${href}, which is no profile.`);
    return address === undefined ? [] : [address];
  });
}
