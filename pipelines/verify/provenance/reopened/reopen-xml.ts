import { fold } from "../../../../sources/reading/text.ts";
import { streamXml } from "../../../../sources/reading/xml-stream.ts";
import type { DocumentBytes } from "../../../../sources/source.ts";
import { foundWords } from "./found.ts";
import type { Find } from "./reopen-document.ts";

/** Locators are XML paths: `/ooh/occupation[17][occupation_code="B047"]/title`. */
export function reopenXml(document: DocumentBytes): Find {
  const texts = textsIn(document);
  return (locator) => {
    const path = positionalPath(locator, texts);
    const text = path === undefined ? undefined : texts.get(path);
    return text === undefined ? undefined : foundWords(text);
  };
}

/** The texts of all elements, by paths that tell the position of every step: `/ooh[1]/occupation[17]/title[1]`. */
type Texts = ReadonlyMap<string, string>;

function textsIn(document: DocumentBytes): Texts {
  const texts = new Map<string, string>();
  const twins = new Map<string, number>();
  const open: { readonly path: string; text: string }[] = [];
  const place = () => open.at(-1)?.path ?? "";
  streamXml(document, {
    open: (name) => {
      const path = `${place()}/${name}`;
      const position = (twins.get(path) ?? 0) + 1;
      twins.set(path, position);
      open.push({ path: `${path}[${position}]`, text: "" });
    },
    text: (words) => {
      const element = open.at(-1);
      if (element !== undefined) element.text += words;
    },
    close: () => {
      const element = open.pop();
      if (element !== undefined) texts.set(element.path, fold(element.text));
    },
    place,
  });
  return texts;
}

/** A name, its position among the elements of that name, and a child with the words that it must have. */
const STEP = /^(?<name>[\w.-]+)(?:\[(?<position>\d+)\])?(?:\[(?<child>[\w.-]+)="(?<words>[^"]*)"\])?$/;

/** `undefined` where a step is none, or its child has other words. */
function positionalPath(locator: string, texts: Texts): string | undefined {
  let path = "";
  for (const step of locator.split("/").slice(1)) {
    const { name, position = "1", child, words } = STEP.exec(step)?.groups ?? {};
    if (name === undefined) return undefined;
    path += `/${name}[${position}]`;
    if (child !== undefined && texts.get(`${path}/${child}[1]`) !== words) return undefined;
  }
  return path;
}
