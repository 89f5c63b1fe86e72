import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { createLedger } from "../../../pipelines/acceptances/ledger.ts";
import type { LetPass } from "../../../pipelines/acceptances/let-pass.ts";
import { CHECKS, runChecks } from "../../../pipelines/checks/checks.ts";
import type { SourceRefusedError } from "../../../pipelines/errors/source-refused-error.ts";
import { rowOf, SMALL_DATASET } from "../../sinks/small-dataset.ts";
import { openSmallSnapshot } from "../../sinks/small-snapshot.ts";
import { ACTORS, DRIVERS, NURSES, PHYSICIANS } from "./rows.ts";

const NOTHING_EARLIER = { standing: [], pending: [] };
const nobody = () => createLedger(undefined, () => true, NOTHING_EARLIER);

test("every rule has a file of its own, named after it", () => {
  const folder = join(import.meta.dirname, "..", "..", "..", "pipelines", "checks");
  const files = readdirSync(folder)
    .filter((file) => file.endsWith(".ts"))
    .map((file) => file.replace(/\.ts$/, ""));
  expect(CHECKS.map(({ rule }) => rule).sort()).toEqual(
    files.filter((file) => !["check", "checks", "refusal"].includes(file)).sort(),
  );
});

test("every rule says in one sentence what it protects", () => {
  for (const { protects } of CHECKS) expect(protects).toMatch(/^[A-Z][^\n]{20,160}\.$/);
});

test("good facts hold every rule, and give no issues", async () => {
  const { issues, checks } = await runChecks(openSmallSnapshot().database, nobody());
  expect(issues).toEqual([]);
  expect(checks).toEqual(CHECKS.map(({ rule }) => rule));
});

test("a broken rule of severity error refuses the source, and says which, where, why and what to do", async () => {
  const broken = [ACTORS, DRIVERS, NURSES, PHYSICIANS].map((occupation_id) =>
    rowOf("duty", { occupation_id, position: 9, text: "<p>Learn" }),
  );
  const refusal = await runChecks(openSmallSnapshot([...SMALL_DATASET, ...broken]).database, nobody()).catch(
    (error: unknown) => error,
  );
  expect(refusal).toMatchObject({ name: "SourceRefusedError", sourceId: "us-ooh" });
  expect((refusal as SourceRefusedError).message).toBe(
    'The rule no-markup-in-text is broken in 4 places of us-ooh. us-ooh/actors: duty.text holds mark-up: “<p>Learn”. us-ooh/bus-drivers: duty.text holds mark-up: “<p>Learn”. us-ooh/physicians-and-surgeons: duty.text holds mark-up: “<p>Learn”. HTML that reaches a consumer\'s page is broken at best, and a script at worst. Look at these documents with `occupations archive show`, and mend their reader; or, where the publisher means it: occupations refresh --source us-ooh --accept no-markup-in-text --reason "…".',
  );
});

describe("a breach that a person lets pass", () => {
  const given = { rules: ["no-markup-in-text"], reason: "a test", by: "Ada", at: "2026-11-21T02:15:00.000Z" };
  const broken = (...codes: string[]) =>
    openSmallSnapshot([
      ...SMALL_DATASET,
      ...codes.map((occupation_id) => rowOf("duty", { occupation_id, position: 9, text: "<p>Learn" })),
    ]).database;
  const later = (standing: readonly LetPass[]) =>
    createLedger(undefined, () => true, { standing, pending: [] });

  test("is published with an issue that names the person and the reason, and the rule does not hold", async () => {
    const { issues, checks } = await runChecks(
      broken(ACTORS),
      createLedger(given, () => true, NOTHING_EARLIER),
    );
    expect(issues).toEqual([
      expect.objectContaining({
        ...{ rule: "no-markup-in-text", severity: "warning", occupation_id: ACTORS },
        message: "duty.text holds mark-up: “<p>Learn”. Let pass by Ada on 2026-11-21: a test",
      }),
    ]);
    expect(checks).not.toContain("no-markup-in-text");
  });

  test("is let pass on the next nights without a word, and another is not", async () => {
    const first = createLedger(given, () => true, NOTHING_EARLIER);
    await runChecks(broken(ACTORS), first);
    const second = later(first.entries());
    await runChecks(broken(ACTORS), second);
    expect(second.entries()).toEqual(first.entries());
    await expect(runChecks(broken(ACTORS, NURSES), later(first.entries()))).rejects.toThrow(NURSES);
  });

  test("is told as out of date when it no longer occurs", async () => {
    const first = createLedger(given, () => true, NOTHING_EARLIER);
    await runChecks(broken(ACTORS), first);
    const second = later(first.entries());
    await runChecks(openSmallSnapshot().database, second);
    expect(second.entries()).toEqual([]);
    expect(second.outdated()).toEqual(first.entries());
  });

  test("of another source than those that were chosen is held back", async () => {
    const ledger = createLedger(given, (sourceId) => sourceId === "uk-ncs", NOTHING_EARLIER);
    await expect(runChecks(broken(ACTORS), ledger)).rejects.toThrow("no-markup-in-text");
    expect(ledger.unused()).toEqual(["no-markup-in-text"]);
  });
});
