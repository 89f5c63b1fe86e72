import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { rebuiltContributions } from "../../../pipelines/rebuild/rebuilt-contributions.ts";
import { openArchive } from "../../../sources/archive/archive.ts";
import { runCommand } from "../run-command.ts";
import { runIn } from "../run-in.ts";
import { startChangingSample } from "./changing-sample.ts";
import { select } from "./facts-of-versions.ts";
import {
  ACTORS,
  addressOf,
  CHEFS,
  DEVELOPERS,
  type HostileSample,
  INDEX,
  NURSES,
  PROFILES,
  startHostileSample,
} from "./hostile-sample.ts";
import { startLeadingElsewhere } from "./leading-elsewhere.ts";
import { answers, redirectsTo } from "./misbehaviours.ts";
import {
  copyOf,
  FOURTH_NIGHT,
  latestOf,
  newStore,
  publishedSample,
  refreshIn,
  SECOND_NIGHT,
  THIRD_NIGHT,
  versionsIn,
} from "./refreshed-store.ts";

let published: Awaited<ReturnType<typeof publishedSample>>;
let sample: HostileSample;
let store: string;

beforeAll(async () => {
  published = await publishedSample();
});
afterAll(() => published.remove());
beforeEach(async () => {
  sample = await startHostileSample();
  store = copyOf(published.path);
});

const PERFORMERS = "/ooh/entertainment-and-sports/performers.htm";
const PLAYERS = "/ooh/entertainment-and-sports/players.htm";
const FIFTH_NIGHT = "2026-11-24T02:15:00Z";

const refresh = (now: string, ...argv: string[]) =>
  refreshIn(store, ["--mirror", sample.url, ...argv], { now });
const rows = <Row>(sql: string) => select<Row>({ store, version: latestOf(store) ?? "" }, sql);
const redirects = () =>
  rows<Record<string, string>>("SELECT from_id, to_id, kind FROM occupation_redirect ORDER BY from_id");
const profiles = () =>
  rows<{ code: string }>("SELECT code FROM occupation WHERE scheme = 'us-ooh'").map(({ code }) => code);
/** The publisher puts a page elsewhere, and its index leads there. */
function rename(from: string, to: string): void {
  sample.move(from, to);
  sample.edit(INDEX, { [from]: to });
}

