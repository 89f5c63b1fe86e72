import { describe, expect, it } from "vitest";
import type { Statement } from "../../../transforms/facts.ts";
import { hasCorpus } from "../us-ooh/corpus.ts";
import { realExcerpt, realTable, savedCompilation } from "./corpus.ts";
import { readAsProduct } from "./first-reading.ts";

const OCCUPATION = /<occupation>.*?<\/occupation>/gs;

const titleOf = (occupation: string): string => /<title[^>]*>(.*?)</.exec(occupation)?.[1] ?? "";

/** Elements on the first level of an occupation that stand there whole. */
function elementsOf(occupation: string): Map<string, string> {
  const inner = occupation
    .slice("<occupation>".length, -"</occupation>".length)
    .replace(/<!-- ABRIDGED.*?-->/gs, "");
  const found = new Map<string, string>();
  for (const [whole, name = ""] of inner.matchAll(/<([a-z_]+)(?: [^>]*)?>.*?<\/\1>/gs))
    found.set(name, whole);
  return found;
}

/** A saved occupation in which what the real file has of it stands as the real file has it. */
function withReal(saved: string, real: ReadonlyMap<string, string>): string {
  const own = elementsOf(saved);
  return [...real].reduce((text, [name, element]) => {
    const before = own.get(name);
    return before === undefined ? text : text.replace(before, () => element);
  }, saved);
}

const said = (statements: readonly Statement[] | undefined) =>
  (statements ?? []).map(({ table, about, says }) => JSON.stringify([table, about, says])).sort();

describe.skipIf(!hasCorpus)("the real file's own shape", () => {
  const saved = hasCorpus ? savedCompilation().toString("utf8") : "";
  const occupations = [...saved.matchAll(OCCUPATION)].map(([occupation]) => occupation);
  const head = saved.slice(0, saved.indexOf("<occupation>"));
  const read = (some: readonly string[]) => readAsProduct(Buffer.from(`${head}${some.join("\n")}</ooh>`));

  it("four occupations of the real file say what the saved ones say", () => {
    const real = [...realExcerpt().matchAll(OCCUPATION)].map(([occupation]) => occupation);
    expect(real.map(titleOf)).toEqual([
      "Accountants and Auditors",
      "Actors",
      "Military Careers",
      "Physicians and Surgeons",
    ]);
    const twins = real.map((one) => occupations.find((saved) => titleOf(saved) === titleOf(one)) ?? "");
    const mixed = real.map((one, index) => {
      const elements = elementsOf(one);
      // Cut down to its title.
      elements.delete("what_they_do");
      return withReal(twins[index] ?? "", elements);
    });
    expect(mixed).not.toEqual(twins);
    const [first, second] = [read(mixed), read(twins)];
    expect(said(first.normalised.statements)).toEqual(said(second.normalised.statements));
    expect(first.normalised.facts).toEqual(second.normalised.facts);
    expect(first.normalised.facts.filter(({ table }) => table === "pay_band")).toHaveLength(3);
    expect(first.remarks).toEqual([]);
  });

  it("a projections table of the real file says what the saved one says", () => {
    const pilots = occupations.find((one) => titleOf(one) === "Airline and Commercial Pilots") ?? "";
    const [own = ""] = /<section_datatable.*?<\/section_datatable>/s.exec(pilots) ?? [];
    const mixed = pilots.replace(own, () => realTable().trim());
    expect(own).not.toBe("");
    expect(said(read([mixed]).normalised.statements)).toEqual(said(read([pilots]).normalised.statements));
  });

  it("the header of the real file says what the saved one says", () => {
    const real = realExcerpt();
    const header = (xml: string) => xml.slice(0, xml.indexOf("</last_updated>")).replace(/\s+/g, " ");
    expect(header(real)).toBe(header(saved));
  });
});
