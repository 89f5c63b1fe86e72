import { describe, expect, test } from "vitest";
import { createLedger } from "../../../pipelines/acceptances/ledger.ts";
import type { ChosenDocument } from "../../../pipelines/build/contribution.ts";
import { decide } from "../../../pipelines/refresh/decide.ts";
import type { Gathered, GatheredDocument, Trouble } from "../../../pipelines/refresh/gathered.ts";
import type { RefreshSettings } from "../../../pipelines/refresh/settings.ts";
import { type Capture, captureOf } from "../../../sources/archive/capture.ts";
import type { Source } from "../../../sources/source.ts";
import { usOoh } from "../../../sources/us-ooh/source.ts";

/** The handbook, of which half the pages may be missing. */
const source: Source = {
  ...usOoh,
  expects: { toleratedShare: 0.5, filled: [], minimumDocuments: { profile: 4 }, requiredCodes: ["actors"] },
};
const [INDEX] = source.roots;
const addressOf = (code: string) => ({
  kind: "profile",
  url: `https://www.bls.gov/ooh/healthcare/${code}.htm`,
});

function captureFor(url: string, body = url): Capture {
  return captureOf({
    ...{ sourceId: "us-ooh", url, finalUrl: url, fetchedAt: "2026-11-20T02:00:00.000Z", status: 200 },
    ...{ mediaType: "text/html", etag: undefined, lastModified: undefined, headers: {} },
    ...{ acquiredBy: "mirror", body: Buffer.from(body) },
  });
}

function good(code: string): GatheredDocument {
  const address = addressOf(code);
  return { address, capture: captureFor(address.url), trouble: undefined };
}

const failed = (kind: Trouble["kind"], words = "It failed."): Trouble => ({ kind, message: words });
const SETTINGS: RefreshSettings = {
  ...{ sourceIds: [], codes: [], from: "mirror", mirror: undefined, contact: undefined },
  ...{ urls: [], retryOf: undefined, honoursSchedule: false },
  ...{ force: false, isLight: false, isDryRun: false, acceptance: undefined },
};

function gathered(documents: readonly GatheredDocument[], root: Trouble | undefined = undefined): Gathered {
  const index = INDEX ?? addressOf("a-z-index");
  return {
    roots: [{ address: index, capture: captureFor(index.url), trouble: root }],
    documents,
    counts: { fetched: 0, unchanged: 0, resumed: 0, failed: 0, parsed: 0, rejected: 0 },
    failed: [],
  };
}

const CODES = ["actors", "bakers", "clerks", "drivers"];
const ALL = CODES.map(good);
const publishedDocuments = (codes = CODES): ChosenDocument[] =>
  codes.map((code) => ({ address: addressOf(code), capture: captureFor(addressOf(code).url) }));
const acceptanceFor = (reason: string) => ({
  ...{ rules: ["vanished-documents"], reason, by: "operator", at: "2026-11-20T02:15:00.000Z" },
});
const ledgerFor = ({ acceptance }: RefreshSettings) =>
  createLedger(acceptance, () => true, { standing: [], pending: [] });
const decided = (of: Gathered, published: readonly ChosenDocument[] = [], settings = SETTINGS) =>
  decide(source, of, published, settings, ledgerFor(settings));
const urlsOf = (decision: ReturnType<typeof decide>) =>
  decision.state === "absent"
    ? []
    : decision.documents.map(({ address }) => address.url).filter((url) => url !== INDEX?.url);

