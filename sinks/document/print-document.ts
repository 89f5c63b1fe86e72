/** A document as text: each row of it is turned into JSON once, whatever it is written to. */
export type PrintedDocument = {
  /** For programs and for people: a part a paragraph, and of a list a row a line. */
  readonly page: string;
  /** The same on one line. */
  readonly line: string;
};

export function printDocument(document: Readonly<Record<string, unknown>>): PrintedDocument {
  const parts = Object.entries(document)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => [JSON.stringify(name), printPart(value)] as const);
  return {
    page: `{\n${parts.map(([name, { page }]) => `  ${name}: ${page}`).join(",\n")}\n}\n`,
    line: `{${parts.map(([name, { line }]) => `${name}:${line}`).join(",")}}\n`,
  };
}

function printPart(value: unknown): PrintedDocument {
  if (!Array.isArray(value) || value.length === 0) {
    const text = JSON.stringify(value);
    return { page: text, line: text };
  }
  const rows = value.map((row) => JSON.stringify(row));
  return { page: `[\n    ${rows.join(",\n    ")}\n  ]`, line: `[${rows.join(",")}]` };
}
