import { existsSync, mkdirSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { lockStore } from "../../../pipelines/lock.ts";
import type { DocumentHome } from "../../../pipelines/world.ts";
import { openArchive } from "../../../sources/archive/archive.ts";
import type { NewCapture } from "../../../sources/archive/capture.ts";
import { DocumentError } from "../../../sources/reading/document-error.ts";
import type { DocumentReader } from "../../../sources/source.ts";
import { usOoh } from "../../../sources/us-ooh/source.ts";
import { createStore, type TestStore } from "../published-store.ts";
import { runCommand } from "../run-command.ts";

let store: TestStore;

beforeEach(() => {
  store = createStore();
});
afterEach(() => store.remove());

const NURSES = "https://www.bls.gov/ooh/healthcare/registered-nurses.htm";
const ACTORS = "https://www.bls.gov/ooh/entertainment-and-sports/actors.htm";

const PAGE = `<!DOCTYPE html><html><head><link rel="canonical" href="${NURSES}"><title>t</title></head><body><h1>Nurses</h1></body></html>`;

/** Reads pages that have a heading. */
const reader: DocumentReader<unknown> = {
  kind: "profile",
  expectation: { mediaTypes: ["text/html"], maximumBytes: 10_000, endsWith: "</html>", canonical: true },
  schema: z.unknown(),
  read: ({ url, body }) => {
    if (!Buffer.from(body).includes("<h1>")) {
      throw new DocumentError({ url, locator: "h1", expected: "one heading", found: "nothing" });
    }
    return { extract: {}, remarks: [] };
  },
};

const registry = {
  sources: [usOoh],
  sourceOf: (url: string): DocumentHome | undefined =>
    url.startsWith("https://www.bls.gov/ooh/") ? { source: usOoh, kind: "profile", reader } : undefined,
};

const archive = (...argv: readonly string[]) =>
  runCommand(["archive", ...argv, "--store", store.path], {
    registry,
    env: { OCCUPATIONS_NOW: "2026-11-23T12:00:00Z" },
  });

function keep(url: string, fetchedAt: string, body: string, sourceId = "us-ooh") {
  const opened = openArchive(join(store.path, "archive.sqlite"));
  const response: NewCapture = {
    ...{ sourceId, url, finalUrl: url, fetchedAt, status: 200, mediaType: "text/html" },
    ...{ etag: '"1"', lastModified: undefined, headers: { server: "Apache" }, acquiredBy: "fetch" },
    body: Buffer.from(body),
  };
  const capture = opened.add(response);
  opened.close();
  return capture;
}

function saved(body: string, changedAt = "2026-11-20T09:30:00Z"): string {
  const file = join(store.path, "saved.htm");
  mkdirSync(store.path, { recursive: true });
  writeFileSync(file, body);
  utimesSync(file, new Date(changedAt), new Date(changedAt));
  return file;
}

describe("list", () => {
  test("shows the newest first, as many as asked for", async () => {
    keep(NURSES, "2026-11-20T02:00:00Z", "a");
    const newest = keep(ACTORS, "2026-11-21T02:00:00Z", "b");
    const { stdout } = await archive("list", "--limit", "1", "--json");
    expect(JSON.parse(stdout).captures).toMatchObject([{ id: newest.id, url: ACTORS, acquired_by: "fetch" }]);
    expect((await archive("list")).stdout).toMatch(new RegExp(`${newest.id} [^]*${ACTORS}[^]*${NURSES}`));
  });

  test("is limited to sources or to an address", async () => {
    keep(NURSES, "2026-11-20T02:00:00Z", "a");
    keep("https://example.org/x", "2026-11-20T03:00:00Z", "b", "uk-ncs");
    const urls = async (...argv: readonly string[]) =>
      JSON.parse((await archive("list", ...argv, "--json")).stdout).captures.map(
        ({ url }: { url: string }) => url,
      );
    expect(await urls("--source", "us-ooh")).toEqual([NURSES]);
    expect(await urls("--source", "us-ooh", "uk-ncs")).toEqual(["https://example.org/x", NURSES]);
    expect(await urls("--source", "us-ooh", "--source", "uk-ncs")).toHaveLength(2);
    expect(await urls("--url", NURSES)).toEqual([NURSES]);
    expect((await archive("list", "--url", ACTORS)).stdout).toBe("No such response is archived.\n");
  });

  test("says so where nothing was archived yet, and makes no archive", async () => {
    expect(await archive("list")).toMatchObject({
      exit: 2,
      stderr: expect.stringContaining("Nothing is archived"),
    });
    expect(existsSync(join(store.path, "archive.sqlite"))).toBe(false);
  });
});

describe("show", () => {
  test("tells what is known of a response, by its id or by its address", async () => {
    keep(NURSES, "2026-11-20T02:00:00Z", "old");
    const { id, sha256 } = keep(NURSES, "2026-11-21T02:00:00Z", "new");
    const byId = await archive("show", id);
    expect(byId.stdout).toContain(sha256);
    expect(byId.stdout).toMatch(/Header +server: Apache/);
    expect(await archive("show", NURSES)).toEqual(byId);
  });

  test("--body is the body, byte for byte", async () => {
    keep(NURSES, "2026-11-21T02:00:00Z", "no line end");
    expect((await archive("show", NURSES, "--body")).stdout).toBe("no line end");
    const { body_base64 } = JSON.parse((await archive("show", NURSES, "--body", "--json")).stdout);
    expect(Buffer.from(body_base64, "base64").toString()).toBe("no line end");
  });

  test("an unknown response is wrong usage", async () => {
    keep(NURSES, "2026-11-21T02:00:00Z", "a");
    expect(await archive("show", "0000000000000000")).toMatchObject({ exit: 2 });
    expect(await archive("show", ACTORS)).toMatchObject({ exit: 2 });
  });
});

describe("import", () => {
  test("archives a saved page under its address, with the time of the file", async () => {
    const { exit, stdout } = await archive("import", saved(PAGE), "--url", NURSES, "--json");
    expect(exit).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      source_id: "us-ooh",
      url: NURSES,
      fetched_at: "2026-11-20T09:30:00Z",
      status: 200,
      media_type: "text/html",
      acquired_by: "import",
    });
    expect((await archive("show", NURSES, "--body")).stdout).toBe(PAGE);
  });

  test("takes the time that is given, whatever its zone", async () => {
    const argv = [
      "import",
      saved(PAGE),
      "--url",
      NURSES,
      "--fetched-at",
      "2026-11-19T10:00:00+01:00",
      "--json",
    ];
    expect(JSON.parse((await archive(...argv)).stdout)).toMatchObject({ fetched_at: "2026-11-19T09:00:00Z" });
  });

  test("leaves out what stands after # in an address", async () => {
    const { stdout } = await archive("import", saved(PAGE), "--url", `${NURSES}#tab-3`, "--json");
    expect(JSON.parse(stdout)).toMatchObject({ url: NURSES });
  });

  test.each([
    ["a page that is cut off", PAGE.slice(0, -10), /ends without <\/html>/],
    ["another page", PAGE.replace(NURSES, ACTORS), /says that it is .*actors/],
    [
      "a page that the reader does not know",
      PAGE.replaceAll("h1", "h2"),
      /expected one heading, found nothing/,
    ],
    ["an empty file", "", /has no content/],
    [
      "a file that is too large",
      PAGE.replace("t</title>", `${"t".repeat(10_000)}</title>`),
      /more than 10000 bytes/,
    ],
  ])("refuses %s, and stores nothing", async (_, body, reason) => {
    const { exit, stderr } = await archive("import", saved(body), "--url", NURSES);
    expect(exit).toBe(4);
    expect(stderr).toMatch(reason);
    expect(stderr).toContain("Nothing was stored.");
    expect(existsSync(join(store.path, "archive.sqlite"))).toBe(false);
  });

  test.each([
    ["an address of no source", ["--url", "https://example.org/"], /is no document of any source/],
    ["words that are no address", ["--url", "nurses"], /is no address/],
    ["a time that is none", ["--url", NURSES, "--fetched-at", "yesterday"], /has to be an ISO time/],
    ["a time in the future", ["--url", NURSES, "--fetched-at", "2027-01-01T00:00:00Z"], /in the future/],
    ["no address at all", [], /no web archive\. Say with --url/],
  ])("%s is wrong usage", async (_, argv, reason) => {
    const { exit, stderr } = await archive("import", saved(PAGE), ...argv);
    expect(exit).toBe(2);
    expect(stderr).toMatch(reason);
  });

  test("a file that is not there is wrong usage", async () => {
    expect(await archive("import", "/nowhere/page.htm", "--url", NURSES)).toMatchObject({ exit: 2 });
  });

  test("waits for nobody: a store that is held is reported", async () => {
    const lock = lockStore(store.path, { command: "refresh", startedAt: "2026-11-23T02:15:00Z" });
    const { exit, stderr } = await archive("import", saved(PAGE), "--url", NURSES);
    lock.release();
    expect(exit).toBe(5);
    expect(stderr).toMatch(/held by `occupations refresh` \(process \d+ on .+\) since 2026-11-23T02:15:00Z/);
  });
});
