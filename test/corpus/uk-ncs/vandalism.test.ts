import { beforeAll, describe, expect, it } from "vitest";
import { DocumentError } from "../../../sources/reading/document-error.ts";
import type { Change } from "../page-change.ts";
import { picker } from "../picker.ts";
import { hasCorpus, readAsProduct, type SavedPage, savedProfiles } from "./corpus.ts";
import { HARMLESS, LIMITS, REFUSED, REMARKED } from "./vandalism.ts";

/** How many pages each change is tried on. */
const PAGES_EACH = 40;

type Outcome = {
  readonly slug: string;
  readonly refused: boolean;
  readonly lost: readonly string[];
  readonly added: readonly string[];
  readonly isRemarked: boolean;
};

/** Facts and mentions without their places. */
function plainFacts(page: Pick<SavedPage, "url" | "html">): { facts: string[]; remarks: number } {
  const { facts, mentions, remarks } = readAsProduct(page);
  const rows = facts.map(({ table, row }) => {
    const { capture_id, locator, raw, ...values } = row;
    return JSON.stringify([table, values]);
  });
  const codes = mentions.map(({ code, title }) => JSON.stringify(["mention", { code, title }]));
  return { facts: [...rows, ...codes], remarks: remarks.length };
}

/** What the page says as it was saved; each page is read once. */
const truths = new Map<string, ReturnType<typeof plainFacts>>();

function truthOf(page: SavedPage): ReturnType<typeof plainFacts> {
  const known = truths.get(page.html) ?? plainFacts(page);
  truths.set(page.html, known);
  return known;
}

function readChanged(page: SavedPage, html: string): Outcome {
  const truth = truthOf(page);
  try {
    const read = plainFacts({ url: page.url, html });
    const [said, known] = [new Set(read.facts), new Set(truth.facts)];
    return {
      slug: page.slug,
      refused: false,
      lost: truth.facts.filter((fact) => !said.has(fact)),
      added: read.facts.filter((fact) => !known.has(fact)),
      isRemarked: read.remarks > truth.remarks,
    };
  } catch (error) {
    if (error instanceof DocumentError)
      return { slug: page.slug, refused: true, lost: [], added: [], isRemarked: false };
    throw new Error(`${page.slug}: not a refusal, but a fault of the reader: ${error}`, { cause: error });
  }
}

const tableOf = (fact: string): string => JSON.parse(fact)[0];

/** Those after a missing one move up, and prose is as long as what is left of it. */
const isProse = (fact: string): boolean =>
  tableOf(fact) === "section" || fact.includes('"part":"description"');
const withoutPlace = (fact: string): string => fact.replace(/"position":\d+/, "");

/** What is read and was never said. */
const untrue = ({ lost, added }: Outcome): string[] => {
  const known = new Set(lost.map(withoutPlace));
  return added.filter((fact) => !isProse(fact) && !known.has(withoutPlace(fact)));
};

describe.skipIf(!hasCorpus)("changed job profiles", () => {
  let pages: SavedPage[] = [];

  beforeAll(() => {
    pages = savedProfiles();
  });

  /** Pages spread over all, others for each change; and both pages of 2019. */
  const outcomes = (name: string, change: Change): Outcome[] => {
    const step = Math.floor(pages.length / PAGES_EACH);
    const first = picker(name)(step);
    const some = pages.filter((_, index) => index % step === first || index >= pages.length - 2);
    const changed = some.flatMap((page) => {
      const html = change(page.html, picker(`${name} ${page.slug}`));
      return html === page.html ? [] : [readChanged(page, html)];
    });
    expect(changed.length).toBeGreaterThan(0);
    return changed;
  };

  it.each(Object.entries(HARMLESS))("the facts stay the same where %s", (name, change) => {
    const different = outcomes(name, change).filter(
      ({ refused, lost, added }) => refused || lost.length > 0 || added.length > 0,
    );
    expect(different).toEqual([]);
  });

  it.each(Object.entries(REFUSED))("the page is refused, or says the same, where %s", (name, change) => {
    const all = outcomes(name, change);
    expect(all.filter(({ lost, added }) => lost.length > 0 || added.length > 0)).toEqual([]);
    expect(all.some(({ refused }) => refused)).toBe(true);
  });

  it.each(Object.entries(REMARKED))(
    "nothing untrue is read, and what is lost is remarked on, where %s",
    (name, change) => {
      const wrong = outcomes(name, change).filter(
        (outcome) => !outcome.refused && (!outcome.isRemarked || untrue(outcome).length > 0),
      );
      expect(wrong).toEqual([]);
    },
  );

  it.each(Object.entries(LIMITS))(
    "accepted limit, the page alone does not show it: %s; what is read is true all the same",
    (name, { change, tables }) => {
      const wrong = outcomes(name, change).filter(
        (outcome) =>
          untrue(outcome).length > 0 ||
          outcome.lost.some((fact) => !isProse(fact) && !tables.includes(tableOf(fact))),
      );
      expect(wrong).toEqual([]);
    },
  );
});
