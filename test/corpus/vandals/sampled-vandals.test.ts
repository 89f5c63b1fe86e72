import { describe, expect, test } from "vitest";
import { areSaved, savedAt } from "../saved.ts";
import { attempts } from "./campaign.ts";
import { TARGETS } from "./catalogue.ts";

const folder = savedAt();

/**
 * What a document alone does not show: a figure that stands in one place and is another by little. Its publisher may have
 * corrected it. `npm run vandals` counts these.
 */
const LIKE_CORRECTIONS = new Set([
  "a cell says what the one below says",
  "a figure is another wherever it stands",
  "a figure is rounded",
]);

describe.skipIf(!areSaved("documents", savedAt("hosts")))("of spoilt documents, on a later night", () => {
  test.each([
    ["us-ooh", 80],
    ["uk-ncs", 80],
    ["us-ooh-xml", 40],
    ["us-projections", 10],
  ])("%s publishes nothing but what is true, or was before", (sourceId, count) => {
    const target = TARGETS[sourceId];
    if (target === undefined) throw new Error(`Nothing is known that spoils ${sourceId}.`);
    const all = [...attempts(target.victims(folder), target.changes, count, "a sample")];
    const wrong = all.filter(({ laterNight }) => laterNight.kind === "WRONG");
    const told = wrong
      .filter(({ change }) => !LIKE_CORRECTIONS.has(change))
      .map(({ change, victim, laterNight }) => `${change}, ${victim.name}: ${laterNight.details.join("; ")}`);
    expect(all.length).toBeGreaterThanOrEqual(count / 2);
    expect(told).toEqual([]);
  });
});
