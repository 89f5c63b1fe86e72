import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import type { Remark } from "../../../sources/source.ts";
import { ukSoc } from "../../../sources/uk-soc/source.ts";
import { normaliseUkSoc } from "../../../transforms/from-uk-soc.ts";
import type { Fact, FactTable, Row } from "../../../transforms/model/model.ts";
import { readAsRun } from "../../sources/cases/read-as-run.ts";
import { differences, SAME } from "../missing-from.ts";
import { savedWorkbook } from "../workbooks/saved-workbook.ts";
import { readAgain, type SecondSheet } from "../workbooks/second-reading.ts";

const saved = ukSoc.roots.map(({ kind, url }) => ({ kind, ...savedWorkbook(url) }));

type Both = {
  readonly facts: readonly Fact[];
  readonly remarks: readonly Remark[];
  readonly sheet: (name: string) => SecondSheet;
};

function bothReadings(kind: string): Both {
  const { url, path } = saved.find((one) => one.kind === kind) ?? { url: "", path: "" };
  const body = readFileSync(path);
  const { facts, remarks } = readAsRun(ukSoc, normaliseUkSoc).readingOf({ url, mediaType: "", body });
  return { facts, remarks, sheet: readAgain(body) };
}

const rows = <T extends FactTable>({ facts }: Both, table: T): Row<T>[] =>
  facts.flatMap((fact) => (fact.table === table ? [fact.row as Row<T>] : []));
const line = (...values: readonly unknown[]) => values.join(" | ");
const clean = (words: string | undefined) =>
  (words ?? "").replaceAll("\u00a0", " ").split(/\s+/).filter(Boolean).join(" ");

/** The rows of a sheet below its header, each with the words of the cells by letter. */
function sheetRows(sheet: SecondSheet): { row: number; cell: (column: string) => string }[] {
  let last = 1;
  for (const reference of sheet.keys()) last = Math.max(last, Number(reference.replace(/\D+/, "")));
  return Array.from({ length: last - 1 }, (_, index) => ({
    row: index + 2,
    cell: (column) => clean(sheet.get(`${column}${index + 2}`)),
  }));
}

describe.skipIf(!saved.every(({ isThere }) => isThere))("volume 1 of SOC 2020, read twice", () => {
  let both: Both;
  let second: ReturnType<typeof sheetRows>;
  const codeOf = ({ cell }: (typeof second)[number]) =>
    ["A", "B", "C", "D"].map(cell).filter((code) => code !== "<blank>")[0] ?? "";
  const itemsOf = (words: string) => words.split("~").map(clean).filter(Boolean);

  beforeAll(() => {
    both = bothReadings("structure");
    second = sheetRows(both.sheet("SOC2020 descriptions"));
  });

  it("every group of every level is an occupation, and no other", () => {
    const first = rows(both, "occupation").map((row) =>
      line(row.code, row.title, row.summary, row.parent_id?.replace("uk-soc-2020/", "") ?? ""),
    );
    const expected = second.map((row) =>
      line(codeOf(row), row.cell("E"), row.cell("G"), codeOf(row).slice(0, -1)),
    );
    expect(differences(first, expected)).toEqual(SAME);
    expect(rows(both, "occupation").filter(({ level }) => level === "unit")).toHaveLength(412);
  });

  it("every task, entry route and job title of every unit group is there, and no other", () => {
    const units = second.filter(({ cell }) => cell("D") !== "<blank>");
    const first = [
      ...rows(both, "duty").map((row) => line(row.occupation_id, row.position, row.text)),
      ...rows(both, "requirement").map((row) => line(row.occupation_id, row.kind, row.text)),
      ...rows(both, "occupation_name").map((row) => line(row.occupation_id, row.kind, row.name)),
    ];
    const expected = units.flatMap((row) => {
      const id = `uk-soc-2020/${codeOf(row)}`;
      return [
        ...itemsOf(row.cell("I")).map((task, index) => line(id, index + 1, task)),
        line(id, "entry-route", row.cell("H")),
        ...itemsOf(row.cell("J")).map((title) => line(id, "alternative", title)),
      ];
    });
    expect(differences(first, expected)).toEqual(SAME);
    const withTasks = new Set(rows(both, "duty").map(({ occupation_id }) => occupation_id));
    expect(withTasks.size).toBe(412);
  });

  it("nothing is remarked on", () => {
    expect(both.remarks).toEqual([]);
  });
});

