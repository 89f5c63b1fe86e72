import { quoted } from "../reading/document-error.ts";
import { figuresIn, wordsDigest } from "../reading/words-digest.ts";
import { profileAddress } from "../us-ooh/profile-address.ts";
import { summaryTopicOf, TABS, type Tab, topicOf } from "../us-ooh/topics.ts";
import type { OccupationExtract } from "./compilation-extract.ts";
import { type HtmlPart, readHtmlWords } from "./html-words.ts";
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

const SUMMARIES = [
  "summary_what_they_do",
  "summary_work_environment",
  "summary_how_to_become_one",
  "summary_pay",
  "summary_outlook",
];

/** The prose, part by part as on the page, each part in short. */
export function sectionsFrom(texts: OccupationTexts): Section[] {
  const tabs = Object.entries(ELEMENTS) as [Tab, string][];
  return [
    ...SUMMARIES.filter(texts.has).flatMap((path) => sectionsOfSummary(texts, path)),
    ...tabs.flatMap(([tab, path]) => sectionsOfTab(texts, tab, path)),
  ];
}

function sectionsOfSummary(texts: OccupationTexts, path: string): Section[] {
  return filled(readHtmlWords(texts.html(path)).parts).map(({ heading, text }) => {
    const topic = heading === null ? undefined : summaryTopicOf(heading);
    if (topic === undefined || topic === null || heading === null)
      return texts.refuse(path, "a heading of the Summary tab", heading ?? "none");
    return inShort(topic, heading, text, path);
  });
}

/** The heading of a tab is an element of its own. */
function sectionsOfTab(texts: OccupationTexts, tab: Tab, element: string): Section[] {
  const title = texts.filled(`${element}/section_title`).text;
  const path = `${element}/section_body`;
  return filled(readHtmlWords(texts.html(path)).parts).map(({ heading, text }) => {
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

/**
 * Addresses of the profiles that are recommended beside. The picture and the title at the beginning of a row link to its
 * profile; links further on are part of a description.
 */
export function similarFrom(texts: OccupationTexts, url: string): string[] {
  const { targets } = readHtmlWords(texts.html("similar_occupations/section_body"));
  const firsts = targets.filter(
    ({ row }, index) => row > 0 && targets.findIndex((target) => target.row === row) === index,
  );
  return firsts.map(
    ({ href }) =>
      profileAddress(href, url) ??
      texts.refuse(
        "similar_occupations/section_body",
        "rows that begin with a link to a profile",
        quoted(href),
      ),
  );
}
