/** The tabs of a handbook page that are read, by the name that their heading carries, and the topic of each. */
export const TABS = {
  "what-they-do": "what-they-do",
  "work-environment": "work-environment",
  "become-one": "how-to-become",
  pay: "pay",
  "job-outlook": "outlook",
  "more-information": "more-information",
} as const;

export type Tab = keyof typeof TABS;

/** Headings inside a tab, as published since 2019, and the topic of what follows them. */
const HEADINGS: Readonly<Record<Tab, readonly (readonly [RegExp, string])[]>> = {
  "what-they-do": [
    [/^duties$/i, "duties"],
    [/^types of /i, "types"],
  ],
  "work-environment": [
    [/^work schedules?$/i, "work-schedules"],
    [/^injuries( and illnesses)?$/i, "injuries"],
  ],
  "become-one": [
    [/^education( and training)?$/i, "education"],
    [
      /^(licenses?|certifications?|registrations?)(,? (and )?(licenses?|certifications?|registrations?))*$/i,
      "licenses",
    ],
    [/^training$/i, "training"],
    [/^(work experience( in a related occupation)?)$/i, "work-experience"],
    [/^other (work )?experience$/i, "other-experience"],
    [/^advancement$/i, "advancement"],
    [/^important qualities$/i, "qualities"],
  ],
  pay: [[/^other compensation and benefits$/i, "other-compensation"]],
  "job-outlook": [
    [/^employment$/i, "employment-outlook"],
    [/^job prospects$/i, "job-prospects"],
  ],
  "more-information": [
    [/^o\*net$/i, "onet"],
    [/^careeronestop$/i, "careeronestop"],
    [/^occupational requirements survey$/i, "occupational-requirements-survey"],
    [/^related (bls|career outlook) (articles|subjects)$/i, "related-articles"],
  ],
};

/** The topic of a heading; `undefined` for one that no list knows. */
export function topicOf(tab: Tab, heading: string): string | undefined {
  return HEADINGS[tab].find(([wording]) => wording.test(heading))?.[1];
}

/** Whether words are the heading of a section, in whichever tab. Links under O*NET and the like are no matter. */
export function isKnownHeading(words: string): boolean {
  return (Object.keys(HEADINGS) as Tab[]).some((tab) => topicOf(tab, words) !== undefined);
}

/** Headings of the Summary tab: each introduces the short form of a tab. */
const SUMMARY_HEADINGS: readonly (readonly [RegExp, string])[] = [
  [/^what .+ do$/i, "summary-what-they-do"],
  [/^work environment$/i, "summary-work-environment"],
  [/^how to become /i, "summary-how-to-become"],
  [/^pay$/i, "summary-pay"],
  [/^job outlook$/i, "summary-outlook"],
];

/** The short forms in the order of the tabs. */
export const SUMMARY_TOPICS: readonly string[] = SUMMARY_HEADINGS.map(([, topic]) => topic);

/** Parts of the Summary tab that say the same on every page. */
const SUMMARY_BOILERPLATE =
  /^(state & area data|similar occupations|more information, including links to o\*net)$/i;

/** The topic of a part of the Summary tab; `null` for what says the same on every page. */
export function summaryTopicOf(heading: string): string | null | undefined {
  if (SUMMARY_BOILERPLATE.test(heading)) return null;
  return SUMMARY_HEADINGS.find(([wording]) => wording.test(heading))?.[1];
}
