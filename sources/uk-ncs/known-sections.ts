/** A section that pages are known to have: by the id that it carries, and by its heading. */
export type KnownSection<Name extends string> = {
  readonly name: Name;
  /** No id: the section is known by its heading alone. */
  readonly ids: readonly string[];
  readonly heading: RegExp;
  /** Met on purpose and not read; either sign is enough. */
  readonly isLeftOut?: boolean;
};

export type PartName = "how-to-become" | "what-it-takes" | "what-you-will-do" | "career-path" | "left-out";

/** The sections of a page, since 2019. Ids have changed (`Skills` became `WhatItTakes`), headings have not. */
export const PARTS: readonly KnownSection<PartName>[] = [
  { name: "how-to-become", ids: ["HowToBecome"], heading: /^How to become \S/ },
  { name: "what-it-takes", ids: ["WhatItTakes", "Skills"], heading: /^What it takes$/ },
  { name: "what-you-will-do", ids: ["WhatYouWillDo"], heading: /^What you['’]ll do$/ },
  { name: "career-path", ids: ["CareerPathAndProgression"], heading: /^Career path and progression$/ },
  {
    name: "left-out",
    ids: ["CurrentOpportunities", "current-opportunities"],
    heading: /^Current opportunities$/i,
    isLeftOut: true,
  },
];

/** The topic of a subsection is its name. */
export type SubsectionName =
  | "university"
  | "college"
  | "apprenticeship"
  | "work"
  | "volunteering"
  | "direct-application"
  | "other-routes"
  | "more-information"
  | "skills"
  | "restrictions"
  | "duties"
  | "work-environment"
  | "left-out";

/** The sections inside the sections. Headings are written "More Information" or "More information". */
export const SUBSECTIONS: Readonly<Partial<Record<PartName, readonly KnownSection<SubsectionName>[]>>> = {
  "how-to-become": [
    { name: "university", ids: ["University"], heading: /^University$/i },
    { name: "college", ids: ["College"], heading: /^College$/i },
    { name: "apprenticeship", ids: ["Apprenticeship"], heading: /^Apprenticeship$/i },
    { name: "work", ids: ["work"], heading: /^Work$/i },
    { name: "volunteering", ids: ["volunteering"], heading: /^Volunteering$/i },
    { name: "direct-application", ids: ["directapplication"], heading: /^Direct application$/i },
    { name: "other-routes", ids: ["otherroutes"], heading: /^Other routes$/i },
    { name: "more-information", ids: ["moreinfo"], heading: /^More information$/i },
    { name: "left-out", ids: ["real-story"], heading: /^Real career story$/i, isLeftOut: true },
  ],
  "what-it-takes": [
    { name: "skills", ids: [], heading: /^Skills and knowledge$/i },
    { name: "restrictions", ids: ["restrictions"], heading: /^Restrictions and requirements$/i },
  ],
  "what-you-will-do": [
    { name: "duties", ids: [], heading: /^Day-to-day tasks$/i },
    { name: "work-environment", ids: ["workingenvironment"], heading: /^Working environment$/i },
  ],
};

/** The headings inside "More information". */
export const MORE_INFORMATION =
  /^(registration|career tips|professional and industry bodies|further information)$/i;
