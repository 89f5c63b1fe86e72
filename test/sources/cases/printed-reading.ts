import type { Fact } from "../../../transforms/model/model.ts";

/** The parts of a reading, each printed already, as JSON whose differences can be read. */
export function printed(parts: Readonly<Record<string, string>>): string {
  const lines = Object.entries(parts).map(([name, text]) => `  ${JSON.stringify(name)}: ${text}`);
  return `{\n${lines.join(",\n")}\n}\n`;
}

/** A line for each. */
export function printedLines(items: readonly unknown[]): string {
  return `[${items.map((item) => `\n    ${JSON.stringify(item)}`).join(",")}\n  ]`;
}

/** A line for each fact; columns that are NULL are left out. */
export function printedFacts(facts: readonly Fact[]): string {
  return printedLines(
    facts.map(({ table, row }) => ({
      table,
      row: Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)),
    })),
  );
}

/** Every value on a line of its own. */
export function printedValues(extract: unknown): string {
  return JSON.stringify(extract, null, 2).replaceAll("\n", "\n  ");
}

/** What holds nothing but plain values stands on one line. */
export function printedExtract(value: unknown, indent = "  "): string {
  const isPlain = (item: unknown) => typeof item !== "object" || item === null;
  if (isPlain(value) || Object.values(value as object).every(isPlain)) return JSON.stringify(value);
  const inner = `${indent}  `;
  const lines = Object.entries(value as object).map(
    ([key, item]) =>
      `${inner}${Array.isArray(value) ? "" : `${JSON.stringify(key)}: `}${printedExtract(item, inner)}`,
  );
  const [open, close] = Array.isArray(value) ? ["[", "]"] : ["{", "}"];
  return `${open}\n${lines.join(",\n")}\n${indent}${close}`;
}

/** Facts of large tables as tab-separated lines: the table, then every column that is not NULL. */
export function printedTable(facts: readonly Fact[]): string {
  const lines = facts.map(({ table, row }) => {
    const { source_id, capture_id, ...columns } = row as Record<string, unknown>;
    const told = Object.entries(columns).filter(([, value]) => value !== null);
    return [table, ...told.map(([column, value]) => `${column}=${value}`)].join("\t");
  });
  return `${lines.join("\n")}\n`;
}