describe("a profile that its publisher renames", () => {
  test("has a redirect from its old id, and no person is asked", async () => {
    rename(ACTORS, PERFORMERS);
    const { exit, report } = await refresh(SECOND_NIGHT);
    expect(exit).toBe(0);
    expect(report).toMatchObject({ outcome: "published", sources: [{ state: "fresh", failed: 0 }] });
    expect(rows("SELECT * FROM occupation_redirect")).toEqual([
      {
        ...{ from_id: "us-ooh/actors", to_id: "us-ooh/performers", kind: "renamed", source_id: "us-ooh" },
        ...{ from_url: addressOf(ACTORS), to_url: addressOf(PERFORMERS) },
        fetched_at: "2026-11-21T02:15:00.000Z",
      },
    ]);
    expect(profiles()).toHaveLength(PROFILES);
    expect(profiles()).not.toContain("actors");
  });

  test("is told of by one issue, which is for the information of consumers", async () => {
    rename(ACTORS, PERFORMERS);
    await refresh(SECOND_NIGHT);
    expect(
      rows("SELECT severity, occupation_id, message FROM issue WHERE rule = 'profile-redirected'"),
    ).toEqual([
      {
        ...{ severity: "info", occupation_id: "us-ooh/performers" },
        message: `The publisher has renamed us-ooh/actors to us-ooh/performers: ${addressOf(ACTORS)} leads to ${addressOf(PERFORMERS)}.`,
      },
    ]);
  });

  test("changes nothing more on the nights after, and its old address is left in peace", async () => {
    rename(ACTORS, PERFORMERS);
    await refresh(SECOND_NIGHT);
    sample.forget();
    expect(await refresh(THIRD_NIGHT)).toMatchObject({ exit: 0, report: { outcome: "unchanged" } });
    expect(sample.askedFor(ACTORS)).toEqual([]);
    expect(versionsIn(store)).toHaveLength(2);
  });

  test("keeps its redirect when something else changes, with the day on which it was first seen", async () => {
    rename(ACTORS, PERFORMERS);
    await refresh(SECOND_NIGHT);
    sample.edit(PERFORMERS, { "<li>Learn the text by heart</li>": "<li>Learn the words by heart</li>" });
    expect(await refresh(THIRD_NIGHT)).toMatchObject({ exit: 0, report: { outcome: "published" } });
    expect(rows("SELECT from_id, fetched_at FROM occupation_redirect")).toEqual([
      { from_id: "us-ooh/actors", fetched_at: "2026-11-21T02:15:00.000Z" },
    ]);
  });

  test("is followed although the index still leads to the old address, every night", async () => {
    sample.move(ACTORS, PERFORMERS);
    expect(await refresh(SECOND_NIGHT)).toMatchObject({ exit: 0, report: { outcome: "published" } });
    expect(redirects()).toEqual([{ from_id: "us-ooh/actors", to_id: "us-ooh/performers", kind: "renamed" }]);
    expect(await refresh(THIRD_NIGHT)).toMatchObject({ exit: 0, report: { outcome: "unchanged" } });
    const offline = await refreshIn(store, ["--offline"], { now: FOURTH_NIGHT });
    expect(offline).toMatchObject({ exit: 0, report: { outcome: "unchanged" } });
    const other = await refresh(FIFTH_NIGHT, "--only", "registered-nurses");
    expect(other).toMatchObject({ exit: 0, report: { outcome: "unchanged" } });
    expect(profiles()).not.toContain("actors");
  });

  test("keeps what other documents say of it, which still name its old address", async () => {
    rename(ACTORS, PERFORMERS);
    sample.edit(NURSES, { "/ooh/healthcare/cardiovascular-technologists-and-technicians.htm": ACTORS });
    expect(await refresh(SECOND_NIGHT, "--source", "us-ooh", "us-ooh-xml")).toMatchObject({ exit: 0 });
    expect(rows("SELECT source_id FROM pay_band WHERE occupation_id = 'us-ooh/performers'")).toEqual([
      { source_id: "us-ooh-xml" },
    ]);
    expect(
      rows(
        "SELECT to_id FROM relation WHERE from_id = 'us-ooh/registered-nurses' AND to_id = 'us-ooh/performers'",
      ),
    ).toHaveLength(1);
    expect(rows("SELECT message FROM issue WHERE rule = 'occupation-not-described'")).toEqual([]);
  });

  test("twice has one redirect from each old id, which leads to where the profile is now", async () => {
    rename(ACTORS, PERFORMERS);
    await refresh(SECOND_NIGHT);
    rename(PERFORMERS, PLAYERS);
    expect(await refresh(THIRD_NIGHT)).toMatchObject({ exit: 0 });
    expect(redirects()).toEqual([
      { from_id: "us-ooh/actors", to_id: "us-ooh/players", kind: "renamed" },
      { from_id: "us-ooh/performers", to_id: "us-ooh/players", kind: "renamed" },
    ]);
  });

  test("and named as before again has no redirect from the id that is there", async () => {
    rename(ACTORS, PERFORMERS);
    await refresh(SECOND_NIGHT);
    for (const page of [ACTORS, INDEX]) sample.restore(page);
    sample.misbehave(PERFORMERS, redirectsTo(addressOf(ACTORS)));
    expect(await refresh(THIRD_NIGHT)).toMatchObject({ exit: 0 });
    expect(redirects()).toEqual([{ from_id: "us-ooh/performers", to_id: "us-ooh/actors", kind: "renamed" }]);
    expect(profiles()).toContain("actors");
  });

  test("and put into another group keeps its id, and needs no redirect", async () => {
    rename(ACTORS, "/ooh/media-and-communication/actors.htm");
    expect(await refresh(SECOND_NIGHT)).toMatchObject({ exit: 0, report: { outcome: "published" } });
    expect(redirects()).toEqual([]);
    expect(profiles()).toHaveLength(PROFILES);
  });
});

