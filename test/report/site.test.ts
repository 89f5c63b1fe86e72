import { readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTab, startBrowser, type Tab } from "./browser.ts";
import { type ServedSample, serveSample } from "./served-sample.ts";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

let browser: Browser;
let sample: ServedSample;

beforeAll(async () => {
  [browser, sample] = await Promise.all([startBrowser(), serveSample()]);
}, 120_000);
afterAll(async () => {
  await browser.close();
  await sample.close();
});

/** Opens a page of the site; whatever goes wrong in it fails the test. */
async function visit(
  hash: string,
  look: (tab: Tab) => Promise<void>,
  options: Parameters<typeof openTab>[2] = {},
): Promise<void> {
  const tab = await openTab(browser, `${sample.url}${hash}`, options);
  try {
    await look(tab);
    expect(tab.problems).toEqual([]);
  } finally {
    await tab.close();
  }
}

const NURSES = "#/us-ooh/registered-nurses";

/** Every kind of page, and the odd ones among occupations. */
const PAGES = [
  ["search", "#/"],
  ["search with words and filters", "#/?q=nurse&country=UK"],
  ["a profile of the handbook", NURSES],
  ["a profile in parts", "#/us-ooh/bus-drivers"],
  ["paid by the hour only", "#/us-ooh/actors"],
  ["top-coded pay", "#/us-ooh/physicians-and-surgeons"],
  ["no pay at all", "#/us-ooh/military-careers"],
  ["a British job profile", "#/uk-ncs/nurse"],
  ["a British unit group", "#/uk-soc-2020/2237"],
  ["a SOC code", "#/us-soc-2018/29-1141"],
  ["an international code", "#/isco-08/2221"],
  ["the map", "#/map"],
  ["the map of the United Kingdom by pay", "#/map?country=UK&colour=pay"],
  ["growth against pay", "#/growth-and-pay"],
  ["pay by education", "#/pay-by-education"],
  ["the dataset", "#/dataset"],
  ["an address that leads nowhere", "#/us-ooh/no-such-thing"],
] as const;

type AxeResult = {
  readonly violations: readonly {
    readonly id: string;
    readonly help: string;
    readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
  }[];
};

/** What axe finds against WCAG 2.2 AA and good practice, in words. */
async function violationsIn(page: Page): Promise<readonly string[]> {
  await page.evaluate(AXE);
  // The sheet is part of the page already; asking for it once more is what the policy of the site forbids.
  const options = {
    preload: false,
    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
  };
  const { violations } = (await page.evaluate(`axe.run(document, ${JSON.stringify(options)})`)) as AxeResult;
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
  );
}

describe("axe finds nothing in light and in dark, and nothing is wider than a phone", () => {
  test.each(PAGES)("%s", async (_, hash) => {
    await visit(hash, async ({ page }) => {
      expect(await violationsIn(page)).toEqual([]);
      await page.emulateMedia({ colorScheme: "dark" });
      expect(await violationsIn(page)).toEqual([]);
      await page.setViewportSize({ width: 360, height: 740 });
      await page.reload();
      await page.locator("h1").waitFor();
      expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(360);
    });
  });

  test("the dialog that tells where a figure comes from", async () => {
    await visit(NURSES, async ({ page }) => {
      await page.locator(".figure").first().click();
      await page.locator("dialog[open]").waitFor();
      expect(await violationsIn(page)).toEqual([]);
    });
  });
});

