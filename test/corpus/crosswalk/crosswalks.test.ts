import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { crosswalk } from "../../../sources/crosswalk/source.ts";
import type { Remark } from "../../../sources/source.ts";
import { normaliseCrosswalk } from "../../../transforms/from-crosswalk.ts";
import type { Fact, FactTable, Row } from "../../../transforms/model/model.ts";
import { differences, SAME } from "../missing-from.ts";
import { savedWorkbook } from "../workbooks/saved-workbook.ts";
import { readAgain } from "../workbooks/second-reading.ts";
import { readXlsAgain, type XlsRows } from "./second-xls.ts";

const saved = crosswalk.roots.map(({ kind, url }) => ({ kind, ...savedWorkbook(url) }));

type First = { readonly facts: readonly Fact[]; readonly remarks: readonly Remark[]; readonly body: Buffer };

function readOnce(kind: string): First {
  const { url, path } = saved.find((one) => one.kind === kind) ?? { url: "", path: "" };
  const body = readFileSync(path);
  const reader = crosswalk.readers[kind];
  const reading = reader?.read({ url, mediaType: "", body });
  const extract = reader?.schema.parse(JSON.parse(JSON.stringify(reading?.extract)));
  const { facts, remarks } = normaliseCrosswalk(kind, extract, { id: "c", sourceId: crosswalk.id });
  return { facts, remarks: [...(reading?.remarks ?? []), ...remarks], body };
}

const rows = <T extends FactTable>({ facts }: First, table: T): Row<T>[] =>
  facts.flatMap((fact) => (fact.table === table ? [fact.row as Row<T>] : []));
const clean = (words: string | undefined) => (words ?? "").split(/\s+/).filter(Boolean).join(" ");
const pairsOf = (first: First) =>
  rows(first, "relation").map(({ from_id, to_id, method }) => `${from_id} ${to_id} ${method}`);
const titlesOf = (first: First) => rows(first, "occupation").map(({ id, title }) => `${id} ${title}`);
const method = (isPartial: boolean) => (isPartial ? "published-partial" : "published");

describe.skipIf(!saved.every(({ isThere }) => isThere))(
  "the crosswalk from SOC 2010 to SOC 2018, read twice",
  () => {
    let first: First;
    let lines: { from: string; fromTitle: string; to: string; toTitle: string; isMerged: boolean }[];

    beforeAll(() => {
      first = readOnce("editions");
      const sheet = readAgain(first.body)("Sorted by 2010");
      const last = Math.max(...[...sheet.keys()].map((cell) => Number(cell.replace(/\D/g, ""))));
      lines = Array.from({ length: last - 9 }, (_, at) => {
        const [from, fromTitle, to, toTitle] = ["A", "B", "C", "D"].map((column) =>
          clean(sheet.get(`${column}${at + 10}`)),
        );
        const title = toTitle ?? "";
        return {
          ...{ from: from ?? "", fromTitle: fromTitle ?? "", to: to ?? "" },
          ...{ toTitle: title.split(" (##)")[0] ?? "", isMerged: title.includes("(##)") },
        };
      });
    });

    it("900 pairs, each as the sheet has it, and no other", () => {
      const second = lines.map(({ from, to, isMerged }) => {
        const isSplit = lines.filter((line) => line.from === from).length > 1;
        return `us-soc-2010/${from} us-soc-2018/${to} ${method(isSplit || isMerged)}`;
      });
      expect(second).toHaveLength(900);
      expect(differences(pairsOf(first), second)).toEqual(SAME);
    });

    it("every code has its title, and nothing is remarked on", () => {
      const second = new Set(
        lines.flatMap(({ from, fromTitle, to, toTitle }) => [
          `us-soc-2010/${from} ${fromTitle}`,
          `us-soc-2018/${to} ${toTitle}`,
        ]),
      );
      expect(differences(titlesOf(first), [...second])).toEqual(SAME);
      expect(first.remarks).toEqual([]);
    });
  },
);

describe.skipIf(!saved.every(({ isThere }) => isThere))(
  "the crosswalk from SOC 2010 to ISCO-08, read twice",
  () => {
    let first: First;
    let bySoc: XlsRows;
    let byIsco: XlsRows;

    beforeAll(() => {
      first = readOnce("isco");
      const sheet = readXlsAgain(first.body);
      bySoc = sheet("2010 SOC to ISCO-08").slice(7);
      byIsco = sheet("ISCO-08 to 2010 SOC").slice(7);
    });

    it("1,125 pairs in either sheet, each as both have it, and no other", () => {
      expect([bySoc.length, byIsco.length]).toEqual([1125, 1125]);
      const marks = new Map(
        byIsco.map(([isco, , part, soc]) => [`${clean(soc)} ${clean(isco)}`, clean(part)]),
      );
      const second = bySoc.map(([soc, , part, isco]) => {
        const mark = marks.get(`${clean(soc)} ${clean(isco)}`);
        return `us-soc-2010/${clean(soc)} isco-08/${clean(isco)} ${method(clean(part) === "*" || mark === "*")}`;
      });
      expect(differences(pairsOf(first), second)).toEqual(SAME);
      expect(second.filter((line) => line.endsWith("published"))).toHaveLength(96);
    });

    it("every code has its title, and nothing is remarked on", () => {
      const second = new Set(
        bySoc.flatMap(([soc, socTitle, , isco, iscoTitle]) => [
          `us-soc-2010/${clean(soc)} ${clean(socTitle)}`,
          `isco-08/${clean(isco)} ${clean(iscoTitle)}`,
        ]),
      );
      expect(differences(titlesOf(first), [...second])).toEqual(SAME);
      expect(first.remarks).toEqual([]);
    });

    it("both crosswalks know the same codes of SOC 2010", () => {
      const codes = (reading: First) =>
        rows(reading, "occupation").flatMap(({ id, scheme }) => (scheme === "us-soc-2010" ? [id] : []));
      expect(differences(codes(first), codes(readOnce("editions")))).toEqual(SAME);
      expect(codes(first)).toHaveLength(840);
    });
  },
);
