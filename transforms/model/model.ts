import { integer, nullable, oneOf, real, text } from "./column.ts";
import {
  area,
  currency,
  groupId,
  groupTitle,
  industryId,
  isoDate,
  isoTime,
  jobs,
  occupationId,
  position,
  provenance,
  qualifier,
  referencePeriod,
  relativeErrorPercent,
  sha256,
} from "./columns.ts";
import { type RowOf, type TableShape, table } from "./table.ts";

/** Semantic version of the model: what a consumer's queries rely on. */
export const SCHEMA_VERSION = "1.0.0";

/** `PRAGMA application_id` of a snapshot: "OCCU". */
export const APPLICATION_ID = 0x4f434355;

const dataset = table("dataset", "The version that this snapshot is. One row.", ["version"], {
  version: text("Identifier of the version: UTC time and the first 8 digits of the content hash."),
  schema_version: text("Semantic version of tables and columns."),
  created_at: isoTime("When the version was built."),
  content_hash: sha256(
    "SHA-256 over all facts, without where and when they were read: equal facts give an equal hash.",
  ),
  previous_version: nullable(text("The version published before this one; NULL for the first.")),
  tool_version: text("Version of the program that built it."),
});

const source = table("source", "A product of a publisher that facts were read from.", ["id"], {
  id: text("Identifier of the source."),
  title: text("Name of the product."),
  publisher: text("Who publishes it."),
  country: oneOf(["US", "UK", "international"], "Whose occupations it describes."),
  url: text("Its home address."),
  licence: text("Name of the licence."),
  licence_url: text("Where the licence can be read."),
  attribution: text("The line that the licence or the publisher asks for."),
  edition: nullable(text("The publisher's own period, such as 2024-34; NULL where it tells none.")),
  state: oneOf(
    ["fresh", "carried-forward", "retired", "sample"],
    "fresh: read in the latest run; carried-forward: the latest run could not read it, these are its last good facts; retired: no longer published; sample: the sample that ships with the program, not the publisher's.",
  ),
  fetched_at: isoTime("When the newest document that the facts rest on was fetched."),
});

const capture = table("capture", "An archived response of a publisher.", ["id"], {
  id: text("Identifier, derived from address, time and content."),
  source_id: text("The source that it belongs to.", { references: "source.id" }),
  url: text("The address that was asked for."),
  fetched_at: isoTime("When it was received."),
  status: integer("HTTP status; 200 for imported files.", { minimum: 100 }),
  media_type: text("Content-Type without parameters."),
  bytes: integer("Length of the body.", { unit: "bytes", minimum: 0 }),
  sha256: sha256("SHA-256 of the body."),
  etag: nullable(text("ETag header as received.")),
  last_modified: nullable(text("Last-Modified header as received.")),
  acquired_by: oneOf(
    ["fetch", "mirror", "sample", "import"],
    "fetch: from the publisher; mirror: from the operator's copy of the site; sample: from the sample; import: from a file that a person saved.",
  ),
});

const occupation = table("occupation", "An occupation as a publisher delimits it.", ["id"], {
  id: text("`<scheme>/<code>`."),
  scheme: oneOf(
    ["us-ooh", "us-soc-2018", "us-soc-2010", "onet-soc", "uk-ncs", "uk-soc-2020", "uk-soc-2010", "isco-08"],
    "The classification or catalogue that the code belongs to.",
  ),
  code: text("The publisher's own code, or the last part of the page's address."),
  level: oneOf(
    ["profile", "major", "minor", "broad", "detailed", "matrix", "onet", "sub-major", "unit"],
    "profile: a page of a careers handbook; major … detailed, unit: level of a classification; matrix: a code that a BLS product uses beside the classification; onet: an O*NET-SOC code.",
  ),
  country: nullable(oneOf(["US", "UK"], "Country; NULL for international classifications.")),
  title: text("Title as printed."),
  summary: nullable(text("The publisher's own short description.")),
  url: nullable(text("Address of its page.")),
  page_date: nullable(isoDate("The date that the page itself carries.")),
  parent_id: nullable(
    text("The next wider occupation of the classification.", { references: "occupation.id" }),
  ),
  citation: nullable(
    text(
      "The citation that the publisher suggests, without the date of the visit: that is the capture's `fetched_at`.",
    ),
  ),
  ...provenance,
});

