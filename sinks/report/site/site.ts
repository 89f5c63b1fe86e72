import { type Route, routeFrom } from "./addresses.ts";
import { datasetPage } from "./dataset-page.ts";
import { element, link } from "./element.ts";
import { type Listed, listed } from "./listed.ts";
import { loadData } from "./load.ts";
import { occupationPage } from "./occupation-page.ts";
import { loadPage } from "./page.ts";
import { plotsPart } from "./parts.ts";
import { searchPage } from "./search-page.ts";

const NAME = "Occupations";

const main = document.getElementById("main") ?? document.body;

/** The occupation that is shown, so that a step to another part of it does not build it again. */
let shownId: string | undefined;

/** Which of several quick steps is the last: only that one is shown. */
let steps = 0;

async function show(isFirst: boolean): Promise<void> {
  const step = ++steps;
  const route = routeFrom(location.hash);
  if (route.kind !== "occupation" || route.id !== shownId) {
    const page = await pageOf(route).catch(failure);
    if (step !== steps) return;
    main.replaceChildren(page);
    shownId = route.kind === "occupation" ? route.id : undefined;
    document.title = titleOf(page, route);
  }
  markCurrent(route);
  arrive(route, isFirst);
}

async function pageOf(route: Route): Promise<HTMLElement> {
  const list = await listed();
  if (route.kind === "search") return searchPage(list, route.query);
  if (route.kind === "page") return namedPage(route.name, list, route.query);
  const page = await loadPage(route.id);
  return page === undefined ? unknownPage(route.id) : occupationPage(page, list);
}

const PLOTS: ReadonlySet<string> = new Set(["map", "growth-and-pay", "pay-by-education"]);

async function namedPage(name: string, list: Listed, query: URLSearchParams): Promise<HTMLElement> {
  if (name === "dataset") return datasetPage();
  const page = PLOTS.has(name) ? (await plotsPart()).pages[name] : undefined;
  return page === undefined ? unknownPage(name) : page(list, query, loadData);
}

function unknownPage(name: string): HTMLElement {
  return element(
    "div",
    {},
    element("h1", { tabindex: -1 }, "Not in this version"),
    element(
      "p",
      {},
      `There is no ${name} in this version of the dataset. `,
      link("#/", "Search for an occupation"),
      ".",
    ),
  );
}

function failure(error: unknown): HTMLElement {
  return element(
    "div",
    { role: "alert" },
    element("h1", { tabindex: -1 }, "This page could not be shown"),
    element("p", {}, error instanceof Error ? error.message : String(error)),
  );
}

function titleOf(page: HTMLElement, route: Route): string {
  const heading = page.querySelector("h1")?.textContent;
  return route.kind === "search" || heading === undefined ? NAME : `${heading} – ${NAME}`;
}

/** A page has been opened: the reader begins at its heading, or at the part that the address names. */
function arrive(route: Route, isFirst: boolean): void {
  const part = route.kind === "occupation" && route.part !== undefined ? `part-${route.part}` : undefined;
  const target = part === undefined ? null : document.getElementById(part);
  if (target !== null) {
    target.scrollIntoView();
    target.focus({ preventScroll: true });
    return;
  }
  if (isFirst) return;
  window.scrollTo(0, 0);
  main.querySelector<HTMLElement>("h1")?.focus({ preventScroll: true });
}

function markCurrent(route: Route): void {
  const here = route.kind === "page" ? `#/${route.name}` : route.kind === "search" ? "#/" : "";
  for (const anchor of document.querySelectorAll(".site-header nav a")) {
    if (anchor.getAttribute("href") === here) anchor.setAttribute("aria-current", "page");
    else anchor.removeAttribute("aria-current");
  }
}

/** The link to the content is no address of the site. */
document.querySelector(".skip")?.addEventListener("click", (event) => {
  event.preventDefault();
  main.focus();
});
/** A link that somebody points at is likely to be followed: its page is loaded by then. */
function loadAhead({ target }: Event): void {
  // Links in plots are of SVG, and have no parts of an address by name.
  const address =
    target instanceof Element ? target.closest('a[href^="#/"]')?.getAttribute("href") : undefined;
  const route = address ? routeFrom(address) : undefined;
  // What cannot be loaded is told when the link is followed.
  if (route?.kind === "occupation") loadPage(route.id).catch(() => undefined);
}

document.addEventListener("pointerover", loadAhead);
document.addEventListener("focusin", loadAhead);
window.addEventListener("hashchange", () => void show(false));
void show(true);
