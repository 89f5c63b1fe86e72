import { DocumentError } from "../reading/document-error.ts";
import { streamXml, type XmlEvents } from "../reading/xml-stream.ts";
import type { DocumentBytes, Reading, Remark } from "../source.ts";
import type { CompilationExtract, OccupationExtract } from "./compilation-extract.ts";
import { createHeader, type Header } from "./header.ts";
import { type Helps, occupationFrom } from "./occupation.ts";
import { createOccupationTexts, isRead, type OccupationTexts } from "./occupation-texts.ts";

/**
 * Reads the compilation in one pass. Of each occupation its extract stays; the texts of one occupation at a time are in
 * memory, and no tree of the file ever is.
 */
export function readCompilation(document: DocumentBytes): Reading<CompilationExtract> {
  const { url } = document;
  const remarks: Remark[] = [];
  const occupations: OccupationExtract[] = [];
  const places = new Map<string, string>();
  const helps: Helps = new Map();
  const header = createHeader(url, remarks);
  const events = compilationEvents({
    url,
    header,
    begin: () => createOccupationTexts(url, occupations.length + 1, remarks),
    end: (texts) => {
      const occupation = occupationFrom(texts, helps);
      const twin = places.get(occupation.url);
      if (twin !== undefined)
        texts.refuse("citation", "an address of its own", `${occupation.url}, as ${twin} has it`);
      places.set(occupation.url, occupation.at);
      occupations.push(occupation);
    },
  });
  streamXml(document, events);
  return { extract: { url, ...header.extract(), helps: [...helps.values()], occupations }, remarks };
}

type Compilation = {
  readonly url: string;
  readonly header: Header;
  readonly begin: () => OccupationTexts;
  readonly end: (texts: OccupationTexts) => void;
};

/** Collects the texts of the elements that are read, and hands over each occupation when it ends. */
function compilationEvents({ url, header, begin, end }: Compilation): XmlEvents {
  const path: string[] = [];
  let texts: OccupationTexts | undefined;
  let pieces: string[] | undefined;
  const place = () => (texts === undefined ? `/${path.join("/")}` : [texts.at(), ...path.slice(2)].join("/"));
  const refuse = (expected: string, found: string): never => {
    throw new DocumentError({ url, locator: place(), expected, found });
  };
  const isReadHere = () => (texts === undefined ? path.length === 2 : isRead(texts, inside(path)));
  return {
    place,
    open: (name) => {
      if (pieces !== undefined) refuse("text only", `an element ${name}`);
      path.push(name);
      if (path.length === 1 && name !== "ooh") refuse("the element ooh", name);
      if (path.length === 2 && name === "occupation") texts = begin();
      else if (path.length > 1 && isReadHere()) pieces = [];
    },
    text: (words) => pieces?.push(words),
    close: (name) => {
      const text = pieces?.join("");
      if (text !== undefined && texts === undefined) header.add(name, text);
      else if (text !== undefined) texts?.add(inside(path), text);
      else if (path.length === 2 && texts !== undefined) {
        end(texts);
        texts = undefined;
      }
      pieces = undefined;
      path.pop();
    },
  };
}

/** The path of an element inside its occupation. */
function inside(path: readonly string[]): string {
  return path.slice(2).join("/");
}
