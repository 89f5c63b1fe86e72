import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { CHECKS, runChecks } from "../../../pipelines/checks/checks.ts";
import type { SourceRefusedError } from "../../../pipelines/errors/source-refused-error.ts";
import { rowOf, SMALL_DATASET } from "../../sinks/small-dataset.ts";
import { openSmallSnapshot } from "../../sinks/small-snapshot.ts";
import { ACTORS, DRIVERS, NURSES, PHYSICIANS } from "./rows.ts";

test("every rule has a file of its own, named after it", () => {
  const folder = join(import.meta.dirname, "..", "..", "..", "pipelines", "checks");
  const files = readdirSync(folder)
    .filter((file) => file.endsWith(".ts"))
    .map((file) => file.replace(/\.ts$/, ""));
  expect(CHECKS.map(({ rule }) => rule).sort()).toEqual(
    files.filter((file) => file !== "check" && file !== "checks").sort(),
  );
});

test("every rule says in one sentence what it protects", () => {
  for (const { protects } of CHECKS) expect(protects).toMatch(/^[A-Z][^\n]{20,160}\.$/);
});

test("good facts hold every rule, and give no issues", async () => {
  const { issues, checks } = await runChecks(openSmallSnapshot().database);
  expect(issues).toEqual([]);
  expect(checks).toEqual(CHECKS.map(({ rule }) => rule));
});

test("a broken rule of severity error refuses the source, and says which, where, why and what to do", async () => {
  const broken = [ACTORS, DRIVERS, NURSES, PHYSICIANS].map((occupation_id) =>
    rowOf("duty", { occupation_id, position: 9, text: "<p>Learn" }),
  );
  const refusal = await runChecks(openSmallSnapshot([...SMALL_DATASET, ...broken]).database).catch(
    (error: unknown) => error,
  );
  expect(refusal).toMatchObject({ name: "SourceRefusedError", sourceId: "us-ooh" });
  expect((refusal as SourceRefusedError).message).toBe(
    "The rule no-markup-in-text is broken in 4 places of us-ooh. us-ooh/actors: duty.text holds mark-up: “<p>Learn”. us-ooh/bus-drivers: duty.text holds mark-up: “<p>Learn”. us-ooh/physicians-and-surgeons: duty.text holds mark-up: “<p>Learn”. HTML that reaches a consumer's page is broken at best, and a script at worst. Look at these documents with `occupations archive show`, and mend their reader.",
  );
});
