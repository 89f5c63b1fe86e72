import { realpathSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createStore, HANDBOOK, publishRows, sourceRow } from "../pipelines/published-store.ts";
import { rowOf } from "../sinks/small-dataset.ts";
import { openTab, startBrowser } from "./browser.ts";
import { serveFolder } from "./served-sample.ts";

const HOSTILE = `<img src=x onerror="document.title='taken over'"><script>document.title='taken over'</script>`;
const ID = "us-ooh/hostile";

/** An occupation all of whose texts would like to be markup. */
const ROWS = [
  rowOf("occupation", {
    ...{
      id: ID,
      scheme: "us-ooh",
      code: "hostile",
      title: `Title ${HOSTILE}`,
      summary: `Summary ${HOSTILE}`,
    },
    ...{ url: "javascript:alert(1)", citation: HOSTILE },
  }),
  rowOf("duty", { occupation_id: ID, position: 1, heading: HOSTILE, text: `Duty ${HOSTILE}` }),
  rowOf("section", {
    ...{ occupation_id: ID, position: 1, topic: "pay", heading: HOSTILE },
    text: `${HOSTILE}\n\n[a link](javascript:document.title='taken')\n\n<b onmouseover=alert(1)>bold</b>\n\n| <i> | ${HOSTILE} |\n| --- | --- |\n| a | b |`,
  }),
  rowOf("occupation_name", { occupation_id: ID, kind: "index", name: `Name ${HOSTILE}` }),
  rowOf("requirement", { occupation_id: ID, kind: "entry-education", position: 1, text: HOSTILE }),
  rowOf("wage", { occupation_id: ID, amount: 50_000, raw: HOSTILE, locator: HOSTILE }),
];

test("publishers' text is text, wherever it is shown", async () => {
  const store = createStore();
  await publishRows(store, [sourceRow({ attribution: HOSTILE }), ...HANDBOOK, ...ROWS]);
  const server = await serveFolder(realpathSync(join(store.path, "latest")));
  const browser = await startBrowser();
  try {
    const { page, problems } = await openTab(browser, `${server.url}#/${ID}`);
    expect(await page.locator("h1").innerText()).toBe(`Title ${HOSTILE}`);
    await page.locator(".figure", { hasText: "$50,000" }).first().click();
    await expect.poll(() => page.locator("dialog[open]").innerText()).toContain(HOSTILE);
    expect(await page.locator("main img, main script, main b, dialog img, dialog script").count()).toBe(0);
    expect(await page.locator('a[href^="javascript"]').count()).toBe(0);
    await page.goto(`${server.url}#/?q=hostile`);
    await expect.poll(() => page.locator(".result-count").innerText()).toMatch(/found/);
    await page.goto(`${server.url}#/dataset`);
    await expect.poll(() => page.locator("h1").innerText()).toBe("This version of the dataset");
    expect(await page.locator("main img, main script").count()).toBe(0);
    expect(await page.title()).not.toContain("taken");
    expect(problems).toEqual([]);
  } finally {
    await browser.close();
    await server.close();
    store.remove();
  }
});
