import type { Change } from "../../page-change.ts";
import { type Pick, pickOf } from "../../picker.ts";
import { type Edit, edited, type MarkedPage, markedPage, type Stretch } from "../marked-page.ts";

/** Changes of a page by their names: each tells what is wrong with the page afterwards. */
export type Changes = Readonly<Record<string, Change>>;

/** All places at which a page can be changed: at each, what is edited. */
type Places = (page: MarkedPage, pick: Pick) => readonly (readonly Edit[])[];

/** Changes a page at one of the places, or leaves it as it is where there is none. */
export function atOnePlace(places: Places): Change {
  return (html, pick) => {
    const page = markedPage(html, readPartOf(html));
    const edits = pickOf(
      places(page, pick).filter((place) => place.length > 0),
      pick,
    );
    return edits === undefined ? html : edited(html, edits);
  };
}

/** Changes a page at all of the places. */
export function atEveryPlace(places: Places): Change {
  return (html, pick) => edited(html, places(markedPage(html, readPartOf(html)), pick).flat());
}

/** The part of a page that says something of the occupation, without the menus around it. */
function readPartOf(html: string): Stretch {
  const from = Math.max(html.indexOf('id="panes"'), html.indexOf("<main"), 0);
  const end = html.indexOf('class="citation"');
  return { from, to: end === -1 ? html.length : end };
}

/** The words of a stretch. */
export function wordsAt({ html }: MarkedPage, { from, to }: Stretch): string {
  return html.slice(from, to);
}

/** A stretch goes. */
export function dropped({ from, to }: Stretch): Edit {
  return { from, to, words: "" };
}

/** Words more, right after a stretch. */
export function after({ to }: Stretch, words: string): Edit {
  return { from: to, to, words };
}

/** Words more, right before a stretch. */
export function before({ from }: Stretch, words: string): Edit {
  return { from, to: from, words };
}

/** Two stretches change places. */
export function swapped(page: MarkedPage, one: Stretch, other: Stretch): Edit[] {
  return [
    { ...place(one), words: wordsAt(page, other) },
    { ...place(other), words: wordsAt(page, one) },
  ];
}

/** A stretch stands after another one instead of where it was. */
export function moved(page: MarkedPage, one: Stretch, target: Stretch): Edit[] {
  return [dropped(one), after(target, wordsAt(page, one))];
}

function place({ from, to }: Stretch): Stretch {
  return { from, to };
}

/** Whether two stretches have no letter in common. */
export function areApart(one: Stretch, other: Stretch): boolean {
  return one.to <= other.from || other.to <= one.from;
}

/** Every figure is another one. */
export function otherFigures(words: string): string {
  return words.replace(/\d/g, (digit) => `${(Number(digit) + 3) % 10}`);
}
