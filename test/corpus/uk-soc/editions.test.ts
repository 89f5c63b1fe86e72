import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { ukSoc } from "../../../sources/uk-soc/source.ts";
import { normaliseUkSoc } from "../../../transforms/from-uk-soc.ts";
import { isOnlyIn } from "../../../transforms/wording/uk-soc-editions.ts";
import { savedWorkbook } from "../workbooks/saved-workbook.ts";

const KIND = "coding-index";
const saved = savedWorkbook(ukSoc.roots.find(({ kind }) => kind === KIND)?.url ?? "");

function unitGroups(): (scheme: string) => ReadonlySet<string> {
  const reader = ukSoc.readers[KIND];
  if (reader === undefined) throw new Error("uk-soc has no reader of the coding index.");
  const { extract } = reader.read({ url: saved.url, mediaType: "", body: readFileSync(saved.path) });
  const { facts } = normaliseUkSoc(KIND, extract, { id: "c", sourceId: ukSoc.id });
  const units = facts.flatMap((fact) =>
    fact.table === "occupation" && fact.row.level === "unit" ? [fact.row] : [],
  );
  return (scheme) => new Set(units.filter((row) => row.scheme === scheme).map(({ code }) => code));
}

describe.skipIf(!saved.isThere)("the unit groups that only one edition of the UK classification has", () => {
  it("are those that the coding index gives to one edition only", () => {
    const groups = unitGroups();
    const [older, newer] = [groups("uk-soc-2010"), groups("uk-soc-2020")];
    expect([older.size, newer.size]).toEqual([369, 412]);
    for (const code of older) expect([code, isOnlyIn("uk-soc-2010", code)]).toEqual([code, !newer.has(code)]);
    for (const code of newer) expect([code, isOnlyIn("uk-soc-2020", code)]).toEqual([code, !older.has(code)]);
  });
});
