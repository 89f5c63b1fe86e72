import { openPage, type Page } from "../reading/page.ts";
import type { DocumentBytes, Reading } from "../source.ts";
import { jobGroupOn, relatedOn } from "./beside.ts";
import { hoursOn, patternOn, remarkOnOtherBlocks, salaryOn, titlesOn } from "./hero.ts";
import type { SubsectionName } from "./known-sections.ts";
import { dutiesOf, restrictionsOf, skillsOf } from "./lists.ts";
import { partsOf } from "./parts.ts";
import type { ProfileExtract } from "./profile-extract.ts";
import { remarkOnMissingRoutes } from "./promised-routes.ts";
import { routesOf } from "./routes.ts";
import { sectionsOf } from "./sections.ts";

/** Reads one job profile, of the layout of 2019 or of the one since. */
export function readProfile(document: DocumentBytes): Reading<ProfileExtract> {
  const page = openPage(document);
  const parts = partsOf(page);
  const subsections = parts.flatMap((part) => part.subsections);
  const under = (name: SubsectionName) => subsections.filter((subsection) => subsection.name === name);
  const extract: ProfileExtract = {
    url: document.url,
    ...titlesOn(page),
    salary: salaryOn(page),
    hours: hoursOn(page),
    pattern: patternOn(page),
    jobGroup: jobGroupOn(page),
    sections: sectionsOf(page, parts),
    duties: under("duties").flatMap(dutiesOf),
    routes: routesOf(page, subsections),
    restrictions: under("restrictions").flatMap(restrictionsOf),
    skills: under("skills").flatMap((subsection) => skillsOf(page, subsection)),
    related: relatedOn(page),
  };
  if (extract.skills.length === 0) page.refuse(page.one("main"), "a section “Skills and knowledge”", "none");
  remarkOnOtherBlocks(page);
  remarkOnMissingRoutes(page, parts, extract);
  remarkWithout(page, "related careers", extract.related);
  remarkWithout(page, "a section “Working environment”", under("work-environment"));
  return { extract, remarks: page.remarks };
}

/** One profile each has lacked these; a page that has lost them looks no different. */
function remarkWithout(page: Page, what: string, found: readonly unknown[]): void {
  if (found.length === 0) page.remark("absent-part", page.one("main"), `The page is without ${what}.`);
}
