import { beforeAll, describe, expect, it } from "vitest";
import {
  type FirstReading,
  hasCorpus,
  listedBySaved,
  readAsProduct,
  type SavedPage,
  savedProfiles,
} from "./corpus.ts";
import { inTheSameWords } from "./same-words.ts";
import { KINDS, type Lines, readAgain } from "./second-reading.ts";

type Page = SavedPage & FirstReading & { readonly first: Lines; readonly second: Lines };

describe.skipIf(!hasCorpus)("two independent readings of every saved job profile", () => {
  const pages: Page[] = [];

  beforeAll(() => {
    for (const page of savedProfiles()) {
      const reading = readAsProduct(page);
      const second = readAgain(page.slug, page.html);
      pages.push({ ...page, ...reading, first: inTheSameWords(reading), second });
    }
  });

  it("there are hundreds of pages, and each is read", () => {
    expect(pages.length).toBeGreaterThanOrEqual(659);
  });

  it.each(KINDS)("%s: both say the same, in the same order", (kind) => {
    const different = pages
      .filter(({ first, second }) => first[kind].join("\n") !== second[kind].join("\n"))
      .map(({ slug, first, second }) => ({ slug, first: first[kind], second: second[kind] }));
    expect(different).toEqual([]);
    expect(pages.some(({ second }) => second[kind].length > 0)).toBe(true);
  });

  it("what is remarked on is what two pages lack, and nothing else", () => {
    const remarked = pages.flatMap(({ slug, remarks }) => remarks.map((remark) => `${slug}: ${remark}`));
    expect(remarked).toEqual([
      "customs-officer: absent-part: The page is without related careers.",
      "robotics-engineer: absent-part: The page is without a section “Working environment”.",
    ]);
  });

  it("no text of the dataset is empty, or begins or ends with a blank", () => {
    const padded = pages.flatMap(({ facts }) =>
      facts.flatMap(({ table, row }) =>
        Object.entries(row)
          .filter(([, value]) => typeof value === "string" && (value === "" || value !== value.trim()))
          .map(([column]) => `${table}.${column}: ${JSON.stringify(row)}`),
      ),
    );
    expect(padded).toEqual([]);
  });

  it.each(["sitemap.xml", "explore-careers/sitemap.xml"])(
    "%s lists what a search for its addresses finds",
    (path) => {
      const { text, urls } = listedBySaved(path);
      const found = [
        ...text.matchAll(/>\s*(https:\/\/nationalcareers\.service\.gov\.uk\/job-profiles\/[^<\s]+)/g),
      ];
      expect(urls).toEqual([...new Set(found.map(([, url = ""]) => url))].sort());
      expect(urls.length).toBeGreaterThan(600);
    },
  );
});
