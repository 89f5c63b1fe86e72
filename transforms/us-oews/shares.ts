import type { OewsRow } from "../../sources/us-oews/oews-extract.ts";
import type { Fact } from "../model/model.ts";
import { provenanceAt } from "../provenance.ts";
import { jobsIn } from "./employment.ts";
import type { IndustryIds } from "./industries.ts";
import { occupationId } from "./occupations.ts";
import { codeOf, placeOf, type Survey } from "./survey.ts";

type Sector = { readonly row: OewsRow; readonly id: string; readonly jobs: number | null };

/**
 * The share of each sector in the jobs of an occupation, which the publisher does not print: its jobs over the sum of those
 * that are known. It is exact where each sector has a figure. Where one has none, or no row, which is also how the
 * publisher leaves out what must not be known, the sum may be too small and the shares too large: these are estimated.
 */
export function sharesFrom(survey: Survey, rows: readonly OewsRow[], ids: IndustryIds): Fact[] {
  if (survey.words.kind === "national") return [];
  const byOccupation = new Map<number, Sector[]>();
  for (const row of rows) {
    const sector = { row, id: ids[row.industry] ?? "", jobs: jobsIn(survey, row) };
    const known = byOccupation.get(row.occupation);
    if (known === undefined) byOccupation.set(row.occupation, [sector]);
    else known.push(sector);
  }
  return [...byOccupation.values()].flatMap((sectors) => sharesOf(survey, sectors, ids.length));
}

function sharesOf(survey: Survey, sectors: readonly Sector[], all: number): Fact[] {
  const known = sectors.filter(({ jobs }) => jobs !== null);
  const sum = known.reduce((total, { jobs }) => total + (jobs ?? 0), 0);
  const qualifier = known.length === all ? "exact" : "estimated";
  return [...sectors].sort(bySize).map((sector, index): Fact => {
    const inputs = sector.jobs === null ? [sector] : [sector, ...known.filter((other) => other !== sector)];
    return {
      table: "employer_share",
      row: {
        occupation_id: occupationId(codeOf(survey, sector.row)),
        area: "US",
        group_title: null,
        group_id: null,
        rank: index + 1,
        industry_id: sector.id,
        percent: sector.jobs === null ? null : Math.round((sector.jobs * 10_000) / sum) / 100,
        qualifier: sector.jobs === null ? "not-published" : qualifier,
        basis: "derived",
        reference_period: survey.edition.referencePeriod,
        ...provenanceAt(
          survey.capture,
          ...inputs.map(({ row, jobs }) => ({ at: placeOf(survey, row, "jobs"), raw: `${jobs ?? "**"}` })),
        ),
      },
    };
  });
}

/** The largest first, ties by the code of the sector; those without a figure last. */
function bySize(one: Sector, other: Sector): number {
  return (other.jobs ?? -1) - (one.jobs ?? -1) || (one.id < other.id ? -1 : Number(one.id > other.id));
}
