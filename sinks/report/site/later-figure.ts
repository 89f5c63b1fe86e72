import { button } from "./element.ts";
import type { Qualifier } from "./figures.ts";
import { loadPage, type Page, type Provenance } from "./page.ts";
import { showProvenance } from "./provenance.ts";

/** Finds the row on the other page that the figure is. */
export type Pick = (page: Page) => (Provenance & { readonly qualifier?: Qualifier | null }) | undefined;

/** A figure of another occupation: its page is asked for where the figure comes from when somebody wants to know. */
export function laterFigure(words: string, id: string, pick: Pick, what: string): HTMLButtonElement {
  const show = async () => {
    const page = await loadPage(id);
    const fact = page === undefined ? undefined : pick(page);
    if (page !== undefined && fact !== undefined) showProvenance(words, fact, page, what);
  };
  return button(words, show, {
    class: "figure",
    "aria-haspopup": "dialog",
    title: `${what}: where this comes from`,
  });
}
