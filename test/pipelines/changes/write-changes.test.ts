import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readAllChanges } from "../../../sinks/changes/read-changes.ts";
import { openArchive } from "../../../sources/archive/archive.ts";
import type { Row } from "../../../transforms/model/model.ts";
import { rowOf, SMALL_DATASET } from "../../sinks/small-dataset.ts";
import { temporaryFolder } from "../../sinks/temporary-folder.ts";
import { CHANGED_DATASET, publishRows } from "../publish/small-store.ts";
import { changesTo, fetchedAgain, kindsIn, type Patch, patched, rereadAs } from "./small-versions.ts";

const NURSES = "us-ooh/registered-nurses";
const ACTORS = "us-ooh/actors";
const PAGE = "https://www.bls.gov/ooh/healthcare/registered-nurses.htm";
/** The median wage by the year of nurses in all industries, in the newer of its two periods. */
const MEDIAN = {
  ...{ occupation_id: NURSES, area: "US", industry_id: null, group_title: null },
  ...{ statistic: "median", period: "year", reference_period: "2024-05" },
};
const RISE: Patch = ["wage", MEDIAN, { amount: 94_480 }];
const OTHER_PROGRAM = { program: "0.2.0-other" };

test("the first version says that it is the first, with its rows by source and table", async () => {
  const store = temporaryFolder();
  await publishRows(store);
  const { from, to, summary, changes } = readAllChanges(join(store, "latest"));
  expect([from, changes]).toEqual([null, []]);
  expect(to.version).toMatch(/^20261123T021500Z-/);
  expect(summary).toContainEqual(expect.objectContaining({ source_id: "us-ooh", table: "wage", added: 12 }));
  expect(readFileSync(join(store, "latest/CHANGES.md"), "utf8")).toContain("is the first version");
});

describe("where the same program has built both versions", () => {
  test("a changed page of the same edition is a correction by the publisher, with the old and the new value", async () => {
    const { changes, causes, captures } = await changesTo(patched(fetchedAgain(SMALL_DATASET), RISE));
    expect(changes).toEqual([
      {
        ...{ table: "wage", change: "changed", key: MEDIAN, causes: [1] },
        before: { amount: 93_600, capture_id: "capture-1" },
        after: { amount: 94_480, capture_id: "capture-3" },
      },
    ]);
    expect(causes).toMatchObject([
      {
        ...{ id: 1, kind: "correction", source_id: "us-ooh", url: PAGE },
        ...{ edition_before: "2024-34", edition_after: "2024-34" },
        ...{ capture_before: "capture-1", capture_after: "capture-3" },
      },
    ]);
    expect(captures).toMatchObject([{ id: "capture-3", url: PAGE }]);
  });

  test("rows that were only read again are counted, not listed", async () => {
    const { moved, changes } = await changesTo(patched(fetchedAgain(SMALL_DATASET), RISE));
    expect(changes).toHaveLength(1);
    expect(moved).toContainEqual({ source_id: "us-ooh", table: "wage", rows: 11 });
  });

  test("a page of another edition is a new edition", async () => {
    const next = patched(fetchedAgain(SMALL_DATASET), ["source", {}, { edition: "2025-35" }], RISE);
    const { summary } = await changesTo(next);
    const group = { source_id: "us-ooh", causes: ["new-edition"], added: 0, removed: 0, changed: 1 };
    const editions = { edition_before: "2024-34", edition_after: "2025-35" };
    expect(summary).toEqual([
      { ...group, ...editions, table: "source" },
      { ...group, ...editions, table: "wage" },
    ]);
  });

  test("a page that is gone is the cause that its rows are gone", async () => {
    const before = patched(SMALL_DATASET, ["wage", { occupation_id: ACTORS }, { capture_id: "capture-2" }]);
    const isLeft = ({ row }: (typeof before)[number]) =>
      !JSON.stringify(row).includes(ACTORS) && !("id" in row && row.id === "capture-2");
    const found = await changesTo(before.filter(isLeft), {}, before);
    expect(kindsIn(found)).toEqual([
      ["occupation", ["document-removed"]],
      ["wage", ["document-removed"]],
      ["wage", ["document-removed"]],
    ]);
  });

  test("a source that is carried forward changes by its state, and the reason is told", async () => {
    const standing = { state: "carried-forward", state_reason: "HTTP 403." };
    const issue = { rule: "source-carried-forward", severity: "warning", message: "Not renewed." } as const;
    const found = await changesTo([
      ...patched(SMALL_DATASET, ["source", {}, standing]),
      rowOf("issue", { ...issue, source_id: "us-ooh" }),
    ]);
    expect(kindsIn(found)).toEqual([
      ["source", ["carried-forward"]],
      ["issue", ["carried-forward"]],
    ]);
    expect(found.causes[0]?.reason).toBe("It was fresh and is carried-forward now: HTTP 403.");
  });

  test("a source that was not there before is the cause of its rows", async () => {
    const from = { source_id: "us-soc", capture_id: "capture-9" };
    const url = "https://www.bls.gov/soc/2018/soc_structure_2018.xlsx";
    const found = await changesTo([
      ...SMALL_DATASET,
      rowOf("source", { ...(SMALL_DATASET[0]?.row as Row<"source">), id: "us-soc" }),
      rowOf("capture", {
        ...(SMALL_DATASET[1]?.row as Row<"capture">),
        id: "capture-9",
        source_id: "us-soc",
        url,
      }),
      rowOf("occupation_name", { occupation_id: NURSES, name: "Nurse", ...from }),
    ]);
    expect(kindsIn(found)).toEqual([
      ["source", ["source-added"]],
      ["occupation_name", ["source-added"]],
    ]);
  });

  test("a computed link that changes with one page has the cause of that page", async () => {
    const link = { from_id: NURSES, to_id: ACTORS, kind: "equivalent", method: "titles" } as const;
    const computed = { ...link, score: 0.5, capture_id: "capture-2" };
    const before = [...SMALL_DATASET, rowOf("relation", computed)];
    const after = patched(
      fetchedAgain(before),
      ["relation", link, { score: 0.75 }],
      ["occupation", { id: NURSES }, { title: "Nurses" }],
    );
    expect(kindsIn(await changesTo(after, {}, before))).toEqual([
      ["occupation", ["correction"]],
      ["relation", ["correction"]],
    ]);
  });
});

