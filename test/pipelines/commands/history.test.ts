import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Row } from "../../../transforms/model/model.ts";
import { type AnyRow, rowOf } from "../../sinks/small-dataset.ts";
import { createStore, publishRows, sourceRow } from "../published-store.ts";
import { runCommand } from "../run-command.ts";

const store = createStore();
let versions: readonly string[];

const occupation = (id: string) =>
  rowOf("occupation", { id, scheme: "us-ooh", code: id.slice("us-ooh/".length), title: "Nurses" });

function page(fetched_at: string): AnyRow {
  return rowOf("capture", {
    ...{ id: "capture-1", source_id: "us-ooh", url: "https://www.bls.gov/ooh/nurses.htm", fetched_at },
    ...{ status: 200, media_type: "text/html", bytes: 1, sha256: "ab".repeat(32), acquired_by: "fetch" },
  });
}

const wage = (occupation_id: string, amount: number | null, given: Partial<Row<"wage">> = {}) =>
  rowOf("wage", { occupation_id, amount, ...given });

/** The wage of nurses and that of clerks; the first night has nurses under their old name. */
async function publishNights(): Promise<string[]> {
  const night = (day: number, edition: string, rows: readonly AnyRow[]) => {
    const time = `2026-11-${day}T02:10:00Z`;
    const source = sourceRow({ edition, fetched_at: time });
    return publishRows(store, [source, page(time), ...rows], `2026-11-${day}T02:15:00Z`);
  };
  const renamed = rowOf("occupation_redirect", {
    ...{ from_id: "us-ooh/sisters", to_id: "us-ooh/nurses", kind: "renamed" },
    ...{ from_url: "https://www.bls.gov/ooh/sisters.htm", to_url: "https://www.bls.gov/ooh/nurses.htm" },
    fetched_at: "2026-11-21T02:10:00Z",
  });
  const nurses = (amount: number, given: Partial<Row<"wage">> = {}) => [
    ...[occupation("us-ooh/nurses"), renamed, wage("us-ooh/nurses", amount, given)],
    wage("us-ooh/nurses", 80_000, { reference_period: "2023-05" }),
    wage("us-ooh/nurses", 99_000, { statistic: "p90" }),
    wage("us-ooh/nurses", 12_000, { group_title: "Nurses at sea" }),
  ];
  const clerks = [occupation("us-ooh/clerks"), wage("us-ooh/clerks", null, { qualifier: "suppressed" })];
  return [
    await night(20, "2023-33", [occupation("us-ooh/sisters"), wage("us-ooh/sisters", 90_000), ...clerks]),
    await night(21, "2024-34", [...nurses(90_000), ...clerks]),
    await night(22, "2024-34", [...nurses(90_000), rowOf("duty", dutyOf("Care")), ...clerks]),
    await night(23, "2025-35", [...nurses(239_200, { qualifier: "at-least", reference_period: "2025-05" })]),
  ];
}

function dutyOf(text: string): Partial<Row<"duty">> {
  return { occupation_id: "us-ooh/nurses", position: 1, heading: "Duties", text };
}

beforeAll(async () => {
  versions = await publishNights();
});
afterAll(() => store.remove());

const history = (...argv: readonly string[]) => runCommand(["history", ...argv, "--store", store.path]);
const json = async (...argv: readonly string[]) => JSON.parse((await history(...argv, "--json")).stdout);
/** Words of a text without its layout. */
const flat = (text: string) => text.replaceAll(/\s+/g, " ");

