/** A document for programs and for people: a part a paragraph, and of a list a row a line. */
export function printDocument(document: Readonly<Record<string, unknown>>): string {
  const parts = Object.entries(document).map(
    ([name, value]) => `  ${JSON.stringify(name)}: ${printPart(value)}`,
  );
  return `{\n${parts.join(",\n")}\n}\n`;
}

function printPart(value: unknown): string {
  if (!Array.isArray(value) || value.length === 0) return JSON.stringify(value) ?? "null";
  return `[\n${value.map((row) => `    ${JSON.stringify(row)}`).join(",\n")}\n  ]`;
}