describe.skipIf(!saved.every(({ isThere }) => isThere))("the coding index of SOC 2020, read twice", () => {
  const NONE = "}}}}";
  /** Titles of another group stand beside the codes of this row (README of the source). */
  const SLIP = 8931;
  let both: Both;
  let second: ReturnType<typeof sheetRows>;

  beforeAll(() => {
    both = bothReadings("coding-index");
    second = sheetRows(both.sheet("SOC2020 coding index"));
  });

  it("every entry is accounted for: it has a name, repeats one, or has no code", () => {
    const coded = second.filter(({ cell }) => cell("G") !== NONE);
    const names = coded.map(({ cell }) => {
      const qualifiers = [cell("J"), cell("K")].filter(Boolean).join("; ");
      return line(`uk-soc-2020/${cell("G")}`, qualifiers === "" ? cell("V") : `${cell("V")} (${qualifiers})`);
    });
    const first = rows(both, "occupation_name").map((row) => line(row.occupation_id, row.name));
    expect(differences(first, [...new Set(names)])).toEqual(SAME);
    expect([second.length, coded.length, first.length]).toEqual([32_195, 31_964, 31_954]);
  });

  it("every name says where its words stand", () => {
    const sheet = both.sheet("SOC2020 coding index");
    const wrong = rows(both, "occupation_name").filter(({ name, locator, raw }) => {
      const places: string[] = locator.startsWith("[") ? JSON.parse(locator) : [locator];
      const words: string[] = raw === null ? [name] : JSON.parse(raw);
      return places.some((at, index) => clean(sheet.get(at.replace(/^.*!/, ""))) !== words[index]);
    });
    expect(wrong).toEqual([]);
  });

  it("every pair of codes is a link with the number of its entries, and no other", () => {
    const weights = new Map<string, number>();
    const count = (from: string, to: string) =>
      weights.set(`${from} | ${to}`, (weights.get(`${from} | ${to}`) ?? 0) + 1);
    for (const { row, cell } of second) {
      if (row === SLIP) continue;
      const [soc2010, soc2020, isco] = [cell("F"), cell("G"), cell("M")];
      if (soc2010 !== NONE && soc2020 !== NONE) count(`uk-soc-2010/${soc2010}`, `uk-soc-2020/${soc2020}`);
      if (soc2020 !== NONE && isco !== NONE) count(`uk-soc-2020/${soc2020}`, `isco-08/${isco}`);
    }
    const first = rows(both, "relation").map((row) => line(row.from_id, row.to_id, row.weight));
    expect(
      differences(
        first,
        [...weights].map(([pair, weight]) => line(pair, weight)),
      ),
    ).toEqual(SAME);
  });

  it("every group of the three classifications is an occupation, and no other", () => {
    const titles2010 = new Map(
      second.filter(({ row }) => row !== SLIP).map(({ cell }) => [cell("F"), cell("R")]),
    );
    titles2010.delete(NONE);
    const framework = sheetRows(both.sheet("SOC2020 framework"));
    const isco = sheetRows(both.sheet("ISCO-08 framework")).filter(({ row }) => row > 6);
    const expected = [
      ...[...titles2010].map(([code, title]) => line(`uk-soc-2010/${code}`, title)),
      ...framework
        .filter(({ cell }) => cell("F") !== "")
        .map(({ cell }) => line(`uk-soc-2020/${["B", "C", "D", "E"].map(cell).join("")}`, cell("F"))),
      ...isco
        .filter(({ cell }) => cell("B") !== "")
        .map(({ cell }) => line(`isco-08/${cell("B")}`, cell("C"))),
    ];
    const first = rows(both, "occupation").map((row) => line(row.id, row.title));
    expect(differences(first, expected)).toEqual(SAME);
  });

  it("what is remarked on is two entries that contradict themselves, and the entries without a code", () => {
    expect(both.remarks.map(({ rule, locator }) => line(rule, locator.replace(/^.*!/, "")))).toEqual([
      "entries-without-code | L592",
      "entry-contradicts-itself | H8179",
      "entry-contradicts-itself | S8931",
    ]);
  });
});