describe("a profile that its publisher merges into another", () => {
  const mergeActors = () => {
    sample.misbehave(ACTORS, redirectsTo(addressOf(NURSES)));
    sample.drop(INDEX, /^.*\/actors\.htm.*$/gm);
  };

  test("has a redirect to the other, which is there as before", async () => {
    mergeActors();
    expect(await refresh(SECOND_NIGHT)).toMatchObject({ exit: 0, report: { outcome: "published" } });
    expect(redirects()).toEqual([
      { from_id: "us-ooh/actors", to_id: "us-ooh/registered-nurses", kind: "merged" },
    ]);
    expect(profiles()).toHaveLength(PROFILES - 1);
  });

  test("is asked for once, after the index has left it out", async () => {
    mergeActors();
    await refresh(SECOND_NIGHT);
    expect(sample.askedFor(ACTORS)).toHaveLength(1);
  });

  test("after it was renamed is merged, by both of its ids", async () => {
    rename(ACTORS, PERFORMERS);
    await refresh(SECOND_NIGHT);
    sample.misbehave(PERFORMERS, redirectsTo(addressOf(CHEFS)));
    sample.drop(INDEX, /^.*\/performers\.htm.*$/gm);
    expect(await refresh(THIRD_NIGHT)).toMatchObject({ exit: 0 });
    expect(redirects()).toEqual([
      { from_id: "us-ooh/actors", to_id: "us-ooh/chefs-and-head-cooks", kind: "merged" },
      { from_id: "us-ooh/performers", to_id: "us-ooh/chefs-and-head-cooks", kind: "merged" },
    ]);
  });

  test("with too many others at once is held back: a site in trouble leads everybody to one page", async () => {
    const others = rows<{ url: string }>("SELECT url FROM occupation WHERE scheme = 'us-ooh'")
      .map(({ url }) => url.replace("https://www.bls.gov", ""))
      .filter((page) => page !== NURSES)
      .slice(0, 4);
    for (const page of others) sample.misbehave(page, redirectsTo(addressOf(NURSES)));
    const { exit, report } = await refresh(SECOND_NIGHT);
    expect(exit).toBe(3);
    expect(report.message).toContain("4 documents of us-ooh are led to other profiles at once");
    expect(profiles()).toHaveLength(PROFILES);
    expect(redirects()).toEqual([]);
    const accept = ["--accept", "vanished-documents", "--reason", "BLS has merged them"];
    expect(await refresh(THIRD_NIGHT, ...accept)).toMatchObject({ exit: 0 });
    expect(redirects()).toHaveLength(4);
  });
});

describe("an address that leads elsewhere", () => {
  test("is a failed fetch where it leads to something else than a profile", async () => {
    sample.misbehave(ACTORS, redirectsTo("https://www.bls.gov/ooh/about/sources.htm"));
    const { exit, report } = await refresh(SECOND_NIGHT);
    expect(exit).toBe(3);
    expect(report.sources[0]).toMatchObject({ state: "carried-forward", failed: 1 });
    expect(profiles()).toContain("actors");
  });

  test("is a failed fetch where nothing is at the other address", async () => {
    sample.misbehave(ACTORS, redirectsTo(addressOf(PERFORMERS)));
    expect(await refresh(SECOND_NIGHT)).toMatchObject({ exit: 3 });
    expect(redirects()).toEqual([]);
    expect(profiles()).toContain("actors");
  });

  test("is a failed fetch where two addresses lead to each other", async () => {
    sample.misbehave(ACTORS, redirectsTo(addressOf(DEVELOPERS)));
    sample.misbehave(DEVELOPERS, redirectsTo(addressOf(ACTORS)));
    expect(await refresh(SECOND_NIGHT)).toMatchObject({ exit: 3 });
    expect(redirects()).toEqual([]);
    expect(profiles()).toHaveLength(PROFILES);
  });

  test("is a failed fetch where the page that it leads to is dead, and the old copy stays", async () => {
    rename(ACTORS, PERFORMERS);
    sample.misbehave(PERFORMERS, answers(404));
    const { exit, report } = await refresh(SECOND_NIGHT);
    expect(exit).toBe(3);
    expect(report.message).toContain(addressOf(ACTORS));
    expect(profiles()).toContain("actors");
  });
});