describe("a source", () => {
  test("that is whole is fresh, index included", () => {
    const decision = decided(gathered(ALL));
    expect(decision).toMatchObject({ state: "fresh", findings: [], reasons: [] });
    expect(urlsOf(decision)).toHaveLength(4);
  });

  test("whose index could not be read is carried forward, or absent", () => {
    const unread = gathered([], failed("rejected", "The index is not what it was."));
    expect(decided(unread)).toMatchObject({ state: "absent", reasons: ["The index is not what it was."] });
    expect(decided(unread, publishedDocuments())).toMatchObject({ state: "carried-forward" });
  });

  test.each(["timeout", "status", "blocked", "parked", "budget", "network"] as const)(
    "that was never published must be whole: one page with %s is too many",
    (kind) => {
      const documents = [...ALL.slice(1), { ...good("actors"), capture: undefined, trouble: failed(kind) }];
      expect(decided(gathered(documents))).toMatchObject({ state: "absent" });
    },
  );

  test.each(["gone", "rejected", "redirected-away", "not-the-document", "too-large", "robots"] as const)(
    "that was never published may lack a page that is %s, up to the declared share, and says so",
    (kind) => {
      const lacking = (codes: readonly string[]) =>
        ALL.map((document, at) =>
          codes.includes(CODES[at] ?? "")
            ? { ...document, capture: undefined, trouble: failed(kind) }
            : document,
        );
      const decision = decided(gathered(lacking(["actors"])));
      expect(decision).toMatchObject({
        state: "fresh",
        findings: [{ rule: "document-missing", severity: "error" }],
      });
      expect(urlsOf(decision)).toHaveLength(3);
      expect(decided(gathered(lacking(["actors", "bakers", "clerks"])))).toMatchObject({ state: "absent" });
    },
  );

  test("of which too many pages fail is carried forward as it was published", () => {
    const failing = ALL.map((document, at) =>
      at < 3 ? { ...document, trouble: failed("timeout") } : document,
    );
    const decision = decided(gathered(failing), publishedDocuments());
    expect(decision.state).toBe("carried-forward");
    expect(urlsOf(decision)).toEqual(publishedDocuments().map(({ address }) => address.url));
    expect(decision.reasons[0]).toContain(
      "3 of 4 documents of us-ooh could not be renewed; 2 may be missing",
    );
  });

  test("of which few pages fail is fresh, and each of them is named", () => {
    const failing = [{ ...good("actors"), trouble: failed("timeout") }, ...ALL.slice(1)];
    const decision = decided(gathered(failing), publishedDocuments());
    expect(decision.state).toBe("fresh");
    expect(urlsOf(decision)).toHaveLength(4);
    expect(decision.findings).toEqual([
      expect.objectContaining({
        rule: "document-carried-forward",
        severity: "warning",
        occupation_id: "us-ooh/actors",
      }),
    ]);
  });

  test("says the same of a failing page however it fails: else every night would be a version", () => {
    const findingsAfter = (kind: Trouble["kind"], words: string) =>
      decided(
        gathered([{ ...good("actors"), trouble: failed(kind, words) }, ...ALL.slice(1)]),
        publishedDocuments(),
      ).findings;
    expect(findingsAfter("timeout", "the mirror http://127.0.0.1:8080 did not answer in time")).toEqual(
      findingsAfter("status", "was answered with status 503. It was asked for 4 times."),
    );
  });

  test("keeps the published copy of a page of which no other is left", () => {
    const documents = [
      { ...good("actors"), capture: undefined, trouble: failed("rejected") },
      ...ALL.slice(1),
    ];
    expect(urlsOf(decided(gathered(documents), publishedDocuments()))).toContain(addressOf("actors").url);
  });

  test("takes no page for good of which there is no copy", () => {
    const documents = [{ ...good("actors"), capture: undefined }, ...ALL.slice(1)];
    const { state, reasons } = decided(gathered(documents));
    expect(state === "absent" || reasons.length > 0).toBe(true);
  });

  test("that no longer lists a published page is held back until a person accepts it", () => {
    const fewer = gathered(ALL.slice(1));
    expect(decided(fewer, publishedDocuments())).toMatchObject({ state: "carried-forward" });
    const acceptance = acceptanceFor("removed");
    expect(decided(fewer, publishedDocuments(), { ...SETTINGS, acceptance })).toMatchObject({
      state: "fresh",
    });
  });

  test("keeps its minimums for the publisher's own address only", () => {
    const few = gathered([good("bakers")]);
    expect(decided(few)).toMatchObject({ state: "fresh" });
    const live = decided(few, [], { ...SETTINGS, from: "fetch" });
    expect(live.state).toBe("absent");
    expect(live.reasons).toEqual([
      expect.stringContaining("it lists fewer than 4 documents of kind profile. If the publisher means it"),
      expect.stringContaining("it no longer lists actors."),
    ]);
    expect(decided(few, [], { ...SETTINGS, from: "archive" })).toMatchObject({ state: "fresh" });
  });
});

