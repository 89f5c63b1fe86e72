import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { usProjections } from "../../../sources/us-projections/source.ts";
import { normaliseUsProjections } from "../../../transforms/from-us-projections.ts";
import type { Fact } from "../../../transforms/model/model.ts";
import { readAsRun } from "../../sources/cases/read-as-run.ts";
import { differences, SAME } from "../missing-from.ts";
import { savedWorkbook } from "../workbooks/saved-workbook.ts";
import { readAgain } from "../workbooks/second-reading.ts";
import { linesAgain, linesOf, type SecondRow } from "./lines.ts";
import { hasExports, savedExports } from "./saved-exports.ts";
import { recordsOf } from "./second-export.ts";

const saved = savedWorkbook(usProjections.roots[0]?.url ?? "");

const readOnce = (url: string, body: Buffer) =>
  readAsRun(usProjections, normaliseUsProjections).readingOf({ url, mediaType: "", body });

const counted = (facts: readonly Fact[]) => {
  const counts: Record<string, number> = {};
  for (const { table } of facts) counts[table] = (counts[table] ?? 0) + 1;
  return counts;
};

/** The columns of Table 1.2 in the edition of 2024–34, by their letters. */
const COLUMNS = {
  figures: { base: "D", target: "E", change: "H", percent: "I" },
  needs: { education: "M", experience: "N", training: "O" },
};

describe.skipIf(!saved.isThere)("the workbook of 2024–34, read twice", () => {
  let first: ReturnType<typeof readOnce>;
  let second: SecondRow[];

  beforeAll(() => {
    const body = readFileSync(saved.path);
    first = readOnce(saved.url, body);
    const sheet = readAgain(body)("Table 1.2");
    const rows = [...sheet].flatMap(([cell, words]) =>
      cell.startsWith("B") && /^\d\d-\d{4}$/.test(words) ? [{ row: cell.slice(1), code: words }] : [],
    );
    second = rows.map(({ row, code }) => {
      const cell = (letter: string) => sheet.get(`${letter}${row}`) ?? "";
      const cells = <Name extends string>(letters: Readonly<Record<Name, string>>) =>
        Object.fromEntries(
          Object.entries<string>(letters).map(([name, letter]) => [name, cell(letter)]),
        ) as Record<Name, string>;
      return {
        id: `us-soc-2018/${code}`,
        ...{ years: "2024–2034", title: cell("A").trim(), openings: cell("K") },
        ...{ figures: cells(COLUMNS.figures), needs: cells(COLUMNS.needs) },
      };
    });
  });

  it("every cell of every occupation and group is in the facts, and nothing else", () => {
    expect(second).toHaveLength(1113);
    expect(differences(linesOf(first.facts), second.flatMap(linesAgain))).toEqual(SAME);
  });

  it("counts of what is found, without a remark", () => {
    expect(counted(first.facts)).toEqual({ occupation: 1113, projection: 1113, requirement: 2496 });
    expect(first.remarks).toEqual([]);
  });

  it("every occupation but six is a group of the 2018 SOC", () => {
    const beside = first.facts.flatMap((fact) =>
      fact.table === "occupation" && fact.row.level === "matrix" ? [fact.row.code] : [],
    );
    expect(beside).toEqual(["00-0000", "21-1018", "25-2052", "25-9045", "51-2028", "53-1047"]);
  });
});

describe.skipIf(!hasExports)("exports, read twice", () => {
  describe.each(savedExports())("$name", ({ url, body }) => {
    const first = readOnce(url, body);
    const [header = [], ...records] = recordsOf(body.toString("utf8"));

    /** A column by a part of its header. */
    const column = (part: RegExp) => {
      const found = header.flatMap((words, at) => (part.test(words.replace(/\s+/g, "")) ? [at] : []));
      if (found.length !== 1) throw new Error(`${part} stands over ${found.length} columns.`);
      return found[0] ?? 0;
    };
    const [from, to] = /(\d{4})-(\d{4})/.exec(header.join(" "))?.slice(1) ?? [];
    const scheme = Number(from) < 2019 ? "us-soc-2010" : "us-soc-2018";
    const isDecade = header.some((words) => /^Jobopenings/.test(words));

    const again = (cells: readonly string[]): SecondRow => {
      const cell = (part: RegExp) => cells[column(part)] ?? "";
      return {
        id: `${scheme}/${cell(/^(?:SOC|Occupation)Code$/).replace(/[="]/g, "")}`,
        years: `${from}–${to}`,
        title: (cells[0] ?? "").split(/\s{4}|\*/)[0]?.trim() ?? "",
        figures: {
          base: cells[2] ?? "",
          target: cells[3] ?? "",
          change: cells[4] ?? "",
          percent: cells[5] ?? "",
        },
        openings: isDecade ? undefined : cells[6],
        needs: {
          education: cell(/^Typicalentry-leveleducation$/i),
          experience: cell(/^Workexperienceinarelatedoccupation$/i),
          training: cell(/^Typicalon-the-jobtraining$/i),
        },
      };
    };

    it("every cell is in the facts, and nothing else", () => {
      expect(records.length).toBeGreaterThan(170);
      expect(
        differences(
          linesOf(first.facts),
          records.flatMap((cells) => linesAgain(again(cells))),
        ),
      ).toEqual(SAME);
    });

    it("nothing is remarked on but openings of a whole decade", () => {
      expect(first.remarks.map(({ rule }) => rule)).toEqual(isDecade ? ["left-out"] : []);
    });
  });

  it.skipIf(!saved.isThere)("the export of 2024–34 says what the workbook says of its occupations", () => {
    const newest = savedExports().find(({ name }) => name.includes("2024-34"));
    const exported = new Set(linesOf(readOnce(newest?.url ?? "", newest?.body ?? Buffer.alloc(0)).facts));
    const workbook = new Set(linesOf(readOnce(saved.url, readFileSync(saved.path)).facts));
    expect([...exported].filter((line) => !workbook.has(line))).toEqual([]);
    expect(exported.size).toBe(832 * 9);
  });
});
