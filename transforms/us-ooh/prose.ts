import type { Fact, Row } from "../model/model.ts";
import { provenanceOf, refuse } from "../pages/page.ts";
import { dutiesFrom, sectionsFrom } from "../pages/prose.ts";
import type { PageContext } from "./page.ts";
import type { QuickFacts } from "./quick-facts.ts";
import { SIGNS } from "./sentences.ts";

/** Duties, specialties, qualities and sections: the page's own words, in the page's order. */
export function proseFrom(page: PageContext): Fact[] {
  refuseFiguresElsewhere(page);
  return [...dutiesFrom(page), ...specialties(page), ...qualities(page), ...sectionsFrom(page)];
}

/** The topics that a sentence of figures belongs to. Under another one, the text is not what its heading says. */
const PLACES: readonly (readonly [sign: RegExp, topics: RegExp])[] = [
  [SIGNS.medianWage, /pay|compensation/],
  [SIGNS.lowest, /pay|compensation/],
  [SIGNS.highest, /pay|compensation/],
  [SIGNS.heldJobs, /work-environment/],
  [SIGNS.growth, /outlook/],
  [SIGNS.openings, /outlook/],
];

function refuseFiguresElsewhere(page: PageContext): void {
  for (const { topic, heading, text, at } of page.extract.sections)
    for (const [sign, topics] of PLACES)
      if (!topics.test(topic) && text.search(sign) !== -1)
        refuse(page, { text: heading, at }, `no sentence like ${sign.source} under this heading`);
}

function specialties(page: PageContext): Fact[] {
  return page.extract.specialties.map(({ name, whole, at }, index) => ({
    table: "specialty",
    row: {
      occupation_id: page.id,
      position: index + 1,
      name,
      text: whole,
      ...provenanceOf(page, { at, raw: null }),
    },
  }));
}

function qualities(page: PageContext): Fact[] {
  return page.extract.qualities.map(({ name, text, whole, at }, index) => ({
    table: "quality",
    row: {
      occupation_id: page.id,
      position: index + 1,
      name,
      text,
      ...provenanceOf(page, { at, raw: whole }),
    },
  }));
}

/** What is typically needed to enter the occupation. */
export function requirementsFrom(page: PageContext, quickFacts: QuickFacts): Fact[] {
  const { education, experience, training } = quickFacts;
  const requirement = (kind: Row<"requirement">["kind"], fact: QuickFacts["education"]): Fact => ({
    table: "requirement",
    row: {
      occupation_id: page.id,
      kind,
      position: 1,
      route: null,
      part: null,
      text: fact.value,
      ...provenanceOf(page, { at: fact.at, raw: `${fact.label} ${fact.value}` }),
    },
  });
  return [
    requirement("entry-education", education),
    requirement("work-experience", experience),
    requirement("on-the-job-training", training),
  ];
}
