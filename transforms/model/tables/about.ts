import { integer, nullable, oneOf, text } from "../column.ts";
import { isoTime, sha256 } from "../columns.ts";
import { table } from "../table.ts";

/** What a version says of itself: which it is, whose words it holds, from which responses, what the checks found. */

export const dataset = table("dataset", "The version that this snapshot is. One row.", ["version"], {
  version: text("Identifier of the version: UTC time and the first 8 digits of the content hash."),
  schema_version: text("Semantic version of tables and columns."),
  created_at: isoTime("When the version was built."),
  content_hash: sha256(
    "SHA-256 over all facts, without where and when they were read: equal facts give an equal hash.",
  ),
  previous_version: nullable(text("The version published before this one; NULL for the first.")),
  tool_version: text("Version of the program that built it."),
});

export const source = table("source", "A product of a publisher that facts were read from.", ["id"], {
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
  state_since: isoTime("When the first of the versions in a row was built that have it in this state."),
  state_reason: nullable(
    text("Why it is not fresh, as the first of these versions knew it; NULL where it is fresh."),
  ),
});

export const capture = table("capture", "An archived response of a publisher.", ["id"], {
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

export const correction = table(
  "correction",
  "A value that a publisher has wrong and that we have put right, with the evidence. The fact's own row keeps the published words in `raw`.",
  ["occupation_id", "table_name", "row_key", "column_name"],
  {
    occupation_id: text("The occupation that the corrected fact is about.", {
      references: "occupation.id",
    }),
    table_name: text("The table of the fact."),
    row_key: text("The key of its row: a JSON object of the table's key columns."),
    column_name: text("The column that was corrected."),
    published: nullable(text("What the publisher says; NULL where it says nothing.")),
    corrected: nullable(text("What the dataset says instead.")),
    reason: text("Why the published value is wrong."),
    evidence: text("Where that can be seen: an address, and the words that stand there."),
    source_id: text("The source whose value was corrected.", { references: "source.id" }),
  },
);

export const issue = table(
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
