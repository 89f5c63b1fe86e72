import { type Child, element } from "./element.ts";

/** A column of a table; numbers stand at the right. */
export type Heading = { readonly title: string; readonly isNumber?: boolean; readonly isHidden?: boolean };

/** A table with a caption; the first cell of each row is its heading. Wide ones are scrolled, also by keyboard. */
export function table(
  caption: string,
  headings: readonly Heading[],
  rows: readonly (readonly Child[])[],
): HTMLElement {
  const head = headings.map(({ title, isNumber, isHidden }) =>
    element(
      "th",
      { scope: "col", class: isNumber === true ? "number" : null },
      isHidden === true ? element("span", { class: "hidden" }, title) : title,
    ),
  );
  const body = rows.map(([first, ...cells]) =>
    element(
      "tr",
      {},
      element("th", { scope: "row" }, first),
      ...cells.map((cell, index) =>
        element("td", { class: headings[index + 1]?.isNumber === true ? "number" : null }, cell),
      ),
    ),
  );
  return element(
    "div",
    { class: "table", tabindex: 0, role: "group", "aria-label": caption },
    element(
      "table",
      {},
      element("caption", {}, caption),
      element("thead", {}, element("tr", {}, ...head)),
      element("tbody", {}, ...body),
    ),
  );
}
