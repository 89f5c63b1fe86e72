import { integer, nullable, oneOf, real, text } from "../column.ts";
import {
  area,
  groupId,
  groupTitle,
  industryId,
  jobs,
  occupationId,
  provenance,
  qualifier,
  referencePeriod,
  relativeErrorPercent,
} from "../columns.ts";
import { table } from "../table.ts";

/** How many jobs there are, who offers them, and where they are heading. */

export const industry = table("industry", "An industry as a source delimits it.", ["id"], {
  id: text("`<scheme>/<code>`, or `<scheme>/<title>` where the publisher gives no code."),
  scheme: text("The classification or the source that the industry belongs to."),
  code: nullable(text("The publisher's code; NULL where it gives none.")),
  title: text("Title as printed."),
  ...provenance,
});

export const employment = table(
  "employment",
  "How many jobs there are.",
  ["occupation_id", "area", "industry_id", "group_title", "reference_period"],
  {
    occupation_id: occupationId,
    area,
    industry_id: industryId,
    group_title: groupTitle,
    group_id: groupId,
    jobs: jobs("Number of jobs; NULL where none is published."),
    qualifier,
    relative_error_percent: relativeErrorPercent,
    reference_period: referencePeriod,
    ...provenance,
  },
);

export const employer_share = table(
  "employer_share",
  "Which industries employ the workers, and what share of them.",
  ["occupation_id", "area", "group_title", "basis", "reference_period", "rank"],
  {
    occupation_id: occupationId,
    area,
    group_title: groupTitle,
    group_id: groupId,
    rank: integer("Place in the publisher's list, from 1; by size where derived.", { minimum: 1 }),
    industry_id: text("The industry.", { references: "industry.id" }),
    percent: nullable(real("Share of the occupation's jobs.", { unit: "percent", minimum: 0 })),
    qualifier,
    basis: oneOf(
      ["published", "derived"],
      "published: the publisher's percent; derived: computed from counts.",
    ),
    reference_period: referencePeriod,
    ...provenance,
  },
);

export const projection = table(
  "projection",
  "Where employment is heading.",
  ["occupation_id", "area", "industry_id", "group_title", "base_year", "target_year"],
  {
    occupation_id: occupationId,
    area,
    industry_id: industryId,
    group_title: groupTitle,
    group_id: groupId,
    qualifier,
    base_year: integer("First year of the projection.", { unit: "year", minimum: 1900 }),
    target_year: integer("Last year of the projection.", { unit: "year", minimum: 1900 }),
    base_jobs: jobs("Jobs in the base year."),
    target_jobs: jobs("Projected jobs in the target year."),
    change_jobs: nullable(
      integer("Change as the publisher states it, even where rounded base and target differ from it.", {
        unit: "persons",
      }),
    ),
    change_percent: nullable(real("Change as the publisher states it.", { unit: "percent" })),
    annual_openings: jobs("Openings a year, on average over the period."),
    outlook: nullable(text("The publisher's words for the growth.")),
    ...provenance,
  },
);
