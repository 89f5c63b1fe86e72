import { type Document, DomHandler, type Element, isTag } from "domhandler";
import { Parser, type ParserOptions } from "htmlparser2";
import { DocumentError } from "./document-error.ts";

/** Browsers nest no deeper; the deepest page of the publishers has 19 levels. */
export const DEEPEST = 512;

/** What is too deep ends the parsing at once: parsers take time that grows with the square of the depth. */
export function refuseTooDeep(url: string, locator: string): never {
  const found = "elements in elements in elements without end";
  throw new DocumentError({ url, locator, expected: `elements ${DEEPEST} deep at most`, found });
}

/** @throws DocumentError where elements stand in elements too deep to be a page. */
export function parseTree(url: string, text: string, options: ParserOptions): Document {
  const handler = new ShallowHandler(url);
  new Parser(handler, options).end(text);
  return handler.root;
}

class ShallowHandler extends DomHandler {
  readonly #url: string;

  constructor(url: string) {
    super();
    this.#url = url;
  }

  override onopentag(name: string, attribs: Record<string, string>): void {
    super.onopentag(name, attribs);
    if (this.tagStack.length > DEEPEST) refuseTooDeep(this.#url, topOf(this.tagStack.filter(isTag)));
  }
}

/** The outermost elements, which are what a person looks for. */
function topOf(elements: readonly Element[]): string {
  return elements
    .slice(0, 4)
    .map(({ name }) => name)
    .join(" > ");
}
