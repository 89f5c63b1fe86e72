import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { verifyVersion } from "../../../pipelines/publish/verify.ts";
import { readAllChanges } from "../../../sinks/changes/read-changes.ts";
import { startChangingSample } from "../refresh/changing-sample.ts";
import {
  FIRST_NIGHT,
  latestOf,
  newStore,
  refreshIn,
  SECOND_NIGHT,
  THIRD_NIGHT,
  versionsIn,
} from "../refresh/refreshed-store.ts";
import { runIn } from "../run-in.ts";
import { hashAfterChanges } from "./apply-changes.ts";

const HANDBOOK = "www.bls.gov/ooh";
const NURSES = `${HANDBOOK}/healthcare/registered-nurses.htm`;
const PAGES = "nationalcareers.service.gov.uk/job-profiles";

/** A store after the first night of some sources. */
async function firstNight(...sources: readonly string[]) {
  const sample = await startChangingSample();
  const store = newStore();
  const night = (now: string, ...argv: readonly string[]) =>
    refreshIn(store, ["--mirror", sample.url, "--source", ...sources, ...argv], { now });
  await night(FIRST_NIGHT);
  const folderOf = (version: string) => join(store, "versions", version);
  const latest = () => folderOf(latestOf(store) ?? "");
  return { sample, store, night, folderOf, latest, changes: () => readAllChanges(latest()) };
}

/** A consumer that has the version before gets the content hash of the latest one. */
async function expectToApply({
  store,
  folderOf,
  changes,
}: Awaited<ReturnType<typeof firstNight>>): Promise<void> {
  const [before, after] = versionsIn(store).slice(-2).map(folderOf);
  expect(hashAfterChanges(before ?? "", after ?? "")).toBe(changes().to.content_hash);
  expect(await verifyVersion(after ?? "")).toEqual([]);
}

test("a page that the publisher corrects is told with its address, the old and the new words", async () => {
  const nights = await firstNight("us-ooh");
  nights.sample.edit(NURSES, (page) => page.replace("$66,030", "$66,930"));
  const { report } = await nights.night(SECOND_NIGHT);
  const { causes, changes } = nights.changes();
  expect(causes).toMatchObject([{ kind: "correction", source_id: "us-ooh", url: `https://${NURSES}` }]);
  expect(changes.filter(({ table }) => table === "wage")).toMatchObject([
    { change: "changed", before: { amount: 66_030 }, after: { amount: 66_930 } },
  ]);
  expect(report.changes?.summary.map(({ causes }) => causes)).toEqual(
    report.changes?.summary.map(() => ["correction"]),
  );
  const markdown = readFileSync(join(nights.latest(), "CHANGES.md"), "utf8");
  expect(markdown).toMatch(/\| \[Registered Nurses\]\[1\] +\| wage · US · p10 .*\$66,030 .*\$66,930/);
  expect(markdown).toContain(`[1]: <https://${NURSES}>`);
  await expectToApply(nights);
});

test("a version with changes is built again byte for byte, also where the version before is gone", async () => {
  const nights = await firstNight("us-ooh");
  nights.sample.edit(NURSES, (page) => page.replace("$66,030", "$66,930"));
  await nights.night(SECOND_NIGHT);
  const rebuild = async () => (await runIn(nights.store, ["verify", "--rebuild"])).json;
  expect(await rebuild()).toMatchObject({ is_whole: true });
  rmSync(nights.folderOf(versionsIn(nights.store)[0] ?? ""), { recursive: true });
  expect(JSON.stringify(await rebuild())).toContain("its changes were taken as published");
});