const occupation_name = table(
  "occupation_name",
  "Another name of an occupation.",
  ["occupation_id", "kind", "name"],
  {
    occupation_id: occupationId,
    name: text("The name as printed."),
    kind: oneOf(
      ["alternative", "index"],
      "alternative: named by the profile; index: listed by an index (A–Z index, coding index).",
    ),
    ...provenance,
  },
);

const relation = table("relation", "How two occupations belong together.", ["from_id", "to_id", "kind"], {
  from_id: text("The occupation that says so.", { references: "occupation.id" }),
  to_id: text("The other occupation.", { references: "occupation.id" }),
  kind: oneOf(
    ["covers", "similar", "equivalent"],
    "covers: the profile is about this code; similar: the publisher recommends it beside; equivalent: a counterpart in another classification or country.",
  ),
  method: text("How it was found: `published`, or the path through the crosswalks."),
  score: nullable(real("How sure a computed link is, 0 to 1; NULL for published ones.", { minimum: 0 })),
  weight: nullable(integer("Number of entries that support it, where counted.", { minimum: 0 })),
  ...provenance,
});

const duty = table("duty", "What workers typically do, item by item.", ["occupation_id", "position"], {
  occupation_id: occupationId,
  position,
  heading: nullable(text("The introduction of the list that the item stands in; NULL where there is none.")),
  text: text("The item as printed."),
  ...provenance,
});

const specialty = table(
  "specialty",
  "A kind of worker within the occupation that the publisher describes by name.",
  ["occupation_id", "position"],
  {
    occupation_id: occupationId,
    position,
    name: text("Its name as printed."),
    text: text("The whole paragraph, which begins with the name."),
    ...provenance,
  },
);

const quality = table(
  "quality",
  "A quality or skill that the publisher calls important.",
  ["occupation_id", "position"],
  {
    occupation_id: occupationId,
    position,
    name: text("Its name as printed, without the full stop."),
    text: text("What is said of it, after the name."),
    ...provenance,
  },
);

const section = table("section", "Prose of a page, part by part.", ["occupation_id", "position"], {
  occupation_id: occupationId,
  position,
  topic: text("What the part is about, in our words, the same on every page: see DICTIONARY."),
  heading: text("Heading as printed."),
  text: text("The prose as Markdown."),
  ...provenance,
});

const requirement = table(
  "requirement",
  "What is needed to enter the occupation, in the publisher's words.",
  ["occupation_id", "kind", "position"],
  {
    occupation_id: occupationId,
    kind: oneOf(
      ["entry-education", "work-experience", "on-the-job-training", "entry-route", "restriction"],
      "Which requirement.",
    ),
    position,
    text: text('The publisher\'s words, also "None" and "See How to Become One".'),
    ...provenance,
  },
);

const industry = table("industry", "An industry as a source delimits it.", ["id"], {
  id: text("`<scheme>/<code>`, or `<scheme>/<title>` where the publisher gives no code."),
  scheme: text("The classification or the source that the industry belongs to."),
  code: nullable(text("The publisher's code; NULL where it gives none.")),
  title: text("Title as printed."),
  ...provenance,
});

const wage = table(
  "wage",
  "What workers earn.",
  ["occupation_id", "area", "industry_id", "group_title", "statistic", "period", "reference_period"],
  {
    occupation_id: occupationId,
    area,
    industry_id: industryId,
    group_title: groupTitle,
    group_id: groupId,
    statistic: oneOf(
      [
        "median",
        "mean",
        "p10",
        "p20",
        "p25",
        "p30",
        "p40",
        "p60",
        "p70",
        "p75",
        "p80",
        "p90",
        "starter",
        "experienced",
      ],
      "Which point of the distribution; starter and experienced are editorial figures of a careers service.",
    ),
    period: oneOf(["hour", "week", "year"], "What the amount pays for."),
    amount: nullable(real("The amount; NULL where none is published.", { unit: "currency", minimum: 0 })),
    qualifier,
    relative_error_percent: relativeErrorPercent,
    currency,
    reference_period: referencePeriod,
    ...provenance,
  },
);

