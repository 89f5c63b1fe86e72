import { DocumentError, quoted } from "../reading/document-error.ts";
import { fold } from "../reading/text.ts";
import type { Remark } from "../source.ts";
import type { CompilationExtract, XmlElement } from "./compilation-extract.ts";
import { HEADER } from "./elements.ts";

type HeaderExtract = Omit<CompilationExtract, "url" | "helps" | "occupations">;

/** What stands before the first occupation: which handbook it is, and of which periods. */
export type Header = {
  readonly add: (name: string, text: string) => void;
  /** @throws DocumentError where an element is missing. */
  readonly extract: () => HeaderExtract;
};

export function createHeader(url: string, remarks: Remark[]): Header {
  const texts = new Map<string, string>();
  const refuse = (name: string, expected: string, found: string): never => {
    throw new DocumentError({ url, locator: `/ooh/${name}`, expected, found });
  };
  const words = (name: (typeof HEADER)[number]): XmlElement => ({
    text: texts.get(name) ?? refuse(name, "one element", "none"),
    at: `/ooh/${name}`,
  });
  return {
    add: (name, text) => {
      if (texts.has(name)) refuse(name, "one element", "two");
      texts.set(name, fold(text));
      if (!HEADER.some((known) => known === name))
        remarks.push({
          rule: "new-element",
          locator: `/ooh/${name}`,
          message: `The element ${name} is not read.`,
        });
    },
    extract: () => {
      const { text, at } = words("publication_title");
      const title = "Occupational Outlook Handbook";
      if (text !== title) refuse(at.slice("/ooh/".length), `“${title}”`, quoted(text));
      return {
        baseYear: words("current_year"),
        targetYear: words("projection_year"),
        referenceYear: words("reference_year"),
        referencePeriod: words("reference_period"),
        lastUpdated: words("last_updated"),
      };
    },
  };
}