describe("a value over the versions", () => {
  test("is one entry for all versions that say the same, the newest first", async () => {
    const { versions: series } = await json("nurses", "wage.median");
    const [whole, part] = series;
    expect(whole.figure).toEqual({
      table: "wage",
      about: { area: "US", statistic: "median", period: "year" },
    });
    expect(whole.entries).toMatchObject([
      {
        ...{ from: versions[3], to: versions[3], versions: 1, occupation_id: "us-ooh/nurses" },
        ...{ period: "2025-05", values: { amount: 239_200, qualifier: "at-least", currency: "USD" } },
        told_by: { source_id: "us-ooh", edition: "2025-35", fetched_at: "2026-11-23T02:10:00Z" },
      },
      {
        ...{ from: versions[1], to: versions[2], versions: 2, period: "2024-05", values: { amount: 90_000 } },
        told_by: { edition: "2024-34", fetched_at: "2026-11-21T02:10:00Z" },
      },
      { from: versions[0], to: versions[0], occupation_id: "us-ooh/sisters", values: { amount: 90_000 } },
    ]);
    expect(part.figure.about).toMatchObject({ group_title: "Nurses at sea" });
  });

  test("is shown with the qualifier that it was published with", async () => {
    const { stdout } = await history("nurses", "wage.median.year", "--versions");
    expect(stdout).toContain("at least $239,200");
    expect(stdout).toContain("as us-ooh/sisters");
    expect(stdout).toContain("us-ooh, 2025-35");
    expect(stdout).not.toContain("OVER THE PERIODS");
  });

  test("that is not in the latest version is said not to be there", async () => {
    const { stdout } = await history("clerks", "wage", "--versions");
    expect(flat(stdout)).toContain(`not there ${versions[3]}`);
    expect(stdout).toContain("withheld by the");
  });

  test("begins with the first version that has it", async () => {
    const { versions: series } = await json("nurses", "duty");
    expect(series[0].entries).toMatchObject([
      { from: versions[3], values: null, told_by: null },
      { from: versions[2], values: { text: "Care" } },
    ]);
  });
});

describe("a value over the periods", () => {
  test("is that of the latest version, the newest first", async () => {
    const { periods } = await json("nurses", "wage.median.year");
    expect(periods[0].entries).toMatchObject([
      { period: "2025-05", values: { amount: 239_200, qualifier: "at-least" }, source_id: "us-ooh" },
      { period: "2023-05", values: { amount: 80_000 } },
    ]);
    const { stdout } = await history("nurses", "wage", "--periods");
    expect(flat(stdout)).toContain(
      "May 2025 at least $239,200 us-ooh, read November 23, 2026 May 2023 $80,000",
    );
    expect(stdout).not.toContain("OVER THE VERSIONS");
  });

  test("of one period only is no history", async () => {
    expect(flat((await history("nurses", "wage.p90")).stdout)).toContain("for one period only");
  });
});

test("without a fact, the main numbers are shown: of all workers, no percentiles", async () => {
  const { versions: series } = await json("nurses");
  expect(series.map(({ figure }: { figure: object }) => figure)).toEqual([
    { table: "wage", about: { area: "US", statistic: "median", period: "year" } },
  ]);
});

test("an id that was given up is followed, and the reader is told", async () => {
  const { stdout } = await history("us-ooh/sisters", "wage.median.year");
  expect(flat(stdout)).toContain("The publisher has renamed us-ooh/sisters to us-ooh/nurses");
  expect(await json("sisters", "wage")).toMatchObject({
    ...{ occupation_id: "us-ooh/nurses", redirected_from: "us-ooh/sisters", former_ids: ["us-ooh/sisters"] },
  });
});

test("an occupation that no version has is wrong usage, with the nearest ones", async () => {
  expect(await history("nursse")).toMatchObject({
    ...{ exit: 2, stderr: expect.stringContaining("us-ooh/nurses (Nurses)") },
  });
  expect(await history("nurses", "wages")).toMatchObject({ exit: 2 });
});

test("a fact that no version has is said not to be there", async () => {
  expect(await history("nurses", "quality")).toMatchObject({
    ...{ exit: 0, stdout: expect.stringContaining("No version has quality of us-ooh/nurses") },
  });
});

test("versions of an earlier schema are read for what they have", async () => {
  const before = await json("nurses", "wage.median.year");
  const database = new Database(join(store.path, "versions", versions[0] ?? "", "occupations.sqlite"));
  database.exec("DROP TABLE occupation_redirect; DROP TABLE correction; DROP TABLE duty");
  database.exec("DROP VIEW us_overview; DROP VIEW uk_overview; DROP VIEW comparison");
  database.exec(
    "ALTER TABLE source DROP COLUMN state_since; ALTER TABLE wage DROP COLUMN relative_error_percent",
  );
  database.close();
  expect(await json("nurses", "wage.median.year")).toEqual(before);
  expect((await json("nurses", "duty")).versions[0].entries).toHaveLength(2);
});
