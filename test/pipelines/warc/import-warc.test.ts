import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import base32Encode from "base32-encode";
import { beforeEach, describe, expect, test } from "vitest";
import { programRegistry } from "../../../pipelines/program-registry.ts";
import { openArchive } from "../../../sources/archive/archive.ts";
import type { Capture } from "../../../sources/archive/capture.ts";
import { temporaryFolder } from "../../sinks/temporary-folder.ts";
import { runCommand } from "../run-command.ts";
import { RECORDED_AT, recordBytes, type TestRecord, writeWebArchive } from "./web-archive.ts";

const DOCUMENTS = new URL("../../../sources/sample/documents/www.bls.gov", import.meta.url).pathname;
const NURSES = "https://www.bls.gov/ooh/healthcare/registered-nurses.htm";
const ACTORS = "https://www.bls.gov/ooh/entertainment-and-sports/actors.htm";
const pageOf = (url: string) => readFileSync(`${DOCUMENTS}${new URL(url).pathname}`);
const PAGE = pageOf(NURSES);

let folder: string;
let store: string;
beforeEach(() => {
  folder = temporaryFolder();
  store = join(folder, "store");
});

async function importFile(file: string, ...argv: readonly string[]) {
  const options = { registry: programRegistry, env: { OCCUPATIONS_NOW: "2026-11-23T12:00:00Z" } };
  const words = ["archive", "import", file, ...argv, "--json", "--store", store];
  const { exit, stdout } = await runCommand(words, options);
  return { exit, ...JSON.parse(stdout) };
}

const importRecords = (records: readonly TestRecord[], ...argv: readonly string[]) =>
  importFile(writeWebArchive(join(folder, "old.warc.gz"), records), ...argv);

function captures(): readonly (Capture & { readonly body: string })[] {
  const archive = openArchive(join(store, "archive.sqlite"), { readonly: true });
  try {
    return [...archive.captures()].map((one) => ({ ...one, body: archive.body(one.sha256).toString("hex") }));
  } finally {
    archive.close();
  }
}

const nurses = (given: TestRecord = {}): TestRecord => ({ url: NURSES, body: PAGE, ...given });

test("a response of a source's document is archived with its own time and validators", async () => {
  const headers = [
    "Content-Type: text/html; charset=UTF-8",
    'ETag: "a1"',
    "Last-Modified: Wed, 08 Sep 2021 10:00:00 GMT",
    "Set-Cookie: a=b",
  ];
  expect(await importRecords([{ type: "warcinfo" }, nurses({ headers })])).toMatchObject({
    ...{ exit: 0, records: 2, imported: 1, known: 0, sources: { "us-ooh": 1 }, refused: [] },
    ignored: { "record of type warcinfo": 1 },
  });
  const [capture] = captures();
  expect(capture).toMatchObject({
    ...{ url: NURSES, fetchedAt: RECORDED_AT, acquiredBy: "import", status: 200, mediaType: "text/html" },
    ...{ etag: '"a1"', lastModified: "Wed, 08 Sep 2021 10:00:00 GMT", body: PAGE.toString("hex") },
  });
  expect(capture?.headers).not.toHaveProperty("set-cookie");
});

test("a file that is not packed is read as well, and what is archived already stays as it is", async () => {
  const file = writeWebArchive(
    join(folder, "plain.warc"),
    [nurses(), { url: ACTORS, body: pageOf(ACTORS) }],
    false,
  );
  expect(await importFile(file)).toMatchObject({ exit: 0, imported: 2, known: 0 });
  expect(await importFile(file)).toMatchObject({ exit: 0, imported: 0, known: 2 });
  expect(captures()).toHaveLength(2);
});

function chunked(body: Buffer): Buffer {
  const half = Math.floor(body.byteLength / 2);
  const chunk = (part: Buffer) => [
    Buffer.from(`${part.byteLength.toString(16)}\r\n`),
    part,
    Buffer.from("\r\n"),
  ];
  return Buffer.concat([
    ...chunk(body.subarray(0, half)),
    ...chunk(body.subarray(half)),
    Buffer.from("0\r\n\r\n"),
  ]);
}

describe("what was done for the transfer is undone:", () => {
  test.each([
    ["gzip", ["Content-Encoding: gzip"], gzipSync(PAGE)],
    ["deflate", ["Content-Encoding: deflate"], deflateSync(PAGE)],
    ["raw deflate", ["Content-Encoding: deflate"], deflateRawSync(PAGE)],
    ["brotli", ["Content-Encoding: br"], brotliCompressSync(PAGE)],
    ["chunks", ["Transfer-Encoding: chunked"], chunked(PAGE)],
    ["gzip in chunks", ["Transfer-Encoding: chunked", "Content-Encoding: gzip"], chunked(gzipSync(PAGE))],
    ["chunks that the crawler has undone", ["Transfer-Encoding: chunked"], PAGE],
    ["gzip that the crawler has undone", ["Content-Encoding: gzip"], PAGE],
  ])("%s", async (_, headers, body) => {
    const record = nurses({ headers: ["Content-Type: text/html", ...headers], body });
    expect(await importRecords([record])).toMatchObject({ exit: 0, imported: 1 });
    expect(captures()[0]?.body).toBe(PAGE.toString("hex"));
  });
});

