import type { Row } from "../../transforms/model/model.ts";
import type { Chapter } from "./chapter.ts";
import { employerFigures, payFigures } from "./figures.ts";
import { payTables } from "./pay-tables.ts";
import { projectionTables } from "./projection-tables.ts";
import type { Profile } from "./read-profile.ts";

/** The topics of each chapter; sections of any other topic follow under their own headings. */
const TOPICS = {
  work: ["summary-what-they-do", "what-they-do", "duties", "types"],
  environment: ["summary-work-environment", "work-environment", "work-schedules", "injuries"],
  entry: [
    ...["summary-how-to-become", "how-to-become", "education", "training", "licenses"],
    ...["work-experience", "other-experience", "advancement", "qualities"],
    ...["university", "college", "apprenticeship", "work", "volunteering", "direct-application"],
    ...["other-routes", "skills", "restrictions"],
  ],
  career: ["career-path"],
  pay: ["summary-pay", "pay", "other-compensation"],
  outlook: ["summary-outlook", "outlook", "employment-outlook", "job-prospects"],
} as const;

/** The parts of a profile, in the order of the handbook's own tabs. */
export function chaptersOf(profile: Profile): readonly Chapter[] {
  const about = (topics: readonly string[]) => profile.sections.filter(({ topic }) => topics.includes(topic));
  const titleOf = (main: string) => profile.sections.find(({ topic }) => topic === main)?.heading;
  const known: ReadonlySet<string> = new Set(Object.values(TOPICS).flat());
  const others = profile.sections.filter(({ topic }) => !known.has(topic));
  return [
    {
      title: titleOf("what-they-do") ?? "What they do",
      sections: about(TOPICS.work),
      items: [
        ...profile.duties.map(({ heading, text }) => ({ heading: heading ?? "Duties", words: text })),
        ...profile.specialties.map(({ text }) => ({ heading: "Specialties", words: text })),
      ],
    },
    {
      title: titleOf("work-environment") ?? "Work environment",
      sections: about(TOPICS.environment),
      figures: employerFigures(profile),
    },
    {
      title: titleOf("how-to-become") ?? "How to become one",
      sections: about(TOPICS.entry),
      items: [
        ...entryItems(profile),
        ...profile.qualities.map(({ name, text }) => ({
          heading: "Important qualities",
          words: text === null ? name : `${name}. ${text}`,
        })),
      ],
    },
    { title: titleOf("career-path") ?? "Career path", sections: about(TOPICS.career) },
    {
      title: titleOf("pay") ?? "Pay",
      sections: about(TOPICS.pay),
      figures: payFigures(profile),
      tables: (width) => payTables(profile, width),
    },
    {
      title: titleOf("outlook") ?? "Job outlook",
      sections: about(TOPICS.outlook),
      tables: (width) => projectionTables(profile, width),
    },
    { title: "More", sections: others, withAddresses: true },
  ];
}

const ENTRY_HEADINGS: Readonly<Partial<Record<Row<"requirement">["kind"], string>>> = {
  "entry-route": "Ways in",
  restriction: "Restrictions and requirements",
};

/** Ways in are told by the prose, where a page has a part for each of them. */
function entryItems({ requirements, sections }: Profile): Chapter["items"] & object {
  const isTold = sections.some(({ topic }) => ROUTES.has(topic));
  return requirements.flatMap(({ kind, text }) => {
    const own = kind === "entry-route" && isTold ? undefined : ENTRY_HEADINGS[kind];
    return own === undefined ? [] : [{ heading: own, words: text }];
  });
}

const ROUTES: ReadonlySet<string> = new Set([
  ...["university", "college", "apprenticeship", "work"],
  ...["volunteering", "direct-application", "other-routes"],
]);
