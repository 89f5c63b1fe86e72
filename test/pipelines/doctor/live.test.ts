import { join } from "node:path";
import Database from "better-sqlite3";
import { expect, test } from "vitest";
import { samplePages } from "../../../pipelines/doctor/publishers/sample-pages.ts";
import { lockStore } from "../../../pipelines/lock.ts";
import { SOURCES } from "../../../pipelines/registry.ts";
import { openState } from "../../../pipelines/state/state.ts";
import { startSampleServer } from "../../../sources/sample/server.ts";
import { temporaryFolder } from "../../sinks/temporary-folder.ts";
import { NURSES, startHostileSample } from "../refresh/hostile-sample.ts";
import { runCommand } from "../run-command.ts";

async function live(mirror: string, store = join(temporaryFolder(), "store")) {
  const argv = ["doctor", "--live", "--mirror", mirror, "--json", "--store", store];
  const { exit, stdout } = await runCommand(argv, { env: { OCCUPATIONS_NOW: "2026-11-24T08:15:00Z" } });
  const { findings } = JSON.parse(stdout);
  return { exit, findings: findings.filter(({ check }: { check: string }) => check === "live") };
}

test("every host that a source asks has a document by which it can be tried", () => {
  const asked = SOURCES.filter(({ source }) => source.retired === undefined).flatMap(({ source }) =>
    source.hosts.map(({ host }) => host),
  );
  const pages = samplePages();
  expect(new Set(pages.map(({ host }) => host))).toEqual(new Set(asked));
  for (const { url, host } of pages) expect(new URL(url).host).toBe(host);
});

test("each host is asked once: validators, landmarks and the edition are told", async () => {
  const sample = await startSampleServer();
  const { exit, findings } = await live(sample.url);
  await sample.close();
  const words = findings.map(({ level, what }: { level: string; what: string }) => `${level}: ${what}`);
  expect(exit).toBe(0);
  expect(words).toHaveLength(2 * samplePages().length);
  expect(words).toContainEqual(
    expect.stringMatching(
      /^ok: www\.bls\.gov answers, and its robots\.txt allows https:\/\/www\.bls\.gov\/ooh\/healthcare\/registered-nurses\.htm: 200, [\d,]+ bytes, ETag /,
    ),
  );
  expect(words).toContainEqual(expect.stringMatching(/^ok: us-ooh can read it\. Edition: 20\d\d-\d\d\.$/));
});

test("nothing but requests is written: a store that is not there is not made, a state counts them", async () => {
  const sample = await startHostileSample();
  const store = temporaryFolder();
  openState(join(store, "state.sqlite")).close();
  await live(sample.url, store);
  const asked = sample.asked().filter(({ page }) => page === NURSES);
  expect(asked).toHaveLength(1);
  const state = new Database(join(store, "state.sqlite"), { readonly: true });
  const rows = ["setting", "round", "document", "reading", "quarantine", "robots", "publication"].map(
    (table) => state.prepare(`SELECT count(*) FROM ${table}`).pluck().get(),
  );
  state.close();
  expect(rows).toEqual([0, 0, 0, 0, 0, 0, 0]);
});

test("a page that lacks its landmark, and one that its reader no longer understands, are told with what to do", async () => {
  const sample = await startHostileSample();
  sample.edit(NURSES, { 'id="panes"': 'id="panels"' });
  const cut = await live(sample.url);
  expect(cut.exit).toBe(3);
  expect(cut.findings).toContainEqual(
    expect.objectContaining({ level: "error", what: expect.stringContaining('lacks “id="panes"”') }),
  );
  sample.restore(NURSES);
  sample.edit(NURSES, { "Median Pay": "Usual Earnings" });
  const changed = await live(sample.url);
  expect(changed.findings).toContainEqual(
    expect.objectContaining({
      level: "error",
      what: expect.stringContaining("us-ooh can no longer read it"),
      what_to_do: expect.stringContaining("sources/us-ooh/"),
    }),
  );
});

test("while a run holds the store nobody is asked", async () => {
  const sample = await startHostileSample();
  const store = temporaryFolder();
  openState(join(store, "state.sqlite")).close();
  const lock = lockStore(store, { command: "refresh", startedAt: "2026-11-24T02:15:00Z" });
  const { exit, findings } = await live(sample.url, store);
  lock.release();
  expect(exit).toBe(0);
  expect(findings).toMatchObject([{ level: "warning", what: expect.stringContaining("Nobody was asked") }]);
  expect(sample.asked()).toEqual([]);
});
