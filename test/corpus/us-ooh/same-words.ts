import type { Fact } from "../../../transforms/model/model.ts";
import { rowsOf } from "../../sources/cases/facts-of.ts";
import type { Facts } from "./second-reading.ts";

const line = (...values: (string | number | null | undefined)[]): string =>
  values.map((value) => value ?? "–").join(" | ");

const industry = (id: string | null): string | null => id?.replace(/^us-ooh\//, "") ?? null;

/** The facts of one profile as the second reading writes them down. */
export function inTheSameWords(slug: string, facts: readonly Fact[]): Facts {
  const own = `us-ooh/${slug}`;
  const occupations = rowsOf(facts, "occupation");
  return {
    profile: occupations
      .filter((row) => row.scheme === "us-ooh")
      .map((row) => line(row.code, row.title, row.summary, row.url, row.page_date, row.citation)),
    wage: rowsOf(facts, "wage").map((row) =>
      line(
        industry(row.industry_id),
        row.group_title,
        row.group_id,
        row.statistic,
        row.period,
        row.amount,
        row.qualifier,
        row.reference_period,
      ),
    ),
    requirement: rowsOf(facts, "requirement").map((row) => line(row.kind, row.position, row.text)),
    employment: rowsOf(facts, "employment").map((row) =>
      line(row.group_title, row.group_id, row.jobs, row.reference_period),
    ),
    projection: rowsOf(facts, "projection").map((row) =>
      line(
        row.group_title,
        row.group_id,
        row.base_year,
        row.target_year,
        row.base_jobs,
        row.target_jobs,
        row.change_jobs,
        row.change_percent,
        row.annual_openings,
        row.outlook,
      ),
    ),
    employer_share: rowsOf(facts, "employer_share").map((row) =>
      line(
        row.group_title,
        row.group_id,
        row.rank,
        industry(row.industry_id),
        row.percent,
        row.reference_period,
      ),
    ),
    duty: rowsOf(facts, "duty").map((row) => line(row.position, row.heading, row.text)),
    specialty: rowsOf(facts, "specialty").map((row) => line(row.position, row.name, row.text)),
    quality: rowsOf(facts, "quality").map((row) => line(row.position, row.name, row.text)),
    covers: rowsOf(facts, "relation")
      .filter((row) => row.kind === "covers" && row.from_id === own)
      .map((row) => {
        const covered = occupations.find((one) => one.id === row.to_id);
        return line(row.to_id, covered?.level, covered?.title);
      }),
    similar: rowsOf(facts, "relation")
      .filter((row) => row.kind === "similar" && row.from_id === own)
      .map((row) => row.to_id.replace(/^us-ooh\//, "")),
  };
}