test("a page that moves on to the next edition is told as one, while the others stay", async () => {
  const nights = await firstNight("us-ooh");
  nights.sample.edit(NURSES, nextEdition);
  nights.sample.edit(`${HANDBOOK}/entertainment-and-sports/actors.htm`, (page) =>
    page.replace("Learn the text by heart", "Learn the words by heart"),
  );
  const { report } = await nights.night(SECOND_NIGHT);
  expect(report.outcome).toBe("published");
  const causes = nights.changes().causes.map(({ kind, url, edition_after }) => [kind, url, edition_after]);
  expect(causes).toContainEqual(["new-edition", `https://${NURSES}`, "2025-35"]);
  expect(causes).toContainEqual(["correction", expect.stringContaining("actors.htm"), "2024-34"]);
  await expectToApply(nights);
});

/** The page as it would be a year later. */
function nextEdition(page: string): string {
  return page
    .replaceAll("2034", "2035")
    .replaceAll("2024", "2025")
    .replaceAll(/(2025[–-])34/g, (_, from) => `${from}35`);
}

test("a source that comes later is the cause of its rows, and of the links that are computed with it", async () => {
  const nights = await firstNight("us-ooh");
  await refreshIn(nights.store, ["--mirror", nights.sample.url, "--source", "uk-ncs"], { now: SECOND_NIGHT });
  const { causes, summary } = nights.changes();
  expect(causes).toMatchObject([{ kind: "source-added", source_id: "uk-ncs", url: null }]);
  expect(summary.find(({ table }) => table === "source")).toMatchObject({ source_id: "uk-ncs", added: 1 });
  await expectToApply(nights);
});

test("a page that cannot be read any more changes nothing but the state of its source", async () => {
  const nights = await firstNight("us-ooh");
  nights.sample.edit(NURSES, (page) => page.replaceAll("quickfacts", "slowfacts"));
  const { exit } = await nights.night(SECOND_NIGHT);
  expect(exit).toBe(3);
  expect(new Set(nights.changes().changes.map(({ table }) => table))).toEqual(new Set(["source", "issue"]));
  expect(new Set(nights.changes().causes.map(({ kind }) => kind))).toEqual(new Set(["carried-forward"]));
  await expectToApply(nights);
});

test("diff tells what a version has published, merges the causes over several, and can go back", async () => {
  const nights = await firstNight("uk-ncs");
  const nurse = `${PAGES}/nurse.html`;
  nights.sample.edit(nurse, changedPay);
  await nights.night(SECOND_NIGHT);
  nights.sample.edit(`${PAGES}/airline-pilot.html`, changedPay);
  await nights.night(THIRD_NIGHT);
  const [first = "", second = "", third = ""] = versionsIn(nights.store);
  const diff = async (...argv: readonly string[]) =>
    (await runIn(nights.store, ["diff", ...argv])).json as ReturnType<typeof readAllChanges>;

  expect(await diff()).toEqual(readAllChanges(nights.folderOf(third)));
  expect(await diff(first, second)).toEqual(readAllChanges(nights.folderOf(second)));
  const both = await diff(first);
  expect(both.causes).toMatchObject([
    { kind: "correction", url: expect.stringContaining("airline-pilot") },
    { kind: "correction", url: expect.stringContaining("nurse") },
  ]);
  const back = await diff(third, second);
  expect(back.changes).toMatchObject([{ before: { amount: expect.any(Number) } }]);
  expect(back.causes).toMatchObject([{ kind: "correction" }]);
  expect((await diff(first, third, "--only", "uk-ncs/nurse")).changes).toHaveLength(1);
  expect(await diff(third, third)).toMatchObject({ summary: [], changes: [] });

  const unknown = await runIn(nights.store, ["diff", first, third, "--only", "uk-ncs/nurses"]);
  expect(unknown).toMatchObject({ exit: 2, json: { error: { code: "unknown-filter" } } });
});

/** Another pay for those who start. */
function changedPay(page: string): string {
  return page.replace(
    /(dfc-code-jpsstarter">(?:£|&#xA3;))(\d\d),/,
    (_, lead, thousands) => `${lead}${Number(thousands) + 1},`,
  );
}