describe("a source whose unlisted documents are asked again", () => {
  const asked: Source = { ...source, unlisted: "asked-again" };
  const decidedOn = (documents: readonly GatheredDocument[], settings = SETTINGS, of = asked) =>
    decide(of, gathered(documents), publishedDocuments(), settings, ledgerFor(settings));
  const dead = (code: string, goneRounds: number): GatheredDocument => ({
    ...good(code),
    trouble: { ...failed("gone"), goneRounds },
  });

  test.each([1, 2])(
    "keeps the last good copy of a page that is dead for the %ith time, and says nothing",
    (rounds) => {
      const decision = decidedOn([dead("actors", rounds), ...ALL.slice(1)]);
      expect(decision).toMatchObject({ state: "fresh", findings: [], reasons: [] });
      expect(urlsOf(decision)).toHaveLength(4);
    },
  );

  test("takes out a page that is dead for the third time, and says so", () => {
    const decision = decidedOn([...ALL.slice(0, 3), dead("drivers", 3)]);
    expect(decision).toMatchObject({ state: "fresh", findings: [] });
    expect(decision.reasons).toEqual([expect.stringContaining("drivers.htm was dead in 3 rounds in a row")]);
    expect(urlsOf(decision)).toEqual(ALL.slice(0, 3).map(({ address }) => address.url));
  });

  test("holds the last version where many pages are dead at once, until a person accepts it", () => {
    const strict: Source = { ...asked, expects: { ...asked.expects, toleratedShare: 0.25 } };
    const documents = [...ALL.slice(0, 2), dead("clerks", 3), dead("drivers", 3)];
    expect(decidedOn(documents, SETTINGS, strict)).toMatchObject({
      state: "carried-forward",
      reasons: [expect.stringContaining("2 documents of us-ooh are gone")],
    });
    const acceptance = acceptanceFor("They were merged.");
    const accepted = decidedOn(documents, { ...SETTINGS, acceptance }, strict);
    expect(accepted.state).toBe("fresh");
    expect(urlsOf(accepted)).toHaveLength(2);
  });

  test("tells of a page that was never there", () => {
    const decision = decidedOn([...ALL, { ...dead("waiters", 1), capture: undefined }]);
    expect(decision.findings).toMatchObject([{ rule: "document-missing", severity: "error" }]);
  });
});

describe("a retired source", () => {
  const retired: Source = {
    ...source,
    roots: [],
    unlisted: "kept",
    retired: { since: "2025-10-31", reason: "It has ended." },
  };
  const none = { roots: [], documents: [], failed: [], counts: gathered([]).counts };

  test("gives what the archive has of it", () => {
    const decision = decide(retired, { ...none, documents: ALL }, [], SETTINGS, ledgerFor(SETTINGS));
    expect(decision).toMatchObject({ state: "retired", findings: [], reasons: [] });
    expect(urlsOf(decision)).toHaveLength(4);
  });

  test("gives nothing where the archive has nothing, and nobody is told", () => {
    expect(decide(retired, none, [], SETTINGS, ledgerFor(SETTINGS))).toEqual({
      state: "absent",
      reasons: [],
      findings: [],
    });
  });
});

describe("a source of which only the roots count", () => {
  const rootsOnly: Source = {
    ...source,
    unlisted: "left-out",
    expects: { toleratedShare: 0, filled: [], minimumDocuments: { "a-z-index": 1 }, requiredCodes: [] },
  };

  test("lets an older address of a root go", () => {
    const decision = decide(rootsOnly, gathered([]), publishedDocuments(), SETTINGS, ledgerFor(SETTINGS));
    expect(decision).toMatchObject({ state: "fresh", reasons: [] });
    expect(urlsOf(decision)).toEqual([]);
  });

  test("has its roots counted among the documents that the real thing must have", () => {
    const live: RefreshSettings = { ...SETTINGS, from: "fetch" };
    expect(decide(rootsOnly, gathered([]), [], live, ledgerFor(live))).toMatchObject({ state: "fresh" });
  });
});
