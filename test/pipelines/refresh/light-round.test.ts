import { describe, expect, test } from "vitest";
import { startChangingSample } from "./changing-sample.ts";
import { latestOf, newStore, refreshIn } from "./refreshed-store.ts";

const HANDBOOK = ["--source", "us-ooh", "us-ooh-xml"];
const XML = "www.bls.gov/ooh/xml-compilation.xml";
const NURSES = "www.bls.gov/ooh/healthcare/registered-nurses.htm";
/** Of a night on which nothing has changed: robots.txt, the XML, the A–Z index. */
const SIGNS = 3;

async function publishedHandbook() {
  const sample = await startChangingSample();
  const store = newStore();
  const on = (night: string, ...argv: readonly string[]) =>
    refreshIn(store, ["--mirror", sample.url, ...HANDBOOK, ...argv], { now: `2026-11-${night}T02:15:00Z` });
  expect((await on("20")).exit).toBe(0);
  const requests = ({ report }: Awaited<ReturnType<typeof on>>) => report.hosts["www.bls.gov"]?.requests;
  return { sample, store, on, requests };
}

describe("a light round", () => {
  test("asks for the signs of change and, where there are none, for nothing else", async () => {
    const { on, requests } = await publishedHandbook();
    const light = await on("21", "--light");
    expect([light.exit, light.report.outcome, requests(light)]).toEqual([0, "unchanged", SIGNS]);
    expect(light.report.sources[0]).toMatchObject({
      id: "us-ooh",
      state: "fresh",
      unchanged: 13,
      fetched: 0,
    });
  });

  test("asks for the pages that the XML calls changed", async () => {
    const { sample, store, on, requests } = await publishedHandbook();
    const before = latestOf(store);
    const [from, to] = ["2025-08-28", "2026-01-15"];
    sample.edit(NURSES, (page) => page.replaceAll(`content="${from}"`, `content="${to}"`));
    sample.edit(XML, (xml) => {
      const start = xml.lastIndexOf("<occupation>", xml.indexOf("registered-nurses.htm"));
      return xml.slice(0, start) + xml.slice(start).replace(from, to);
    });
    const light = await on("21", "--light");
    expect([light.exit, requests(light)]).toEqual([0, SIGNS + 1]);
    expect(latestOf(store)).not.toBe(before);
  });

  test("goes on asking for a page that was refused", async () => {
    const { sample, on, requests } = await publishedHandbook();
    sample.edit(NURSES, (page) => page.replace('id="quickfacts"', 'id="facts"'));
    await on("21");
    expect(requests(await on("22", "--light"))).toBe(SIGNS + 1);
  });

  test("is a full one after seven days, and where there was none yet", async () => {
    const { on, requests } = await publishedHandbook();
    await on("24", "--light");
    expect(requests(await on("26", "--light"))).toBe(SIGNS);
    expect(requests(await on("28", "--light"))).toBe(SIGNS + 12);
    expect(requests(await on("29", "--light"))).toBe(SIGNS);
  });

  test("is a full one where the XML cannot be had", async () => {
    const { sample, on, requests } = await publishedHandbook();
    sample.remove(XML);
    const light = await on("21", "--light");
    expect([light.exit, requests(light)]).toEqual([3, SIGNS + 12]);
  });
});

test.each([
  [["--light", "--force"], "--light and --force exclude each other"],
  [["--light", "--offline"], "--light and --offline exclude each other"],
  [["--light", "--source", "us-ooh"], "Name it too: --source us-ooh us-ooh-xml"],
])("%j is wrong usage", async (argv, words) => {
  const { exit, error } = await refreshIn(newStore(), [...argv, "--contact", "data@example.org"]);
  expect([exit, error.message]).toEqual([2, expect.stringContaining(words)]);
});
