import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { createChangesFile } from "../../../sinks/changes/changes-json.ts";
import { changesMarkdown } from "../../../sinks/changes/changes-markdown.ts";
import { readAllChanges } from "../../../sinks/changes/read-changes.ts";
import type { Change, ChangesHead } from "../../../transforms/model/change.ts";
import { temporaryFolder } from "../temporary-folder.ts";

const END = {
  ...{ version: "20261123T021500Z-0123abcd", content_hash: "0123abcd", schema_version: "1.2.0" },
  ...{ created_at: "2026-11-23T02:15:00Z", tool_version: "0.1.0", program: null },
};
const HEAD: ChangesHead = { from: null, to: END, summary: [], moved: [], causes: [], captures: [] };
const change = (position: number): Change => ({
  ...{ table: "duty", change: "removed", key: { occupation_id: "us-ooh/actors", position } },
  ...{ before: { text: "Sing “Così”\nand dance" }, after: null, causes: [1] },
});

function written(rows: readonly Change[]): string {
  const folder = temporaryFolder();
  const file = createChangesFile(folder);
  for (const row of rows) file.write(row);
  expect(file.finish(HEAD)).toEqual([{ path: "changes.json", rows: rows.length }]);
  return folder;
}

describe("changes.json", () => {
  test.each([0, 1, 5_000])("with %i rows is read back as it was written", (count) => {
    const rows = Array.from({ length: count }, (_, at) => change(at + 1));
    const folder = written(rows);
    expect(readAllChanges(folder)).toEqual({ ...HEAD, changes: rows });
    const text = readFileSync(join(folder, "changes.json"), "utf8");
    expect(JSON.parse(text)).toEqual({ ...HEAD, changes: rows });
    expect(text.split("\n").filter((line) => line.startsWith('{"table"'))).toHaveLength(count);
  });

  test("that is cut off is refused, wherever it ends", () => {
    const folder = written([change(1), change(2)]);
    const path = join(folder, "changes.json");
    const text = readFileSync(path, "utf8");
    for (const length of [0, 20, text.indexOf('"changes"'), text.length - 6, text.length - 60]) {
      writeFileSync(path, text.slice(0, length));
      expect(() => readAllChanges(folder), `${length} characters`).toThrow();
    }
  });
});

test("CHANGES.md has its columns below each other, and its addresses at the end", () => {
  const columns = [{ title: "Occupation" }, { title: "Now", isNumber: true }];
  const page = { text: "Actors | singers", url: "https://www.bls.gov/ooh/actors.htm" };
  const rows = [
    [page, "$23.33"],
    [{ ...page, text: "Actors" }, "1"],
  ];
  const report = [
    { kind: "heading", level: 2, text: "Changes" },
    { kind: "table", columns, rows },
  ] as const;
  expect(changesMarkdown(report)).toBe(`## Changes

| Occupation             |    Now |
| ---------------------- | -----: |
| [Actors \\| singers][1] | $23.33 |
| [Actors][1]            |      1 |

[1]: <https://www.bls.gov/ooh/actors.htm>
`);
});
