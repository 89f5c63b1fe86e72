/** What stands in an element; `null` and `undefined` stand for nothing. Strings become text, never markup. */
export type Child = Node | string | number | null | undefined;

type Attributes = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** An HTML element. An attribute that is `true` is there without a value; one that is `false` or missing is not. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
  return filled(document.createElement(name), attributes, children);
}

const SVG = "http://www.w3.org/2000/svg";

/** An element of a drawing. */
export function drawn<Name extends keyof SVGElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: readonly Child[]
): SVGElementTagNameMap[Name] {
  return filled(document.createElementNS(SVG, name), attributes, children);
}

function filled<E extends Element>(target: E, attributes: Attributes, children: readonly Child[]): E {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) target.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined)
      target.setAttribute(name, String(value));
  }
  append(target, children);
  return target;
}

export function append(target: ParentNode, children: readonly Child[]): void {
  target.append(
    ...children
      .filter((child) => child !== null && child !== undefined)
      .map((child) => (typeof child === "number" ? String(child) : child)),
  );
}

/** A link within the site. */
export function link(address: string, ...children: readonly Child[]): HTMLAnchorElement {
  return element("a", { href: address }, ...children);
}

/** A link to a publisher. An address that is no web address is shown, not linked: it could be a script. */
export function outwards(url: string, ...children: readonly Child[]): HTMLElement {
  const words = children.length === 0 ? [url] : children;
  if (!/^https?:\/\//i.test(url)) return element("span", {}, ...words);
  return element("a", { href: url, rel: "noreferrer", class: "outwards" }, ...words);
}

export function button(words: Child, act: () => void, attributes: Attributes = {}): HTMLButtonElement {
  const made = element("button", { type: "button", ...attributes }, words);
  made.addEventListener("click", act);
  return made;
}
