import { count, NOT_PUBLISHED, signed } from "../text/figures.ts";
import { grouped } from "../text/grouped.ts";
import { textTable } from "../text/table.ts";
import type { Profile } from "./read-profile.ts";

/** One table for each period: the whole occupation and its parts. */
export function projectionTables({ projections, occupation }: Profile, width: number): readonly string[] {
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
