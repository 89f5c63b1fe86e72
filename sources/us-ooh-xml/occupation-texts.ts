import { DocumentError } from "../reading/document-error.ts";
import { fold } from "../reading/text.ts";
import type { Remark } from "../source.ts";
import type { XmlElement } from "./compilation-extract.ts";
import { kindOfElement, SOC_CODE } from "./elements.ts";
import { type HtmlWords, readHtmlWords } from "./html-words.ts";

/** The texts of one occupation's elements, collected while the document streams by. */
export type OccupationTexts = {
  readonly url: string;
  /** `/ooh/occupation[17][occupation_code="B047"]`; without the code until it has been read. */
  readonly at: () => string;
  readonly add: (path: string, text: string) => void;
  readonly has: (path: string) => boolean;
  /** White space folded. @throws DocumentError where the element is missing. */
  readonly words: (path: string) => XmlElement;
  /** The same; an empty element is refused. */
  readonly filled: (path: string) => XmlElement;
  /** As it stands. @throws DocumentError where the element is missing or empty. */
  readonly html: (path: string) => string;
  /** What HTML in it says. @throws DocumentError where the element is missing or empty, or is no sound HTML. */
  readonly htmlWords: (path: string) => HtmlWords;
  readonly socCodes: () => readonly XmlElement[];
  readonly remark: (rule: string, path: string, message: string) => void;
  readonly refuse: (path: string, expected: string, found: string) => never;
};

export function createOccupationTexts(url: string, position: number, remarks: Remark[]): OccupationTexts {
  const texts = new Map<string, string>();
  const codes: XmlElement[] = [];
  const at = () => {
    const code = texts.get("occupation_code");
    return `/ooh/occupation[${position}]${code === undefined ? "" : `[occupation_code="${fold(code)}"]`}`;
  };
  const place = (path: string) => `${at()}/${path}`;
  const refuse = (path: string, expected: string, found: string): never => {
    throw new DocumentError({ url, locator: place(path), expected, found });
  };
  const get = (path: string) => texts.get(path) ?? refuse(path, "one element", "none");
  const words = (path: string): XmlElement => ({ text: fold(get(path)), at: path });
  const unlessEmpty = <T>(path: string, text: string, value: T): T =>
    text.trim() === "" ? refuse(path, "words", "nothing") : value;
  const html = (path: string) => unlessEmpty(path, get(path), get(path));
  return {
    url,
    at,
    add: (path, text) => {
      // CDATA that lost its end goes on to the end of the next one, and swallows its beginning.
      if (text.includes("<![CDATA["))
        refuse(path, "CDATA that ends in the element", "the beginning of another");
      if (path === SOC_CODE) codes.push({ text: fold(text), at: `${path}[${codes.length + 1}]` });
      else if (texts.has(path)) refuse(path, "one element", "two");
      else texts.set(path, text);
    },
    has: (path) => texts.has(path),
    words,
    filled: (path) => {
      const found = words(path);
      return unlessEmpty(path, found.text, found);
    },
    html,
    htmlWords: (path) => readHtmlWords(html(path), (expected, found) => refuse(path, expected, found)),
    socCodes: () => codes,
    remark: (rule, path, message) => remarks.push({ rule, locator: place(path), message }),
    refuse,
  };
}

/** What to do with an element of an occupation; one that nobody knows is remarked on, and costs no value. */
export function isRead(texts: OccupationTexts, path: string): boolean {
  const kind = kindOfElement(path);
  if (kind === "unknown") texts.remark("new-element", path, `The element ${path} is not read.`);
  return kind === "read";
}
