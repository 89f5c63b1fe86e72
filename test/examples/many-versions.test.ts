import { spawnSync } from "node:child_process";
import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { publishRows } from "../pipelines/publish/small-store.ts";
import { openDuckdb } from "../sinks/duckdb.ts";
import { rowOf, SMALL_DATASET } from "../sinks/small-dataset.ts";
import { temporaryFolder } from "../sinks/temporary-folder.ts";
import { codeBlocks } from "./code-blocks.ts";

const RAISED = rowOf("wage", { occupation_id: "us-ooh/military-careers", amount: 500_000 });

test("linked as the README says, all versions are one table with a column for the version", async () => {
  const folder = temporaryFolder();
  const store = join(folder, "store");
  const versions = [
    (await publishRows(store)).manifest.id,
    (await publishRows(store, [...SMALL_DATASET, RAISED], { createdAt: "2026-11-24T02:15:00.000Z" })).manifest
      .id,
  ];
  symlinkSync(store, join(folder, "data"));
  const [script = ""] = codeBlocks("README.md", "sh").filter((block) => block.includes("lake/"));
  expect(spawnSync("sh", ["-e"], { cwd: folder, input: script, encoding: "utf8" })).toMatchObject({
    status: 0,
    stderr: "",
  });
  const [query = ""] = codeBlocks("README.md", "sql").filter((block) => block.includes("'lake/"));
  const ask = await openDuckdb();
  const rows = await ask(query.replaceAll("'lake/", `'${folder}/lake/`).replace(/;\s*$/, ""));
  expect(rows.map(([version]) => version)).toEqual(versions);
  expect(Number(rows[1]?.[1])).toBeGreaterThan(Number(rows[0]?.[1]));
});
