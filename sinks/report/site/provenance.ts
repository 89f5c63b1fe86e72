import { button, type Child, element, outwards } from "./element.ts";
import { QUALIFIER_MEANINGS, type Qualifier, timeWords } from "./figures.ts";
import { listed } from "./listed.ts";
import type { Page, Provenance } from "./page.ts";

/** A fact with what the dialog says of it. */
type Told = Provenance & { readonly qualifier?: Qualifier | null };

/** A figure that tells where it comes from when it is asked: "$93,600" on the page, the source behind it. */
export function figure(words: string, fact: Told, page: Page, what: string): HTMLButtonElement {
  return button(words, () => showProvenance(words, fact, page, what), {
    class: "figure",
    "aria-haspopup": "dialog",
    title: `${what}: where this comes from`,
  });
}

/** The same for words and lists: a small button beside their heading. */
export function sourceButton(fact: Told, page: Page, what: string): HTMLButtonElement {
  return button("source", () => showProvenance(null, fact, page, what), {
    class: "source-button",
    "aria-haspopup": "dialog",
    "aria-label": `source: ${what}`,
  });
}

export async function showProvenance(
  words: string | null,
  fact: Told,
  page: Page,
  what: string,
): Promise<void> {
  const { sources } = await listed();
  const source = sources.get(fact.source_id ?? "");
  const capture = page.captures.find(({ id }) => id === fact.capture_id);
  const meaning = QUALIFIER_MEANINGS[fact.qualifier ?? "exact"];
  openDialog([
    element("h2", { id: "provenance-title" }, "Where this comes from"),
    element(
      "p",
      { class: "provenance-what" },
      what,
      words === null ? null : ": ",
      words === null ? null : element("strong", {}, words),
    ),
    meaning === undefined ? null : element("p", {}, meaning),
    definitions([
      ["Published words", publishedWords(fact)],
      ["Publisher", source?.publisher ?? "not told"],
      ["Source", source === undefined ? String(fact.source_id) : sourceWords(source)],
      ["Document", capture === undefined ? "not told" : outwards(capture.url)],
      ["Fetched", capture === undefined ? "not told" : timeWords(capture.fetched_at)],
      ["Place in it", placesOf(fact)],
      ["Licence", source === undefined ? "not told" : outwards(source.licence_url, source.licence)],
    ]),
    element(
      "p",
      { class: "note" },
      "The archived response, byte for byte: ",
      element("code", {}, `occupations archive show ${fact.capture_id ?? ""}`),
    ),
  ]);
}

function sourceWords({
  title,
  edition,
  id,
}: {
  readonly title: string;
  readonly edition: string | null;
  readonly id: string;
}) {
  return `${title}${edition === null ? "" : `, ${edition}`} (${id})`;
}

/** Pairs of a term and what is said of it. */
export function definitions(pairs: readonly (readonly [string, Child])[]): HTMLDListElement {
  return element(
    "dl",
    { class: "definitions" },
    ...pairs.map(([term, words]) => element("div", {}, element("dt", {}, term), element("dd", {}, words))),
  );
}

function publishedWords({ raw }: Told): Child {
  const words = (Array.isArray(raw) ? raw : [raw]).filter((one) => one !== null);
  if (words.length === 0) return "The value stands there as it is shown here.";
  return element(
    "ul",
    { class: "plain" },
    ...words.map((one) => element("li", {}, element("q", {}, String(one)))),
  );
}

function placesOf({ locator }: Told): Child {
  const places = (Array.isArray(locator) ? locator : [locator]).filter((place) => place !== null);
  if (places.length === 0) return "not told";
  return element(
    "ul",
    { class: "plain" },
    ...places.map((place) => element("li", {}, element("code", {}, String(place)))),
  );
}

/** A modal dialog; the browser keeps the focus in it, closes it by Escape, and gives the focus back. */
function openDialog(children: readonly Child[]): void {
  const dialog = element("dialog", { "aria-labelledby": "provenance-title" });
  const close = button("Close", () => dialog.close(), { class: "close" });
  dialog.append(element("div", { class: "dialog-body" }, ...children, close));
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close(); // beside its content: on the backdrop
  });
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
