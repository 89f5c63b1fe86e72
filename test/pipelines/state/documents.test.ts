import { describe, expect, test } from "vitest";
import { newState } from "./new-state.ts";

const NIGHT = "2026-11-21T02:00:00.000Z";
const ACTORS = {
  url: "https://www.bls.gov/ooh/entertainment-and-sports/actors.htm",
  sourceId: "us-ooh",
  kind: "profile",
};
const GOOD = {
  ...ACTORS,
  captureId: "aaaaaaaaaaaaaaaa",
  sha256: "a".repeat(64),
  etag: '"one"',
  lastModified: "Thu, 28 Aug 2025 12:00:00 GMT",
  fingerprint: "program-1",
  letPass: [],
  reading: {
    extract: { title: "Actors" },
    remarks: [{ rule: "table-not-read", locator: "table", message: "Not a table." }],
  },
};
const REFUSED = {
  sha256: "e".repeat(64),
  ...{ url: ACTORS.url, sourceId: "us-ooh", captureId: "bbbbbbbbbbbbbbbb", fingerprint: "program-1" },
  reason: "The median is missing.",
  since: NIGHT,
};

describe("a document", () => {
  test("that nobody asked for is not known", () => {
    const { documents } = newState().state;
    expect(documents.get(ACTORS.url)).toBeUndefined();
    expect(documents.ofSource("us-ooh")).toEqual([]);
  });

  test("that was read is kept with its capture, its validators and what was read", () => {
    const { state, reopen } = newState();
    state.documents.saveGood(GOOD, NIGHT, 7);
    const { documents } = reopen();
    expect(documents.get(ACTORS.url)).toEqual({
      ...ACTORS,
      ...{ captureId: GOOD.captureId, etag: GOOD.etag, lastModified: GOOD.lastModified, roundId: 7 },
      goneRounds: 0,
    });
    expect(documents.reading(ACTORS.url, GOOD.sha256, "program-1")).toEqual(GOOD.reading);
    expect(documents.ofSource("us-ooh")).toHaveLength(1);
    expect(documents.ofSource("uk-ncs")).toEqual([]);
  });

  test("that was read by another state of the program was not read", () => {
    const { documents } = newState().state;
    documents.saveGood(GOOD, NIGHT, 7);
    expect(documents.reading(ACTORS.url, GOOD.sha256, "program-2")).toBeUndefined();
    expect(documents.reading(ACTORS.url, "b".repeat(64), "program-1")).toBeUndefined();
    expect(documents.reading(`${ACTORS.url}x`, GOOD.sha256, "program-1")).toBeUndefined();
  });

  test("that was answered for keeps its capture and its validators", () => {
    const { documents } = newState().state;
    documents.saveGood(GOOD, NIGHT, 7);
    documents.answered(ACTORS, NIGHT, 8);
    expect(documents.get(ACTORS.url)).toMatchObject({
      ...{ captureId: GOOD.captureId, etag: GOOD.etag, lastModified: GOOD.lastModified, roundId: 8 },
    });
  });

  test("that was answered for and never read is known, and is none of the good ones", () => {
    const { documents } = newState().state;
    documents.answered(ACTORS, NIGHT, 8);
    expect(documents.get(ACTORS.url)).toEqual({
      ...ACTORS,
      ...{ captureId: undefined, etag: undefined, lastModified: undefined, roundId: 8 },
      goneRounds: 0,
    });
    expect(documents.ofSource("us-ooh")).toEqual([]);
  });

  test("has a digest of what was read, which does not change with bytes that nobody reads", () => {
    const { documents } = newState().state;
    documents.saveGood(GOOD, NIGHT, 7);
    const digest = documents.digest(ACTORS.url, GOOD.sha256, "program-1");
    expect(digest).toMatch(/^[0-9a-f]{64}$/);
    documents.saveGood({ ...GOOD, sha256: "b".repeat(64) }, NIGHT, 8);
    expect(documents.digest(ACTORS.url, "b".repeat(64), "program-1")).toBe(digest);
    const reading = { ...GOOD.reading, extract: { title: "Actresses" } };
    documents.saveGood({ ...GOOD, sha256: "c".repeat(64), reading }, NIGHT, 9);
    expect(documents.digest(ACTORS.url, "c".repeat(64), "program-1")).not.toBe(digest);
    expect(documents.digest(ACTORS.url, GOOD.sha256, "program-2")).toBeUndefined();
  });
});

