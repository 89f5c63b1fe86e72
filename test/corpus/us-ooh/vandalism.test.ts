import { beforeAll, describe, expect, it } from "vitest";
import { DocumentError } from "../../../sources/reading/document-error.ts";
import { plainFacts } from "../../sources/cases/facts-of.ts";
import type { Change } from "../page-change.ts";
import { picker } from "../picker.ts";
import { hasCorpus, type SavedPage, savedProfiles } from "./corpus.ts";
import { readAsProduct } from "./first-reading.ts";
import { ABSENT, HARMLESS, LIMITS, REFUSED, REMARKED, spoiltSummary } from "./vandalism.ts";

/** How many pages each change is tried on. */
const PAGES_EACH = 40;

/** All but the text, which a changed page changes lawfully. */
const FACTS = /^(?!\["section")/;

type Outcome = {
  readonly refused: boolean;
  readonly lost: readonly string[];
  readonly added: readonly string[];
  /** The reader said that it met something other than it knows. */
  readonly isRemarked: boolean;
};

/** What the page says as it was saved; each page is read once. */
const truths = new Map<string, readonly string[]>();

function truthOf({ slug, url, html }: SavedPage): readonly string[] {
  const known = truths.get(slug) ?? plainFacts(readAsProduct("profile", url, html).facts);
  truths.set(slug, known);
  return known;
}

function readChanged(page: SavedPage, html: string, only: RegExp): Outcome {
  const truth = truthOf(page).filter((fact) => only.test(fact));
  try {
    const read = readAsProduct("profile", page.url, html);
    const facts = plainFacts(read.facts).filter((fact) => only.test(fact));
    const known = new Set(truth);
    const found = new Set(facts);
    return {
      refused: false,
      lost: truth.filter((fact) => !found.has(fact)),
      added: facts.filter((fact) => !known.has(fact)),
      isRemarked: read.remarks.length > 0,
    };
  } catch (error) {
    if (error instanceof DocumentError) return { refused: true, lost: [], added: [], isRemarked: false };
    throw new Error(`${page.slug}: not a refusal, but a fault of the reader: ${error}`, { cause: error });
  }
}

describe.skipIf(!hasCorpus)("changed handbook pages", () => {
  let pages: SavedPage[] = [];

  beforeAll(() => {
    pages = savedProfiles();
  });

  /** Pages spread over the whole handbook, others for each change. */
  const some = (name: string): SavedPage[] => {
    const step = Math.floor(pages.length / PAGES_EACH);
    const first = picker(name)(step);
    return pages.filter((_, index) => index % step === first);
  };

  const outcomes = (name: string, change: Change, only: RegExp) => {
    const changed = some(name).flatMap((page) => {
      const html = change(page.html, picker(`${name} ${page.slug}`));
      return html === page.html ? [] : [{ slug: page.slug, ...readChanged(page, html, only) }];
    });
    expect(changed.length).toBeGreaterThan(0);
    return changed;
  };

  it.each(Object.entries(HARMLESS))("the facts stay the same where %s", (name, change) => {
    const different = outcomes(name, change, FACTS).filter(
      ({ refused, lost, added }) => refused || lost.length > 0 || added.length > 0,
    );
    expect(different).toEqual([]);
  });

  it.each(Object.entries(REMARKED))(
    "nothing untrue is read, and a figure that is lost is remarked on, where %s",
    (name, change) => {
      const wrong = outcomes(name, change, FACTS).filter(
        ({ lost, added, isRemarked }) => added.length > 0 || (lost.length > 0 && !isRemarked),
      );
      expect(wrong).toEqual([]);
    },
  );

  it.each(Object.entries(ABSENT))(
    "accepted limit, the page alone does not always show it: %s; what is read is true all the same",
    (name, change) => {
      const changed = outcomes(name, change, FACTS);
      expect(changed.filter(({ added }) => added.length > 0)).toEqual([]);
      expect(changed.some(({ refused, isRemarked }) => refused || isRemarked)).toBe(true);
    },
  );

  it.each(Object.entries(REFUSED))(
    "nothing untrue is read, and no figure is lost in silence, where %s",
    (name, change) => {
      const wrong = outcomes(name, change, FACTS).filter(
        ({ lost, added }) => lost.length > 0 || added.length > 0,
      );
      expect(wrong).toEqual([]);
    },
  );

  it("no text is published with an amount that is none", () => {
    const wrong = outcomes("the Summary", spoiltSummary, /^\["section"/).filter(({ refused }) => !refused);
    expect(wrong).toEqual([]);
  });

  it.each(Object.entries(LIMITS))(
    "accepted limit, the page alone does not show it: %s; one fact differs, and no other",
    (name, { change, tables, effect }) => {
      const unlike = outcomes(name, change, FACTS).filter(({ refused, lost, added }) => {
        const differs = [...lost, ...added].every((fact) => tables.includes(tableOf(fact)));
        const of = effect === "gone" ? lost.map(withoutPlace) : [];
        const isLimit =
          effect === "gone" ? added.every((fact) => of.includes(withoutPlace(fact))) : added.length === 1;
        return refused || !differs || !isLimit || lost.length === 0 || lost.length < added.length;
      });
      expect(unlike).toEqual([]);
    },
  );
});

const tableOf = (fact: string): string => JSON.parse(fact)[0];

/** Those after a missing one move up. */
const withoutPlace = (fact: string): string => fact.replace(/"(?:position|rank)":\d+,/, "");
