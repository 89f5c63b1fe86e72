import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Column } from "../transforms/model/column.ts";
import { SCHEMA_VERSION, TABLES } from "../transforms/model/model.ts";
import type { TableShape } from "../transforms/model/table.ts";
import { type ColumnFacts, readColumnFacts } from "./dictionary/column-facts.ts";
import type { Snapshot } from "./sqlite/open-snapshot.ts";
import type { WrittenFile } from "./written-file.ts";

const FILE = "DICTIONARY.md";

const INTRODUCTION = `# Dictionary

Every table and column of the dataset, schema ${SCHEMA_VERSION}. A value that was not published is NULL, and \`qualifier\` says why. Sources and
examples are those of this version: which sources fill a column, and its first value.`;

/** Writes `DICTIONARY.md`: what every table and column means, as the model says it, and what this version has in it. */
export function writeDictionary({ connection }: Snapshot, folder: string): WrittenFile[] {
  const parts = TABLES.flatMap((table) => tableParts(table, readColumnFacts(connection, table)));
  writeFileSync(join(folder, FILE), `${[INTRODUCTION, ...parts].join("\n\n")}\n`, { flag: "wx" });
  return [{ path: FILE }];
}

function tableParts(
  { name, description, key, columns }: TableShape,
  facts: Readonly<Record<string, ColumnFacts>>,
): string[] {
  const rows = Object.entries(columns).map(
    ([column, shape]) =>
      `| ${[column, ...describe(shape), ...show(facts[column])].map(inCell).join(" | ")} |`,
  );
  return [
    `## ${name}`,
    description,
    `Key: ${key.map((column) => `\`${column}\``).join(", ")}.`,
    ["| column | type | unit | meaning | sources | example |", "|---|---|---|---|---|---|", ...rows].join(
      "\n",
    ),
  ];
}

function describe({ sqlType, nullable, unit, description, values, references }: Column): string[] {
  const type = nullable ? `${sqlType}, can be NULL` : sqlType;
  const lawful = values === undefined ? "" : ` One of: ${values.map((value) => `\`${value}\``).join(", ")}.`;
  const target = references === undefined ? "" : ` Refers to \`${references}\`.`;
  return [type, unit ?? "", `${description}${lawful}${target}`];
}

const LONGEST_EXAMPLE = 80;

function show(facts: ColumnFacts | undefined): string[] {
  const sources = (facts?.sources ?? []).map((source) => `\`${source}\``).join(", ");
  const words = [...String(facts?.example ?? "").replaceAll(/\s+/g, " ")];
  const isCut = words.length > LONGEST_EXAMPLE;
  return [sources, isCut ? `${words.slice(0, LONGEST_EXAMPLE).join("")}…` : words.join("")];
}

/** A text as it stands in a cell of a Markdown table. */
function inCell(text: string): string {
  return text.replaceAll("|", "\\|").replaceAll("<", "&lt;");
}
