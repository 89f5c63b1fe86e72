import { z } from "zod";
import { quoted } from "../reading/document-error.ts";
import { fold } from "../reading/text.ts";
import type { DocumentBytes, Reading, Remark } from "../source.ts";
import { type Answer, openAnswer, refuse, shaped, WHOLE_DOCUMENT } from "./answer.ts";

const description = z.looseObject({
  soc: z.int().min(1).max(9_999),
  title: z.string().min(1),
  description: z.string(),
  qualifications: z.string(),
  /** A task a line. */
  tasks: z.string(),
  /** Job titles of the coding index; some searches leave them out. */
  add_titles: z.array(z.string()).optional(),
});

const KNOWN = new Set(Object.keys(description.shape));

const words = z.strictObject({ text: z.string(), at: z.string().min(1) });

const occupation = z.strictObject({
  code: words,
  title: words,
  description: words,
  qualifications: words,
  /** As published, line breaks included. */
  tasks: words,
  titles: z.array(words),
});

export const descriptionsExtract = z.strictObject({ url: z.url(), occupations: z.array(occupation) });

/** Occupations as SOC 2010 describes them. */
export type DescriptionsExtract = z.infer<typeof descriptionsExtract>;
export type DescribedOccupation = z.infer<typeof occupation>;

/** `soc/code/{code}`: the occupation that was asked for. */
export function readDescription(document: DocumentBytes): Reading<DescriptionsExtract> {
  const answer = openAnswer(document);
  const found = shaped(answer, description);
  if (`${found.soc}` !== answer.request.code)
    refuse(document.url, `${answer.at}/soc`, `${answer.request.code}`, `${found.soc}`);
  return readingOf(answer, [[answer.at, found]]);
}

/** `soc/search`: the occupations in whose words the search was found, in no order that means anything. */
export function readSearch(document: DocumentBytes): Reading<DescriptionsExtract> {
  const answer = openAnswer(document);
  const found = shaped(answer, z.array(description));
  return readingOf(
    answer,
    found.map((entry, index) => [`${answer.at}/${index}`, entry]),
  );
}

type Located = readonly [at: string, entry: z.infer<typeof description>];

function readingOf({ url }: Answer, located: readonly Located[]): Reading<DescriptionsExtract> {
  const occupations = located.map((entry) => occupationOf(entry));
  return { extract: { url, occupations }, remarks: located.flatMap((entry) => newFields(entry)) };
}

function occupationOf([at, entry]: Located): DescribedOccupation {
  const quote = (name: "title" | "description" | "qualifications") => ({
    text: fold(entry[name]),
    at: `${at}/${name}`,
  });
  return {
    code: { text: `${entry.soc}`, at: `${at}/soc` },
    title: quote("title"),
    description: quote("description"),
    qualifications: quote("qualifications"),
    tasks: { text: entry.tasks, at: `${at}/tasks` },
    titles: (entry.add_titles ?? []).map((title, index) => ({
      text: fold(title),
      at: `${at}/add_titles/${index}`,
    })),
  };
}

function newFields([at, entry]: Located): Remark[] {
  return Object.keys(entry)
    .filter((name) => !KNOWN.has(name))
    .map((name) => ({
      rule: "new-field",
      locator: at || WHOLE_DOCUMENT,
      message: `The field ${quoted(name)} is not read.`,
    }));
}
