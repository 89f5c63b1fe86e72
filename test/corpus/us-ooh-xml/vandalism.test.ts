import { describe, expect, it } from "vitest";
import { DocumentError } from "../../../sources/reading/document-error.ts";
import { picker } from "../picker.ts";
import { hasCorpus } from "../us-ooh/corpus.ts";
import { savedCompilation } from "./corpus.ts";
import { readAsProduct } from "./first-reading.ts";
import { type Change, HARMLESS, REFUSED } from "./vandalism.ts";

/** How many occupations each change is tried on. */
const OCCUPATIONS_EACH = 40;

describe.skipIf(!hasCorpus)("changed occupations", () => {
  const saved = hasCorpus ? savedCompilation().toString("utf8") : "";
  const head = saved.slice(0, saved.indexOf("<occupation>"));
  const occupations = [...saved.matchAll(/<occupation>.*?<\/occupation>/gs)].map(([whole]) => whole);

  const read = (occupation: string) => {
    const { normalised, remarks } = readAsProduct(Buffer.from(`${head}${occupation}\n</ooh>`));
    const facts = normalised.facts.map(({ table, row }) => JSON.stringify([table, { ...row, locator: "" }]));
    const statements = normalised.statements?.map(({ locator, ...said }) => JSON.stringify(said)) ?? [];
    return { said: [...facts, ...statements], remarks };
  };

  /** Occupations spread over the whole file, others for each change; only those that it changes. */
  const changedBy = (name: string, change: Change) => {
    const step = Math.floor(occupations.length / OCCUPATIONS_EACH);
    const first = picker(name)(step);
    const some = occupations.filter((_, index) => index % step === first);
    const changed = some.flatMap((before, index) => {
      const after = change(before, picker(`${name} ${index}`));
      return after === before ? [] : [{ before, after }];
    });
    expect(changed.length).toBeGreaterThan(20);
    return changed;
  };

  it.each(Object.entries(REFUSED))("are refused, with their place, where %s", (name, change) => {
    const taken = changedBy(name, change).flatMap(({ before, after }) => {
      try {
        const now = read(after);
        return [{ title: /<title[^>]*>(.*?)</.exec(before)?.[1], remarks: now.remarks.slice(0, 3) }];
      } catch (error) {
        if (!(error instanceof DocumentError)) throw error;
        expect(error.locator).toMatch(/^\/ooh\/occupation\[[12]\]/);
        return [];
      }
    });
    expect(taken).toEqual([]);
  });

  it.each(Object.entries(HARMLESS))("say the same where %s", (name, change) => {
    for (const { before, after } of changedBy(name, change)) expect(read(after)).toEqual(read(before));
  });
});
