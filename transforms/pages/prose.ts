import type { Quote } from "../../sources/reading/page.ts";
import type { Fact } from "../model/model.ts";
import { type Page, provenanceOf } from "./page.ts";

type Duties = readonly { readonly introduction: Quote | null; readonly items: readonly Quote[] }[];

/** What people do; a list may have a sentence that introduces it. */
export function dutiesFrom(page: Page<{ readonly url: string; readonly duties: Duties }>): Fact[] {
  const items = page.extract.duties.flatMap(({ introduction, items }) =>
    items.map((item) => ({ ...item, introduction })),
  );
  return items.map(({ text, at, introduction }, index) => ({
    table: "duty",
    row: {
      occupation_id: page.id,
      position: index + 1,
      heading: introduction?.text ?? null,
      text,
      ...provenanceOf(
        page,
        { at, raw: null },
        ...(introduction === null ? [] : [{ at: introduction.at, raw: null }]),
      ),
    },
  }));
}

type Sections = readonly (Quote & { readonly topic: string; readonly heading: string })[];

/** `locator` is that of the heading; the text is all that stands below it, up to the next section. */
export function sectionsFrom(page: Page<{ readonly url: string; readonly sections: Sections }>): Fact[] {
  return page.extract.sections.map(({ topic, heading, text, at }, index) => ({
    table: "section",
    row: {
      occupation_id: page.id,
      position: index + 1,
      topic,
      heading,
      text,
      ...provenanceOf(page, { at, raw: null }),
    },
  }));
}
