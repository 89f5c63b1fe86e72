import type { Row } from "../../transforms/model/model.ts";
import { count, dateWords, NOT_PUBLISHED, signed } from "../text/figures.ts";
import { renderMarkdown } from "../text/markdown.ts";
import { heading, title } from "../text/style.ts";
import { textTable } from "../text/table.ts";
import { wrap } from "../text/wrap.ts";
import type { Layout } from "../world.ts";
import { type Chapter, chapterParagraphs } from "./chapters.ts";
import { employerFigures, payFigures } from "./figures.ts";
import { grouped } from "./grouped.ts";
import { quickFacts } from "./quick-facts.ts";
import type { Profile, Related } from "./read-profile.ts";

const WIDEST = 100;
const NAMES_SHOWN = 10;

/** The topics of each chapter; sections of any other topic follow under their own headings. */
const TOPICS = {
  work: ["summary-what-they-do", "what-they-do", "duties", "types"],
  environment: ["summary-work-environment", "work-environment", "work-schedules", "injuries"],
  entry: [
    ...["summary-how-to-become", "how-to-become", "education", "training", "licenses"],
    ...["work-experience", "other-experience", "advancement", "qualities"],
  ],
  pay: ["summary-pay", "pay", "other-compensation"],
  outlook: ["summary-outlook", "outlook", "employment-outlook", "job-prospects"],
} as const;

/** The whole profile for a reader. */
export function renderProfile(profile: Profile, terminal: Layout): string {
  const layout = { ...terminal, width: Math.min(terminal.width, WIDEST) };
  const { width } = layout;
  const chapters = chaptersOf(profile).flatMap((chapter) => {
    const paragraphs = [...chapterParagraphs(chapter, layout), ...(chapter.tables?.(width) ?? [])];
    return paragraphs.length === 0 ? [] : [heading(chapter.title, layout), ...paragraphs];
  });
  return [
    ...head(profile, layout, width),
    heading("Quick facts", layout),
    labelledLines(quickFacts(profile), width),
    ...chapters,
    ...relatedOccupations(profile, layout, width),
    ...otherNames(profile, layout, width),
    heading("Source", layout),
    sourceLines(profile, width),
  ].join("\n\n");
}

function head({ occupation }: Profile, layout: Layout, width: number): readonly string[] {
  const { summary } = occupation;
  const lines = [title(occupation.title, layout), occupation.id].join("\n");
  return summary === null ? [lines] : [lines, wrap(summary, width)];
}

function chaptersOf(profile: Profile): readonly Chapter[] {
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
        ...entryItems(profile.requirements),
        ...profile.qualities.map(({ name, text }) => ({
          heading: "Important qualities",
          words: `${name}. ${text}`,
        })),
      ],
    },
    { title: titleOf("pay") ?? "Pay", sections: about(TOPICS.pay), figures: payFigures(profile) },
    {
      title: titleOf("outlook") ?? "Job outlook",
      sections: about(TOPICS.outlook),
      tables: (width) => projectionTable(profile, width),
    },
    { title: "More", sections: others, withAddresses: true },
  ];
}

const ENTRY_HEADINGS: Readonly<Partial<Record<Row<"requirement">["kind"], string>>> = {
  "entry-route": "Ways in",
  restriction: "Restrictions and requirements",
};

function entryItems(requirements: readonly Row<"requirement">[]): Chapter["items"] & object {
  return requirements.flatMap(({ kind, text }) => {
    const own = ENTRY_HEADINGS[kind];
    return own === undefined ? [] : [{ heading: own, words: text }];
  });
}

function labelledLines(lines: readonly (readonly [string, string])[], width: number): string {
  const column = Math.max(...lines.map(([label]) => label.length)) + 2;
  return lines
    .map(([label, words]) => wrap(words, width, `  ${label.padEnd(column)}`, " ".repeat(column + 2)))
    .join("\n");
}

function projectionTable({ projections, occupation }: Profile, width: number): readonly string[] {
  const figure = (value: number | null, words = count) => (value === null ? NOT_PUBLISHED : words(value));
  return grouped(projections, ({ base_year, target_year }) => `${base_year} ${target_year}`).map(
    ([years, rows]) => {
      const [base = "", target = ""] = years.split(" ");
      return textTable(
        [
          { title: "Projected employment" },
          { title: `Jobs ${base}`, align: "right" },
          { title: `Jobs ${target}`, align: "right" },
          { title: "Change", align: "right" },
          { title: "Percent", align: "right" },
        ],
        rows.map((row) => [
          row.group_title ?? row.industry_title ?? occupation.title,
          figure(row.base_jobs),
          figure(row.target_jobs),
          figure(row.change_jobs, signed),
          figure(row.change_percent, (percent) => `${signed(percent)}%`),
        ]),
        width,
        "  ",
      );
    },
  );
}

const RELATIONS = [
  ["similar", "Similar occupations"],
  ["covers", "Codes that it covers"],
  ["equivalent", "Counterparts elsewhere"],
] as const;

function relatedOccupations({ relations }: Profile, layout: Layout, width: number): readonly string[] {
  return RELATIONS.flatMap(([kind, words]) => {
    const related = relations.filter((relation) => relation.kind === kind);
    if (related.length === 0) return [];
    const lines = related.map((other) => wrap(relatedWords(other), width, "  ", "    "));
    return [heading(words, layout), lines.join("\n")];
  });
}

const SCHEMES: Readonly<Record<string, string>> = {
  "us-soc-2018": "SOC 2018",
  "us-soc-2010": "SOC 2010",
  "onet-soc": "O*NET-SOC",
  "uk-soc-2020": "UK SOC 2020",
  "uk-soc-2010": "UK SOC 2010",
  "isco-08": "ISCO-08",
};

function relatedWords({ kind, scheme, code, title: name, to_id, method, score }: Related): string {
  if (kind === "similar") return `${name} (${to_id})`;
  const code_ = `${SCHEMES[scheme] ?? scheme} ${code}  ${name}`;
  if (kind === "covers") return code_;
  return `${code_} (${to_id}; ${method}${score === null ? "" : `, score ${score}`})`;
}

function otherNames({ names }: Profile, layout: Layout, width: number): readonly string[] {
  if (names.length === 0) return [];
  const own = [...new Set(names.map(({ name }) => name))];
  const more = own.length - NAMES_SHOWN;
  const rest = more > 0 ? ` and ${count(more)} more` : "";
  return [
    heading(`Other names (${count(own.length)})`, layout),
    wrap(own.slice(0, NAMES_SHOWN).join("; ") + rest, width, "  "),
  ];
}

function sourceLines({ occupation, source, capture }: Profile, width: number): string {
  const address = occupation.url ?? capture.url;
  const citation =
    occupation.citation ?? `${source.publisher}, ${source.title}, ${occupation.title}, at ${address}`;
  const lines = [
    `${citation.replace(/\.$/, "")} (visited ${dateWords(capture.fetched_at)}).`,
    ...stateLines(source),
  ];
  return lines.map((line) => renderMarkdown(line, { width, indent: "  " })).join("\n");
}

function stateLines({ state, fetched_at }: Row<"source">): readonly string[] {
  switch (state) {
    case "carried-forward":
      return [
        `The latest run could not read this source; these are its last good facts, of ${dateWords(fetched_at)}.`,
      ];
    case "retired":
      return ["The publisher no longer publishes this source; these are its last facts."];
    case "sample":
      return ["This is the sample that ships with the program, not the publisher's own."];
    case "fresh":
      return [];
  }
}
