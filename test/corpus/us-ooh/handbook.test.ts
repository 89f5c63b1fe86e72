import { beforeAll, describe, expect, it } from "vitest";
import type { Remark } from "../../../sources/source.ts";
import type { Fact } from "../../../transforms/model/model.ts";
import { rowsOf } from "../../sources/cases/facts-of.ts";
import { missingFrom } from "../missing-from.ts";
import { hasCorpus, type SavedPage, savedIndex, savedProfiles } from "./corpus.ts";
import { readAsProduct } from "./first-reading.ts";
import { inTheSameWords } from "./same-words.ts";
import { type Facts, readAgain, readIndexAgain } from "./second-reading.ts";
import { readSectionsAgain, withoutMarkdown } from "./second-sections.ts";

type Page = SavedPage & {
  readonly facts: readonly Fact[];
  readonly remarks: readonly Remark[];
  readonly first: Facts;
  readonly second: Facts;
};

describe.skipIf(!hasCorpus)("two independent readings of every saved handbook page", () => {
  const pages: Page[] = [];

  beforeAll(() => {
    for (const page of savedProfiles()) {
      const { facts, remarks } = readAsProduct("profile", page.url, page.html);
      const first = inTheSameWords(page.slug, facts);
      pages.push({ ...page, facts, remarks, first, second: readAgain(page.slug, page.html) });
    }
  });

  it("there are hundreds of pages, and each is read", () => {
    expect(pages.length).toBeGreaterThanOrEqual(260);
  });

  it("what is remarked on is what four pages have otherwise than all others, and nothing else", () => {
    const remarked = pages.flatMap(({ slug, remarks }) => remarks.map(({ rule }) => `${slug}: ${rule}`));
    expect([...new Set(remarked)].sort()).toEqual([
      "farmers-ranchers-and-other-agricultural-managers: no-wages-by-industry",
      "fishers-and-related-fishing-workers: no-wages-by-industry",
      "military-careers: table-not-read",
      "models: unnamed-quality",
    ]);
  });

  it.each([
    ["profile", "titles, summaries, addresses, dates and citations"],
    ["wage", "wages"],
    ["requirement", "requirements"],
    ["employment", "jobs"],
    ["employer_share", "employer shares"],
    ["projection", "projections"],
    ["duty", "duties"],
    ["specialty", "specialties"],
    ["quality", "qualities"],
    ["covers", "SOC and O*NET codes"],
    ["similar", "similar occupations"],
  ] as const)("%s: the %s of both are the same", (kind, _words) => {
    const missing = pages.flatMap(({ slug, first, second }) =>
      missingFrom(second[kind], first[kind]).map((fact) => `${slug}: ${fact}`),
    );
    const extra = pages.flatMap(({ slug, first, second }) =>
      missingFrom(first[kind], second[kind]).map((fact) => `${slug}: ${fact}`),
    );
    expect({ missing, extra }).toEqual({ missing: [], extra: [] });
  });

  it("every word and every link of the tabs is in a section, in the page's order, and no other", () => {
    const different = pages.flatMap(({ slug, url, html, facts }) => {
      const sections = rowsOf(facts, "section").sort((a, b) => a.position - b.position);
      const first = sections.map(({ heading, text }) => JSON.stringify(withoutMarkdown(heading, text)));
      const second = readSectionsAgain(url, html).map((section) => JSON.stringify(section));
      return first.join() === second.join()
        ? []
        : [`${slug}: ${[...missingFrom(second, first), ...missingFrom(first, second)].join("\n")}`];
    });
    expect(different).toEqual([]);
  });

  it("no text of the dataset begins or ends with a blank", () => {
    const padded = pages.flatMap(({ facts }) =>
      facts.flatMap(({ table, row }) =>
        Object.entries(row)
          .filter(([, value]) => typeof value === "string" && value !== value.trim())
          .map(([column]) => `${table}.${column}: ${JSON.stringify(row)}`),
      ),
    );
    expect(padded).toEqual([]);
  });

  it("every group that a figure is about has its code in the projections table", () => {
    const nameless = pages.flatMap(({ facts }) =>
      (["wage", "employment", "employer_share"] as const).flatMap((table) =>
        rowsOf(facts, table)
          .filter((row) => row.group_title !== null && row.group_id === null)
          .map((row) => `${row.occupation_id}: ${row.group_title}`),
      ),
    );
    expect(nameless).toEqual([]);
  });

  it("the index gives the same aliases to both", () => {
    const { url, html } = savedIndex();
    const first = rowsOf(readAsProduct("a-z-index", url, html).facts, "occupation_name").map(
      ({ occupation_id, name }) => `${occupation_id.replace("us-ooh/", "")} | ${name}`,
    );
    const second = readIndexAgain(html);
    expect({ missing: missingFrom(second, first), extra: missingFrom(first, second) }).toEqual({
      missing: [],
      extra: [],
    });
  });
});