describe("numbers on a page are those of the SQLite file", () => {
  const amountOf = (id: string, statistic: string, period: string) =>
    sample.database
      .prepare<unknown[], number>(
        `SELECT amount FROM wage WHERE occupation_id = ? AND statistic = ? AND period = ?
         AND industry_id IS NULL AND group_title IS NULL ORDER BY reference_period DESC LIMIT 1`,
      )
      .pluck()
      .get(id, statistic, period);

  /** The value under a label among the main numbers. */
  const shownValue = (page: Page, label: string) =>
    page.locator(`.key-figures > div:has(dt:text-is("${label}")) .key-value`).first().innerText();

  test("pay, jobs and outlook of nurses", async () => {
    await visit(NURSES, async ({ page }) => {
      const id = "us-ooh/registered-nurses";
      const yearly = amountOf(id, "median", "year")?.toLocaleString("en-US");
      expect(await shownValue(page, "Median pay, yearly")).toBe(`$${yearly}`);
      expect(await shownValue(page, "Median pay, hourly")).toBe(
        `$${amountOf(id, "median", "hour")?.toFixed(2)}`,
      );
      const row = sample.database
        .prepare<[string], { jobs: number; growth_percent: number; annual_openings: number }>(
          "SELECT jobs, growth_percent, annual_openings FROM us_overview WHERE id = ?",
        )
        .get(id);
      expect(await shownValue(page, "Number of jobs")).toBe(row?.jobs.toLocaleString("en-US"));
      expect(await shownValue(page, "Growth")).toBe(`+${row?.growth_percent}%`);
      expect(await shownValue(page, "Openings a year")).toBe(row?.annual_openings.toLocaleString("en-US"));
    });
  });

  test("every employer share of bus drivers, in its own group", async () => {
    await visit("#/us-ooh/bus-drivers", async ({ page }) => {
      const shares = sample.database
        .prepare<[], { group_title: string; title: string; percent: number }>(
          `SELECT group_title, industry.title, percent FROM employer_share
           JOIN industry ON industry.id = industry_id
           WHERE occupation_id = 'us-ooh/bus-drivers' ORDER BY group_title, rank`,
        )
        .all();
      expect(shares.length).toBeGreaterThan(5);
      for (const { group_title, title, percent } of shares) {
        const table = page.locator(".bars", { hasText: `Share of jobs by employer, ${group_title}` });
        expect(await table.locator("tr", { hasText: title }).first().innerText()).toContain(`${percent}%`);
      }
    });
  });

  test("every row of the pay by percentile of a unit group", async () => {
    await visit("#/uk-soc-2020/2237", async ({ page }) => {
      const rows = sample.database
        .prepare<[], { statistic: string; amount: number }>(
          `SELECT statistic, amount FROM wage WHERE occupation_id = 'uk-soc-2020/2237' AND period = 'year'
           AND group_title IS NULL AND amount IS NOT NULL`,
        )
        .all();
      expect(rows.length).toBeGreaterThan(8);
      const text = await page.locator(".table", { hasText: "Pay by percentile" }).first().innerText();
      for (const { amount } of rows) expect(text).toContain(`£${amount.toLocaleString("en-US")}`);
    });
  });
});

describe("what was not published is said in words", () => {
  test.each([
    ["#/us-ooh/actors", "paid by the hour; no yearly figure is published"],
    ["#/us-ooh/physicians-and-surgeons", "at least $239,200"],
    ["#/us-ooh/military-careers", "not published"],
    ["#/uk-soc-2020/3229", "Published for the wider group only"],
  ])("%s", async (hash, words) => {
    await visit(hash, async ({ page }) => {
      expect(await page.locator(".key-figures").innerText()).toContain(words);
      for (const value of await page.locator(".key-value, td").allInnerTexts())
        expect(value).not.toMatch(/NaN|undefined|null/);
      // Where a table has a zero, it was published.
      for (const value of await page.locator(".key-value").allInnerTexts())
        expect(value).not.toMatch(/^[£$]?0?$/);
    });
  });
});

test("behind a number stand publisher, address, time and the published words", async () => {
  await visit(NURSES, async ({ page }) => {
    const { raw, url, fetched_at } = sample.database
      .prepare<[], { raw: string; url: string; fetched_at: string }>(
        `SELECT raw, url, fetched_at FROM wage JOIN capture ON capture.id = capture_id
         WHERE occupation_id = 'us-ooh/registered-nurses' AND statistic = 'median' AND period = 'year'
         AND industry_id IS NULL`,
      )
      .get() as { raw: string; url: string; fetched_at: string };
    await page.locator(".figure", { hasText: "$93,600" }).first().click();
    const dialog = await page.locator("dialog[open]").innerText();
    for (const words of JSON.parse(raw) as string[]) expect(dialog).toContain(words);
    expect(dialog).toContain(url);
    expect(dialog).toContain("U.S. Bureau of Labor Statistics");
    expect(dialog).toContain(fetched_at.slice(11, 16));
  });
});

test("a figure of another occupation tells its source as well", async () => {
  await visit(`${NURSES}/other-country`, async ({ page }) => {
    await page.locator(".counterparts .figure").first().click();
    await expect
      .poll(() => page.locator("dialog[open]").innerText())
      .toContain("Office for National Statistics");
  });
});

describe("search", () => {
  const typed = async (page: Page, words: string) => {
    await page.locator("#words").fill(words);
    await expect.poll(() => page.locator(".result-count").innerText()).toMatch(/found/);
    return page.locator(".result-list h2").allInnerTexts();
  };

  test.each([
    ["registered nurse", "Registered Nurses"],
    ["regsitered nurce", "Registered Nurses"],
    ["medical coder", "Medical Records Specialists"],
    ["sofware develper", "Software Developers"],
    ["airline pil", "Airline and Commercial Pilots"],
  ])("“%s” leads to %s", async (words, title) => {
    await visit("#/", async ({ page }) => expect(await typed(page, words)).toContain(title));
  });

  test("filters leave what was asked for, and stand in the address", async () => {
    await visit("#/", async ({ page }) => {
      await typed(page, "nurse");
      await page.locator("#country").selectOption("UK");
      await expect
        .poll(() => page.locator(".result-list .kind").allInnerTexts())
        .toSatisfy(
          (kinds: string[]) => kinds.length > 0 && kinds.every((kind) => kind.startsWith("United Kingdom")),
        );
      expect(page.url()).toContain("country=UK");
      await page.reload();
      expect(await page.locator("#words").inputValue()).toBe("nurse");
      expect(await page.locator("#country").inputValue()).toBe("UK");
    });
  });

  test("a pay band in words is told in its words", async () => {
    await visit("#/", async ({ page }) => {
      await typed(page, "fishing and hunting workers");
      const [first] = await page.locator(".result-list li").allInnerTexts();
      expect(first).toContain("the annual wage is not available");
      expect(first).not.toContain("a year");
    });
  });

  test("words of a mischievous address are words", async () => {
    await visit(`#/?q=${encodeURIComponent('"><img src=x onerror=alert(1)>')}`, async ({ page }) => {
      expect(await page.locator("main img").count()).toBe(0);
      expect(await page.locator("#words").inputValue()).toContain("<img");
    });
  });
});

