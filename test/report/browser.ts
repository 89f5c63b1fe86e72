import { existsSync } from "node:fs";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";

/** Where Debian's package puts it; another place can be named. */
const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";

/** Starts a real browser; with what to do where there is none. */
export async function startBrowser(): Promise<Browser> {
  if (!existsSync(CHROMIUM))
    throw new Error(
      `There is no browser at ${CHROMIUM}. Install Debian's package chromium, or name another in CHROMIUM.`,
    );
  return chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox"] });
}

/** A tab of its own, and all that went wrong in it: errors of scripts, messages of the console, requests elsewhere. */
export type Tab = { readonly page: Page; readonly problems: string[]; readonly close: () => Promise<void> };

/** Opens an address in a context of its own. Requests that leave the site are refused, and are problems. */
export async function openTab(
  browser: Browser,
  address: string,
  options: BrowserContextOptions = {},
): Promise<Tab> {
  const context = await browser.newContext({ viewport: { width: 1200, height: 900 }, ...options });
  const page = await context.newPage();
  const problems: string[] = [];
  page.on("pageerror", (error) => problems.push(`error: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning")
      problems.push(`console: ${message.text()}`);
  });
  page.on("requestfailed", (request) => problems.push(`request failed: ${request.url()}`));
  page.on("response", (response) => {
    if (response.status() >= 400) problems.push(`${response.status()}: ${response.url()}`);
  });
  await page.route(
    (url) => !url.href.startsWith(address.replace(/#.*$/s, "").replace(/\/report\/.*$/, "/")),
    (route) => route.abort(),
  );
  await page.goto(address);
  await page.locator("h1").waitFor();
  return { page, problems, close: () => context.close() };
}