describe("what is none of our business is counted:", () => {
  test.each<[string, TestRecord, string]>([
    ["other addresses", { url: "https://example.org/", body: "x" }, "no document of any source"],
    ["requests", { type: "request", url: NURSES }, "record of type request"],
    ["redirects", nurses({ status: "301 Moved" }), "answer with status 301"],
    ["errors", nurses({ status: "503 Busy" }), "answer with status 503"],
    [
      "what its archive cut off",
      nurses({ warcHeaders: ["WARC-Truncated: length"] }),
      "answer that its archive cut off",
    ],
    [
      "revisits of what nobody has",
      nurses({ type: "revisit", body: "" }),
      "revisit of a response that is not here",
    ],
    [
      "the sample of this program",
      nurses({ warcHeaders: ["X-Occupations-Acquired-By: sample"] }),
      "answer of the sample that ships with the program",
    ],
  ])("%s", async (_, record, why) => {
    expect(await importRecords([record])).toMatchObject({ exit: 0, imported: 0, ignored: { [why]: 1 } });
  });
});

const sha1 = (content: Buffer) =>
  `sha1:${base32Encode(createHash("sha1").update(content).digest(), "RFC4648")}`;

describe("a revisit", () => {
  const later = "2021-10-08T12:00:00Z";

  test.each([
    [
      "the time of the response",
      [`WARC-Refers-To-Target-URI: ${NURSES}`, `WARC-Refers-To-Date: ${RECORDED_AT}`],
    ],
    ["what it says", [`WARC-Payload-Digest: ${sha1(PAGE)}`]],
  ])("is a capture of its own, found by %s", async (_, warcHeaders) => {
    const revisit: TestRecord = { type: "revisit", url: NURSES, date: later, warcHeaders, body: "" };
    expect(await importRecords([nurses(), revisit])).toMatchObject({ exit: 0, imported: 2 });
    const [newest, oldest] = captures();
    expect([newest?.fetchedAt, newest?.sha256]).toEqual([later, oldest?.sha256]);
  });

  test("of other words than any that are here is ignored", async () => {
    const warcHeaders = [`WARC-Payload-Digest: ${sha1(Buffer.from("other"))}`];
    const revisit: TestRecord = { type: "revisit", url: NURSES, date: later, warcHeaders, body: "" };
    expect(await importRecords([nurses(), revisit])).toMatchObject({ exit: 0, imported: 1 });
  });
});

describe("what must not be archived is refused with its place, and nothing is stored:", () => {
  const bomb = gzipSync(Buffer.alloc(64 * 2 ** 20));

  test.each<[string, TestRecord, RegExp]>([
    [
      "a page that its reader does not know",
      nurses({ body: PAGE.toString().replaceAll("quickfacts", "fastfacts") }),
      /record 2 \(.*registered-nurses\.htm\): /,
    ],
    ["an error page", nurses({ body: "<html><h1>Access Denied</h1></html>" }), /record 2 /],
    ["a page of another address", nurses({ body: pageOf(ACTORS) }), /record 2 .*canonical/],
    [
      "content that is not what was signed",
      nurses({ warcHeaders: [`WARC-Payload-Digest: ${sha1(Buffer.from("x"))}`] }),
      /record 2 .*WARC-Payload-Digest/,
    ],
    ["a record without a time", nurses({ date: "" }), /record 2 .*no WARC-Date/],
    ["one of tomorrow", nurses({ date: "2027-01-01T00:00:00Z" }), /record 2 .*in the future/],
    [
      "a packing that nobody knows",
      nurses({ headers: ["Content-Type: text/html", "Content-Encoding: zoo"] }),
      /record 2 .*"zoo" is unknown/,
    ],
    [
      "content that unpacks to too much",
      nurses({ headers: ["Content-Type: text/html", "Content-Encoding: gzip"], body: bomb }),
      /record 2 .*cannot be unpacked/,
    ],
    [
      "content that is too large",
      nurses({ body: Buffer.alloc(8 * 2 ** 20, 65) }),
      /record 2 .*more than the \d+ bytes/,
    ],
  ])("%s", async (_, record, reason) => {
    const good: TestRecord = { url: ACTORS, body: pageOf(ACTORS) };
    const refused = await importRecords([good, record]);
    expect(refused).toMatchObject({ exit: 4, error: { code: "records-refused" } });
    expect(refused.error.message).toMatch(reason);
    expect(captures()).toEqual([]);
    expect(await importRecords([good, record], "--skip-refused")).toMatchObject({ exit: 0, imported: 1 });
    expect(captures().map(({ url }) => url)).toEqual([ACTORS]);
  });

  test.each<[string, (whole: Buffer) => Buffer]>([
    ["a file that is cut off", (whole) => gzipSync(whole).subarray(0, -40)],
    ["one that is cut off and was never packed", (whole) => whole.subarray(0, -4000)],
    [
      "one that turns into something else",
      (whole) => Buffer.concat([whole, Buffer.from("<html>no record</html>\r\n\r\n")]),
    ],
  ])("%s", async (_, damage) => {
    const file = join(folder, "damaged.warc");
    writeFileSync(
      file,
      damage(Buffer.concat([recordBytes({ url: ACTORS, body: pageOf(ACTORS) }), recordBytes(nurses())])),
    );
    expect(await importFile(file)).toMatchObject({ exit: 4, error: { code: "warc-damaged" } });
    expect(captures()).toEqual([]);
  });
});

test("an address or a time beside a web archive is wrong usage: its records tell theirs", async () => {
  expect(await importRecords([nurses()], "--url", NURSES)).toMatchObject({ error: { exit: 2 } });
});

test("an address without TLS is that of the same document", async () => {
  await importRecords([nurses({ url: NURSES.replace("https:", "http:") })]);
  expect(captures().map(({ url }) => url)).toEqual([NURSES]);
});