test("by keyboard alone: search, a result, its source, and back", async () => {
  await visit("#/", async ({ page }) => {
    const focused = () => page.evaluate("document.activeElement?.textContent || document.activeElement?.id");
    await page.keyboard.press("Tab");
    expect(await focused()).toBe("Skip to the content");
    await page.keyboard.press("Enter");
    expect(await page.evaluate("document.activeElement?.id")).toBe("main");
    await page.keyboard.press("Tab");
    expect(await page.evaluate("document.activeElement?.id")).toBe("words");
    await page.keyboard.type("registered nurs");
    await expect.poll(() => page.locator(".result-count").innerText()).toMatch(/found/);
    await page.keyboard.press("Enter"); // to the first result
    await expect.poll(focused).toBe("Registered Nurses");
    await page.keyboard.press("Enter");
    await expect.poll(() => page.title()).toBe("Registered Nurses – Occupations");
    expect(await page.evaluate("document.activeElement?.tagName")).toBe("H1");
    while ((await page.evaluate("document.activeElement?.className")) !== "figure")
      await page.keyboard.press("Tab");
    const figure = await focused();
    await page.keyboard.press("Enter");
    await page.locator("dialog[open]").waitFor();
    await page.keyboard.press("Escape");
    await expect.poll(() => page.locator("dialog").count()).toBe(0);
    expect(await focused()).toBe(figure);
    await page.evaluate("history.back()"); // a headless browser has no keys for its own frame
    await expect.poll(() => page.locator("#words").inputValue()).toBe("registered nurs");
  });
});

test("the page behind a link that somebody points at is loaded before the click", async () => {
  await visit("#/", async ({ page }) => {
    const link = page.locator(".result-list a").first();
    await link.waitFor();
    const scripts = () =>
      page.evaluate(
        "[...document.scripts].map(({ src }) => src).filter((src) => src.includes('/data/pages-'))",
      );
    expect(await scripts()).toEqual([]);
    await link.hover();
    await expect.poll(scripts).toHaveLength(1);
  });
});

test("a part of a page has an address: its heading is where the reader begins", async () => {
  await visit(`${NURSES}/pay`, async ({ page }) => {
    expect(await page.evaluate("document.activeElement?.id")).toBe("part-pay");
  });
});

test("the map leads to the page of an occupation, and group and country can be chosen", async () => {
  await visit("#/map", async ({ page }) => {
    const tiles = () => page.locator(".map a").count();
    const all = await tiles();
    expect(all).toBeGreaterThan(10);
    await page.locator("#group").selectOption({ label: "Healthcare Practitioners and Technical" });
    await expect.poll(tiles).toBeLessThan(all);
    await page.locator(".map a").first().click();
    await expect.poll(() => page.url()).toContain("#/us-soc-2018/29-");
  });
});

test("printing shows the page without the frame", async () => {
  await visit(NURSES, async ({ page }) => {
    await page.emulateMedia({ media: "print" });
    for (const frame of [".site-header", ".contents", ".source-button"])
      expect(await page.locator(frame).first().isVisible()).toBe(false);
    expect(await page.locator("h1").isVisible()).toBe(true);
  });
});

test("the site works from a folder, without a server", async () => {
  const address = `${pathToFileURL(join(sample.folder, "report/index.html")).href}${NURSES}`;
  const tab = await openTab(browser, address);
  try {
    await expect.poll(() => tab.page.locator("h1").innerText()).toBe("Registered Nurses");
    await tab.page.goto(address.replace(NURSES, "#/map"));
    await tab.page.locator(".map").waitFor();
    await tab.page.goto(address.replace(NURSES, "#/?q=nurse"));
    await expect.poll(() => tab.page.locator(".result-count").innerText()).toMatch(/found/);
    expect(tab.problems).toEqual([]);
  } finally {
    await tab.close();
  }
});

test("what the first view loads is small", () => {
  const fixed = ["index.html", "site.css", "site.js"].map((name) => join(sample.folder, "report", name));
  const bytes = fixed.reduce((sum, path) => sum + statSync(path).size, 0);
  // The list of a whole corpus comes to 150 kB.
  expect(bytes).toBeLessThan(150_000);
});
