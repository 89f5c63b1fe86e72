import { DocumentError } from "../reading/document-error.ts";
import { fold } from "../reading/text.ts";
import { streamXml } from "../reading/xml-stream.ts";
import type { DocumentBytes, Reading, Remark } from "../source.ts";
import type { CompilationExtract, OccupationExtract, XmlElement } from "./compilation-extract.ts";
import { HEADER } from "./elements.ts";
import { occupationFrom } from "./occupation.ts";
import { createOccupationTexts, isRead, type OccupationTexts, refuseSwallowed } from "./occupation-texts.ts";

type Help = CompilationExtract["helps"][number];

/**
 * Reads the compilation in one pass. Of each occupation its extract stays; the texts of one occupation at a time are in
 * memory, and no tree of the file ever is.
 */
export function readCompilation(document: DocumentBytes): Reading<CompilationExtract> {
  const { url } = document;
  const remarks: Remark[] = [];
  const header = new Map<string, string>();
  const occupations: OccupationExtract[] = [];
  const helps = new Map<string, Help>();
  const path: string[] = [];
  let texts: OccupationTexts | undefined;
  let pieces: string[] | undefined;
  const inOccupation = () => path.slice(2).join("/");
  const place = () => (texts === undefined ? `/${path.join("/")}` : [texts.at(), ...path.slice(2)].join("/"));
  const refuse = (expected: string, found: string): never => {
    throw new DocumentError({ url, locator: place(), expected, found });
  };
  streamXml(document, {
    place,
    open: (name) => {
      path.push(name);
      if (path.length === 1 && name !== "ooh") refuse("the element ooh", name);
      if (pieces !== undefined) refuse("text only", `an element ${name}`);
      if (path.length === 2 && name === "occupation")
        texts = createOccupationTexts(url, occupations.length + 1, remarks);
      else if (path.length === 2) pieces = [];
      else if (texts !== undefined && isRead(texts, inOccupation())) pieces = [];
    },
    text: (words) => pieces?.push(words),
    close: () => {
      const text = pieces?.join("") ?? "";
      if (pieces !== undefined && texts === undefined) addHeader(path.at(-1) ?? "", text);
      else if (pieces !== undefined && texts !== undefined) {
        refuseSwallowed(texts, inOccupation(), text);
        texts.add(inOccupation(), text);
      } else if (path.length === 2 && texts !== undefined) {
        addOccupation(occupationFrom(texts, helps));
        texts = undefined;
      }
      pieces = undefined;
      path.pop();
    },
  });
  return { extract: { url, ...headerFrom(), helps: [...helps.values()], occupations }, remarks };

  function addOccupation(occupation: OccupationExtract): void {
    const twin = occupations.find(({ url }) => url === occupation.url);
    if (twin !== undefined) refuse("an occupation of its own", `${occupation.url}, as ${twin.at} has it`);
    occupations.push(occupation);
  }

  function addHeader(name: string, text: string): void {
    if (header.has(name)) refuse("one element", "two");
    if (!HEADER.some((known) => known === name))
      remarks.push({ rule: "new-element", locator: place(), message: `The element ${name} is not read.` });
    header.set(name, text);
  }

  function headerFrom(): Omit<CompilationExtract, "url" | "helps" | "occupations"> {
    const words = (name: (typeof HEADER)[number]): XmlElement => {
      path.splice(0, path.length, "ooh", name);
      return { text: fold(header.get(name) ?? refuse("one element", "none")), at: place() };
    };
    const title = words("publication_title");
    if (title.text !== "Occupational Outlook Handbook") refuse("“Occupational Outlook Handbook”", title.text);
    return {
      baseYear: words("current_year"),
      targetYear: words("projection_year"),
      referenceYear: words("reference_year"),
      referencePeriod: words("reference_period"),
      lastUpdated: words("last_updated"),
    };
  }
}
