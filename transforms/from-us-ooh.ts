import { type IndexExtract, indexExtract } from "../sources/us-ooh/a-z-index.ts";
import { slugOf } from "../sources/us-ooh/profile-address.ts";
import { type ProfileExtract, profileExtract } from "../sources/us-ooh/profile-extract.ts";
import type { CaptureReference, Normalise, Normalised } from "./facts.ts";
import type { Fact } from "./model/model.ts";
import { withoutRepeats } from "./repeats.ts";
import { employmentFrom } from "./us-ooh/employment.ts";
import { groupNamesOf } from "./us-ooh/groups.ts";
import { coveredFrom, profileFrom, similarFrom } from "./us-ooh/occupations.ts";
import type { PageContext } from "./us-ooh/page.ts";
import { mainRowOf, projectionsFrom } from "./us-ooh/projections.ts";
import { proseFrom, requirementsFrom } from "./us-ooh/prose.ts";
import { type QuickFacts, quickFactsFrom } from "./us-ooh/quick-facts.ts";
import { wagesFrom } from "./us-ooh/wages.ts";

/** The words of the handbook → facts. */
export const normaliseUsOoh: Normalise = (kind, extract, capture) =>
  kind === "a-z-index"
    ? fromIndex(indexExtract.parse(extract), capture)
    : fromProfile(profileExtract.parse(extract), capture);

function fromIndex({ entries }: IndexExtract, capture: CaptureReference): Normalised {
  const facts = entries.filter(({ isAlias }) => isAlias).map((entry) => aliasFrom(entry, capture));
  return { facts, remarks: [], edition: undefined };
}

function aliasFrom({ name, url, at }: IndexExtract["entries"][number], capture: CaptureReference): Fact {
  return {
    table: "occupation_name",
    row: {
      occupation_id: `us-ooh/${slugOf(url)}`,
      name,
      kind: "index",
      source_id: capture.sourceId,
      capture_id: capture.id,
      locator: at,
      raw: null,
    },
  };
}

function fromProfile(extract: ProfileExtract, capture: CaptureReference): Normalised {
  const page: PageContext = { id: `us-ooh/${slugOf(extract.url)}`, extract, capture, remarks: [] };
  const quickFacts = quickFactsFrom(page);
  const said = [
    profileFrom(page),
    ...coveredFrom(page),
    ...similarFrom(page),
    ...proseFrom(page),
    ...(quickFacts === undefined ? [] : figuresFrom(page, quickFacts)),
  ];
  const facts = withoutRepeats(said, extract.url);
  const edition = quickFacts === undefined ? undefined : editionOf(quickFacts);
  return { facts, remarks: page.remarks, edition };
}

function figuresFrom(page: PageContext, quickFacts: QuickFacts): Fact[] {
  const main = mainRowOf(page, quickFacts);
  const groups = groupNamesOf(page, main);
  return [
    ...requirementsFrom(page, quickFacts),
    ...wagesFrom(page, quickFacts, groups),
    ...employmentFrom(page, quickFacts, groups),
    ...projectionsFrom(page, quickFacts, main, groups),
  ];
}

/** "2024-34", as the publisher names its editions. */
function editionOf({ outlook }: QuickFacts): string {
  return `${outlook.base}-${String(outlook.target % 100).padStart(2, "0")}`;
}
