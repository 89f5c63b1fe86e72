import type { Fact } from "../../../transforms/model/model.ts";

const needs: Readonly<Record<string, string>> = {
  "entry-education": "education",
  "work-experience": "experience",
  "on-the-job-training": "training",
};

/** The facts as lines, a figure each, in thousands again: the same as those of the second reading. */
export function linesOf(facts: readonly Fact[]): string[] {
  return facts.flatMap(({ table, row }) => {
    if (table === "occupation") return [`${row.id} title ${row.title}`];
    if (table === "requirement") return [`${row.occupation_id} ${needs[row.kind]} ${row.text}`];
    if (table !== "projection") return [`an unexpected row of ${table}`];
    const figures = {
      base: thousands(row.base_jobs),
      target: thousands(row.target_jobs),
      change: thousands(row.change_jobs),
      percent: row.change_percent,
      openings: thousands(row.annual_openings),
    };
    const years = `${row.base_year}–${row.target_year}`;
    return Object.entries(figures).flatMap(([name, value]) =>
      value === null ? [] : [`${row.occupation_id} ${years} ${name} ${value}`],
    );
  });
}

function thousands(persons: number | null): number | null {
  return persons === null ? null : persons / 1_000;
}

/** A row as the second reading finds it, cells as words. */
export type SecondRow = {
  readonly id: string;
  readonly years: string;
  readonly title: string;
  readonly figures: Readonly<Record<"base" | "target" | "change" | "percent", string>>;
  readonly openings: string | undefined;
  readonly needs: Readonly<Record<"education" | "experience" | "training", string>>;
};

export function linesAgain({ id, years, title, figures, openings, needs: needed }: SecondRow): string[] {
  const all = openings === undefined ? figures : { ...figures, openings };
  return [
    `${id} title ${title}`,
    ...Object.entries(all).map(
      ([name, words]) => `${id} ${years} ${name} ${Number(words.split(",").join(""))}`,
    ),
    ...Object.entries(needed).flatMap(([name, words]) => (words === "—" ? [] : [`${id} ${name} ${words}`])),
  ];
}
