import { join } from "node:path";
import { expect, test } from "vitest";
import { readmeQueries } from "../../readme-queries.ts";
import { openDuckdb } from "../../sinks/duckdb.ts";
import { temporaryFolder } from "../../sinks/temporary-folder.ts";
import { CHANGED_DATASET, publishRows } from "./small-store.ts";

test("DuckDB reads one version, and all versions as one table, as the README shows", async () => {
  const store = temporaryFolder();
  const first = await publishRows(store);
  const second = await publishRows(store, CHANGED_DATASET, { createdAt: "2026-11-24T02:15:00.000Z" });
  const ask = await openDuckdb();
  const [one = "", all = ""] = readmeQueries(".parquet").map((query) =>
    query.replace("output/", join(store, "/")),
  );
  expect(await ask(one)).toEqual([
    ["us-ooh/registered-nurses", 77_600, "2021-05"],
    ["us-ooh/registered-nurses", 93_600, "2024-05"],
  ]);
  expect(await ask(all)).toEqual(
    [first, second].flatMap(({ manifest }) => [
      [manifest.id, "2021-05", 77_600],
      [manifest.id, "2024-05", 93_600],
    ]),
  );
});