describe("where the program has changed", () => {
  const archive = () => openArchive(join(temporaryFolder(), "archive.sqlite"));

  test("what it makes of the old documents is ours, what the documents say otherwise is the publisher's, and a row can have both causes", async () => {
    const reread = patched(
      SMALL_DATASET,
      ["wage", { ...MEDIAN, period: "hour" }, { amount: 45.5 }],
      ["wage", MEDIAN, { amount: 93_000 }],
    );
    const now = patched(fetchedAgain(reread), RISE, ["wage", { statistic: "p90" }, { amount: 135_000 }]);
    const order = { ...OTHER_PROGRAM, reread: rereadAs(reread), archive: archive() };
    expect(kindsIn(await changesTo(now, order))).toEqual([
      ["wage", ["our-parser"]],
      ["wage", ["our-parser", "correction"]],
      ["wage", ["correction"]],
    ]);
  });

  test("a document that it cannot read any more leaves the cause undetermined, with the reason", async () => {
    const unread = new Map([[PAGE, "No table of figures."]]);
    const order = { ...OTHER_PROGRAM, reread: rereadAs(SMALL_DATASET, unread), archive: archive() };
    const { causes } = await changesTo(patched(fetchedAgain(SMALL_DATASET), RISE), order);
    expect(causes).toMatchObject([{ kind: "undetermined", url: PAGE, reason: "No table of figures." }]);
  });

  test("without an archive, a change is ours where no document has changed, and undetermined where one has", async () => {
    const ours = await changesTo(patched(SMALL_DATASET, RISE), OTHER_PROGRAM);
    const unknown = await changesTo(patched(fetchedAgain(SMALL_DATASET), RISE), OTHER_PROGRAM);
    expect(kindsIn(ours)).toEqual([["wage", ["our-parser"]]]);
    expect(kindsIn(unknown)).toEqual([["wage", ["undetermined"]]]);
    expect(unknown.causes[0]?.reason).toContain("there is no archive");
  });

  test("a value that we have put right is our correction", async () => {
    const correction = rowOf("correction", {
      ...{ occupation_id: NURSES, table_name: "wage", column_name: "amount", source_id: "us-ooh" },
      ...{ row_key: JSON.stringify(MEDIAN), published: "93600", corrected: "94480" },
      ...{ reason: "A slip.", evidence: "The survey says 94480." },
    });
    const now = [...patched(SMALL_DATASET, RISE), correction];
    const order = { ...OTHER_PROGRAM, reread: rereadAs(now), archive: archive() };
    expect(kindsIn(await changesTo(now, order))).toEqual([
      ["wage", ["our-correction"]],
      ["correction", ["our-correction"]],
    ]);
  });
});

test("the same two versions give the same bytes, in whatever order the facts came", async () => {
  const [one, other] = [await changesTo(CHANGED_DATASET), await changesTo(CHANGED_DATASET.toReversed())];
  for (const file of ["changes.json", "CHANGES.md"]) {
    const bytes = ({ store }: { store: string }) => readFileSync(join(store, "latest", file), "utf8");
    expect(bytes(one)).toBe(bytes(other));
  }
});