const pay_band = table(
  "pay_band",
  "A band of pay that the publisher puts the occupation in.",
  ["occupation_id", "reference_period"],
  {
    occupation_id: occupationId,
    text: text("The band as printed."),
    low: nullable(real("Lower end; NULL where open.", { unit: "currency", minimum: 0 })),
    high: nullable(real("Upper end; NULL where open.", { unit: "currency", minimum: 0 })),
    qualifier,
    currency,
    reference_period: referencePeriod,
    ...provenance,
  },
);

const employment = table(
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

const employer_share = table(
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

const projection = table(
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

const working_hours = table(
  "working_hours",
  "How many hours workers work, and when.",
  ["occupation_id", "area", "group_title", "statistic", "reference_period"],
  {
    occupation_id: occupationId,
    area,
    group_title: groupTitle,
    statistic: text("Which figure: typical, median, mean, p10 …"),
    value: nullable(real("Hours a week, one figure.", { unit: "hours a week", minimum: 0 })),
    low: nullable(real("Lower end of a range.", { unit: "hours a week", minimum: 0 })),
    high: nullable(real("Upper end of a range.", { unit: "hours a week", minimum: 0 })),
    qualifier,
    relative_error_percent: relativeErrorPercent,
    detail: nullable(text("The publisher's word beside the hours.")),
    pattern: nullable(text("When: the publisher's words.")),
    reference_period: referencePeriod,
    ...provenance,
  },
);

const issue = table(
  "issue",
  "What the checks have to say about this version.",
  ["rule", "severity", "source_id", "occupation_id", "message"],
  {
    rule: text("Name of the rule."),
    severity: oneOf(
      ["error", "warning", "info"],
      "error: something is missing or contradicts itself; warning: look at it; info: good to know.",
    ),
    source_id: nullable(text("The source concerned.", { references: "source.id" })),
    occupation_id: nullable(text("The occupation concerned.", { references: "occupation.id" })),
    capture_id: nullable(text("The archived response concerned.", { references: "capture.id" })),
    message: text("What was found, where, and what it means."),
  },
);

/** Every table of the dataset, in the order in which they are written. */
export const model = {
  dataset,
  source,
  capture,
  occupation,
  occupation_name,
  relation,
  duty,
  specialty,
  quality,
  section,
  requirement,
  industry,
  wage,
  pay_band,
  employment,
  employer_share,
  projection,
  working_hours,
  issue,
} as const;

/** The same tables as a list, for whoever renders every one alike. */
export const TABLES: readonly TableShape[] = Object.values(model);

export type TableName = keyof typeof model;

/** A row of a table. */
export type Row<T extends TableName> = RowOf<(typeof model)[T]["columns"]>;

/** The dataset as Kysely sees it. */
export type Dataset = { [T in TableName]: Row<T> };

/** The tables that hold what a source says, as opposed to what we say about sources. */
export type FactTable = Exclude<TableName, "dataset" | "source" | "capture" | "issue">;

/** One normalised row of the dataset. */
export type Fact = { [T in FactTable]: { readonly table: T; readonly row: Row<T> } }[FactTable];

/** Columns that say where and when a fact was read, not what it is: outside the content hash. */
export const COLUMNS_OUTSIDE_THE_HASH: ReadonlySet<string> = new Set([
  "capture_id",
  "locator",
  "raw",
  "fetched_at",
  "created_at",
]);

/** Tables outside the content hash: the version itself, and the responses that facts were read from. */
export const TABLES_OUTSIDE_THE_HASH: ReadonlySet<TableName> = new Set<TableName>(["dataset", "capture"]);
