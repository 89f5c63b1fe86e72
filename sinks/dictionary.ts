import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Column } from "../transforms/model/column.ts";
import { TABLES } from "../transforms/model/model.ts";
import type { TableShape } from "../transforms/model/table.ts";
import type { Snapshot } from "./sqlite/open-snapshot.ts";
import type { WrittenFile } from "./written-file.ts";

const FILE = "DICTIONARY.md";

/** Writes what every table and column means, as the model says it. */
export function writeDictionary(_: Snapshot, folder: string): WrittenFile[] {
  const parts = [
    "# Dictionary",
    "Every table and column of the dataset. A value that was not published is NULL, and `qualifier` says why.",
    ...TABLES.flatMap(tableParts),
  ];
  writeFileSync(join(folder, FILE), `${parts.join("\n\n")}\n`, { flag: "wx" });
  return [{ path: FILE }];
}

function tableParts({ name, description, key, columns }: TableShape): string[] {
  const rows = Object.entries(columns).map(
    ([column, shape]) => `| ${column} | ${cellsOf(shape).join(" | ")} |`,
  );
  return [
    `## ${name}`,
    description,
    `Key: ${key.map((column) => `\`${column}\``).join(", ")}.`,
    ["| column | type | unit | meaning |", "|---|---|---|---|", ...rows].join("\n"),
  ];
}

function cellsOf({ sqlType, nullable, unit, description, values, references }: Column): string[] {
  const type = nullable ? `${sqlType}, can be NULL` : sqlType;
  const lawful = values === undefined ? "" : ` One of: ${values.map((value) => `\`${value}\``).join(", ")}.`;
  const target = references === undefined ? "" : ` Refers to \`${references}\`.`;
  return [type, unit ?? "", `${description}${lawful}${target}`.replaceAll("|", "\\|")];
}
