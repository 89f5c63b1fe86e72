import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CASES_FOLDER, type CaseReading } from "./cases.ts";

/** What is expected; written anew with UPDATE_FIXTURES=1, which is for a person who then reads it. */
export function expectationOf(name: string, reading: string): string {
  const path = join(CASES_FOLDER, name, "expected.json");
  if (process.env.UPDATE_FIXTURES === "1") {
    mkdirSync(join(CASES_FOLDER, name), { recursive: true });
    writeFileSync(path, reading);
  }
  if (!existsSync(path))
    throw new Error(
      `${path} is missing: write it with \`npm run test:update\`, and read it against the page.`,
    );
  return readFileSync(path, "utf8");
}

/** A reading as text whose differences can be read: a line for each row. Columns of facts that are NULL are left out. */
export function printed({ extract, facts, mentions, remarks }: CaseReading): string {
  const rows = facts.map(({ table, row }) => ({
    table,
    row: Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)),
  }));
  const list = (items: readonly unknown[]) => items.map((item) => `\n    ${JSON.stringify(item)}`).join(",");
  return `{
  "extract": ${linesOf(extract, "  ")},
  "facts": [${list(rows)}
  ],
  "mentions": [${list(mentions)}
  ],
  "remarks": [${list(remarks)}
  ]
}
`;
}

/** JSON in which what holds nothing but plain values stands on one line. */
function linesOf(value: unknown, indent: string): string {
  const isPlain = (item: unknown) => typeof item !== "object" || item === null;
  if (isPlain(value) || Object.values(value as object).every(isPlain)) return JSON.stringify(value);
  const inner = `${indent}  `;
  const lines = Object.entries(value as object).map(
    ([key, item]) =>
      `${inner}${Array.isArray(value) ? "" : `${JSON.stringify(key)}: `}${linesOf(item, inner)}`,
  );
  const [open, close] = Array.isArray(value) ? ["[", "]"] : ["{", "}"];
  return `${open}\n${lines.join(",\n")}\n${indent}${close}`;
}
