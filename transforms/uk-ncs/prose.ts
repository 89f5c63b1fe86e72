import type { Fact } from "../model/model.ts";
import { provenanceOf } from "../pages/page.ts";
import { dutiesFrom, sectionsFrom } from "../pages/prose.ts";
import type { PageContext } from "./page.ts";

/** Day-to-day tasks, skills and sections: the page's own words, in the page's order. */
export function proseFrom(page: PageContext): Fact[] {
  return [...dutiesFrom(page), ...qualities(page), ...sectionsFrom(page)];
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
