import type { MarkedElement, MarkedPage } from "../marked-page.ts";
import { atOnePlace, type Changes, swapped, wordsAt } from "./at-one-place.ts";

/** A redesign gives things other names: ids, classes, tags, labels. */
export const NAMES: Changes = {
  "an id is another": atOnePlace((page) => attributes(page, "id", (id) => `${id}-v2`)),
  "an id is gone": atOnePlace((page) => attributes(page, "id", () => undefined)),
  "two ids are swapped": atOnePlace((page) => swappedAttributes(page, "id")),
  "a class is another": atOnePlace((page) =>
    attributes(page, "class", (names) => names.replace(/\S+$/, (name) => `${name}__v2`)),
  ),
  "a class is gone": atOnePlace((page) => attributes(page, "class", () => undefined)),
  "two classes are swapped": atOnePlace((page) => swappedAttributes(page, "class")),
  "a label of a tab is another": atOnePlace((page) =>
    attributes(page, "aria-labelledby", (label) => `${label}-tab`),
  ),
  "two tabs have each other's label": atOnePlace((page) => swappedAttributes(page, "aria-labelledby")),
  "a cell's own label is another": atOnePlace((page) =>
    attributes(page, "data-label", (label) => `New ${label}`),
  ),
  "a link leads to where another one does": atOnePlace((page) => swappedAttributes(page, "href")),
  "a link leads nowhere": atOnePlace((page) => attributes(page, "href", () => "#")),
  "a link is gone, its words stay": atOnePlace((page) =>
    page.elements.filter(({ tag }) => tag === "a").map((link) => [withoutTags(page, link)]),
  ),
  "a heading is of another level": atOnePlace((page) =>
    headings(page).map((heading) => [retagged(page, heading, heading.tag === "h3" ? "h4" : "h3")]),
  ),
  "a heading is a paragraph": atOnePlace((page) =>
    headings(page).map((heading) => [retagged(page, heading, "p")]),
  ),
  "a paragraph is a heading": atOnePlace((page) =>
    tagged(page, "p").map((one) => [retagged(page, one, "h3")]),
  ),
  "a paragraph is a box": atOnePlace((page) => tagged(page, "p").map((one) => [retagged(page, one, "div")])),
  "a list is of another kind": atOnePlace((page) =>
    tagged(page, "ul").map((one) => [retagged(page, one, "ol")]),
  ),
  "a list is a box": atOnePlace((page) => tagged(page, "ul").map((one) => [retagged(page, one, "div")])),
  "an article is a section": atOnePlace((page) =>
    tagged(page, "article").map((one) => [retagged(page, one, "section")]),
  ),
  "a section is a box": atOnePlace((page) =>
    tagged(page, "section").map((one) => [retagged(page, one, "div")]),
  ),
  "a label is in other words": atOnePlace((page) =>
    labels(page).map(({ from, to, words }) => [
      { from, to, words: words.replace(/\S/, (first) => `About ${first}`) },
    ]),
  ),
  "a label is cut short": atOnePlace((page) =>
    labels(page).map(({ from, to, words }) => [{ from, to, words: words.replace(/\S+\s*$/, "") }]),
  ),
  "a label is empty": atOnePlace((page) => labels(page).map(({ from, to }) => [{ from, to, words: "" }])),
  "two labels are swapped": atOnePlace((page) => {
    const all = labels(page);
    return all.flatMap((one, index) =>
      all.slice(index + 1, index + 4).map((other) => swapped(page, one, other)),
    );
  }),
};

function tagged({ elements }: MarkedPage, tag: string): MarkedElement[] {
  return elements.filter((element) => element.tag === tag);
}

function headings({ elements }: MarkedPage): MarkedElement[] {
  return elements.filter(({ tag }) => /^h[1-6]$/.test(tag));
}

/** Words of headings, header cells, captions, and of what is emphasised. */
function labels({ texts }: MarkedPage): MarkedPage["texts"] {
  const isLabel = (element: MarkedElement | undefined): boolean =>
    element !== undefined &&
    (/^(h[1-6]|th|dt|caption|strong|em|label)$/.test(element.tag) ||
      (/^(a|span|b)$/.test(element.tag) && isLabel(element.parent)));
  return texts.filter(({ parent }) => isLabel(parent));
}

function attributes(page: MarkedPage, name: string, other: (value: string) => string | undefined) {
  return page.elements.flatMap((element) => {
    const at = element.attributeAt(name);
    if (at === undefined) return [];
    const value = other(element.attributes[name] ?? "");
    return [[{ ...at, words: value === undefined ? "" : `${name}="${value.replaceAll('"', "&quot;")}"` }]];
  });
}

/** Attributes that are not far from each other. */
function swappedAttributes(page: MarkedPage, name: string) {
  const places = page.elements.flatMap((element) => element.attributeAt(name) ?? []);
  return places.flatMap((one, index) =>
    places
      .slice(index + 1, index + 6)
      .filter((other) => wordsAt(page, one) !== wordsAt(page, other))
      .map((other) => swapped(page, one, other)),
  );
}

function retagged(page: MarkedPage, element: MarkedElement, tag: string) {
  const { from, to, inside } = element;
  const attributes = wordsAt(page, { from: from + 1 + element.tag.length, to: inside.from });
  return { from, to, words: `<${tag}${attributes}${wordsAt(page, inside)}</${tag}>` };
}

function withoutTags(page: MarkedPage, { from, to, inside }: MarkedElement) {
  return { from, to, words: wordsAt(page, inside) };
}