describe("a dead address", () => {
  const gone = { kind: "gone", message: "It is not there." };

  test("is counted once a round", () => {
    const { documents } = newState().state;
    documents.saveGood(GOOD, NIGHT, 7);
    expect(documents.failed(ACTORS, gone, NIGHT, 8)).toBe(1);
    expect(documents.failed(ACTORS, gone, NIGHT, 8)).toBe(1);
    expect(documents.failed(ACTORS, gone, NIGHT, 9)).toBe(2);
    expect(documents.get(ACTORS.url)).toMatchObject({ goneRounds: 2, captureId: GOOD.captureId });
  });

  test("that was never alive is counted, too", () => {
    const { documents } = newState().state;
    expect(documents.failed(ACTORS, gone, NIGHT, 1)).toBe(1);
    expect(documents.failed(ACTORS, gone, NIGHT, 2)).toBe(2);
  });

  test("that answers again begins anew", () => {
    const { documents } = newState().state;
    for (const answer of [
      () => documents.saveGood(GOOD, NIGHT, 9),
      () => documents.answered(ACTORS, NIGHT, 9),
    ]) {
      documents.failed(ACTORS, gone, NIGHT, 7);
      documents.failed(ACTORS, gone, NIGHT, 8);
      answer();
      expect(documents.get(ACTORS.url)).toMatchObject({ goneRounds: 0 });
      expect(documents.failed(ACTORS, gone, NIGHT, 10)).toBe(1);
      documents.answered(ACTORS, NIGHT, 11);
    }
  });

  test("is neither more nor less dead for a time-out", () => {
    const { documents } = newState().state;
    documents.failed(ACTORS, gone, NIGHT, 7);
    expect(documents.failed(ACTORS, { kind: "timeout", message: "It hangs." }, NIGHT, 8)).toBe(1);
    expect(documents.failed(ACTORS, gone, NIGHT, 9)).toBe(2);
  });

  test("loses the validators that its publisher no longer sends", () => {
    const { documents } = newState().state;
    documents.saveGood(GOOD, NIGHT, 7);
    documents.saveGood({ ...GOOD, etag: undefined, lastModified: undefined }, NIGHT, 8);
    expect(documents.get(ACTORS.url)).toMatchObject({ etag: undefined, lastModified: undefined });
  });

  test("that was read outside a round stays in the round that it was in", () => {
    const { documents } = newState().state;
    documents.saveGood(GOOD, NIGHT, 7);
    documents.saveGood({ ...GOOD, captureId: "cccccccccccccccc" }, NIGHT, undefined);
    expect(documents.get(ACTORS.url)).toMatchObject({ captureId: "cccccccccccccccc", roundId: 7 });
  });
});

describe("quarantine", () => {
  test("names the document, the reason and the day, for other processes too", () => {
    const { state, reopen } = newState();
    state.quarantine.put(REFUSED);
    expect(reopen().quarantine.all()).toEqual([REFUSED]);
    expect(state.quarantine.get(ACTORS.url)).toEqual(REFUSED);
  });

  test("keeps the first day and the last reason", () => {
    const { quarantine } = newState().state;
    quarantine.put(REFUSED);
    quarantine.put({
      ...REFUSED,
      reason: "The title is missing.",
      captureId: "dddddddddddddddd",
      since: "2026-12-01T02:00:00.000Z",
    });
    expect(quarantine.all()).toEqual([
      { ...REFUSED, reason: "The title is missing.", captureId: "dddddddddddddddd" },
    ]);
  });

  test("ends when the document is read, and its good copy was never touched by it", () => {
    const { documents, quarantine } = newState().state;
    documents.saveGood(GOOD, NIGHT, 7);
    quarantine.put(REFUSED);
    expect(documents.get(ACTORS.url)).toMatchObject({ captureId: GOOD.captureId, etag: GOOD.etag });
    documents.saveGood({ ...GOOD, captureId: "cccccccccccccccc" }, NIGHT, 8);
    expect(quarantine.all()).toEqual([]);
  });

  test("ends by release, for that document only", () => {
    const { quarantine } = newState().state;
    quarantine.put(REFUSED);
    quarantine.put({ ...REFUSED, url: `${ACTORS.url}x` });
    quarantine.release(ACTORS.url);
    expect(quarantine.all().map(({ url }) => url)).toEqual([`${ACTORS.url}x`]);
    expect(quarantine.get(ACTORS.url)).toBeUndefined();
  });
});