describe("an id that is no longer there", () => {
  beforeEach(async () => {
    rename(ACTORS, PERFORMERS);
    await refresh(SECOND_NIGHT);
  });

  test.each(["us-ooh/actors", "actors", addressOf(ACTORS)])("leads the reader on: %s", async (words) => {
    const { exit, json } = await runIn(store, ["show", words]);
    expect(exit).toBe(0);
    expect(json).toMatchObject({ id: "us-ooh/performers", former_ids: ["us-ooh/actors"] });
  });

  test("is the same in a version that is built again from the archive", () => {
    const version = latestOf(store) ?? "";
    const archive = openArchive(join(store, "archive.sqlite"));
    try {
      const folder = join(store, "versions", version);
      const [handbook] = rebuiltContributions({ id: version, folder }, archive);
      expect(handbook?.redirects).toEqual(rows("SELECT * FROM occupation_redirect"));
    } finally {
      archive.close();
    }
  });

  test("is built again byte for byte", async () => {
    expect(await runIn(store, ["verify", "--rebuild"])).toMatchObject({ exit: 0 });
  });

  test("leads a reader on, who is told so", async () => {
    const { stdout } = await runCommand(["show", "us-ooh/actors", "--store", store]);
    expect(stdout.replaceAll(/\s+/g, " ")).toContain(
      `The publisher has renamed us-ooh/actors to us-ooh/performers: ${addressOf(ACTORS)} leads to ${addressOf(PERFORMERS)}. First seen on 2026-11-21.`,
    );
  });

  test("goes with the profile that it leads to", async () => {
    sample.restore();
    sample.misbehave(ACTORS, answers(404));
    sample.drop(INDEX, /^.*\/actors\.htm.*$/gm);
    const accept = ["--accept", "vanished-documents", "--reason", "BLS has removed them"];
    expect(await refresh(THIRD_NIGHT, ...accept)).toMatchObject({ exit: 0 });
    expect(redirects()).toEqual([]);
    const { exit, json } = await runIn(store, ["show", "us-ooh/actors"]);
    expect([exit, json]).toMatchObject([2, { error: { code: "unknown-occupation" } }]);
  });
});

describe("a profile of the National Careers Service", () => {
  const SITE = "nationalcareers.service.gov.uk";
  const NURSE = `${SITE}/job-profiles/nurse`;
  const SITEMAPS = [`${SITE}/sitemap.xml`, `${SITE}/explore-careers/sitemap.xml`];

  async function firstNight() {
    const documents = await startChangingSample();
    const site = await startLeadingElsewhere(documents.url);
    store = newStore();
    const night = (now: string) =>
      refreshIn(store, ["--mirror", site.url, "--source", "uk-ncs", "uk-soc"], { now });
    expect(await night("2026-11-20T02:15:00Z")).toMatchObject({ exit: 0 });
    const unlist = () => {
      for (const sitemap of SITEMAPS)
        documents.edit(sitemap, (text) =>
          text.replace(/<url>\s*<loc>[^<]*\/nurse<\/loc>[\s\S]*?<\/url>/, ""),
        );
    };
    return { documents, site, night, unlist };
  }
  const hasNurse = () => rows("SELECT id FROM occupation WHERE id = 'uk-ncs/nurse'").length === 1;

  test("that no sitemap lists and that leads to another profile is merged into it", async () => {
    const { site, night, unlist } = await firstNight();
    unlist();
    site.lead(NURSE, "/job-profiles/health-records-clerk");
    expect(await night(SECOND_NIGHT)).toMatchObject({ exit: 0, report: { outcome: "published" } });
    expect(redirects()).toEqual([
      { from_id: "uk-ncs/nurse", to_id: "uk-ncs/health-records-clerk", kind: "merged" },
    ]);
    expect(hasNurse()).toBe(false);
    expect(await night(THIRD_NIGHT)).toMatchObject({ exit: 0, report: { outcome: "unchanged" } });
  });

  test("that leads to the page for missing pages is gone for a night, and not renamed", async () => {
    const { site, night, unlist } = await firstNight();
    unlist();
    site.lead(NURSE, `https://${SITE}/explore-careers/alerts/404`);
    expect(await night(SECOND_NIGHT)).toMatchObject({ exit: 0 });
    expect(redirects()).toEqual([]);
    expect(hasNurse()).toBe(true);
  });
});
