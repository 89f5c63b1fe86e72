import type { Fact } from "../model/model.ts";
import { type PageContext, provenanceOf } from "./page.ts";

/** Day-to-day tasks, skills and sections: the page's own words, in the page's order. */
export function proseFrom(page: PageContext): Fact[] {
  return [...duties(page), ...qualities(page), ...sections(page)];
}

function duties(page: PageContext): Fact[] {
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

/** The service lists skills by a phrase each, and says no more of them. */
function qualities(page: PageContext): Fact[] {
  return page.extract.skills.map(({ text, at }, index) => ({
    table: "quality",
    row: {
      occupation_id: page.id,
      position: index + 1,
      name: text,
      text: null,
      ...provenanceOf(page, { at, raw: null }),
    },
  }));
}

/** `locator` is that of the heading; the text is all that stands below it, up to the next section. */
function sections(page: PageContext): Fact[] {
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
