import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import type { Remark } from "../../../sources/source.ts";
import { usSoc } from "../../../sources/us-soc/source.ts";
import { normaliseUsSoc } from "../../../transforms/from-us-soc.ts";
import type { Row } from "../../../transforms/model/model.ts";
import { rowsOf } from "../../sources/cases/facts-of.ts";
import { readAsRun } from "../../sources/cases/read-as-run.ts";
import { differences, SAME } from "../missing-from.ts";
import { savedWorkbook } from "../workbooks/saved-workbook.ts";
import { readAgain, type SecondSheet } from "../workbooks/second-reading.ts";

const saved = usSoc.roots.map(({ kind, url }) => ({ kind, ...savedWorkbook(url) }));

type First = { readonly groups: readonly Row<"occupation">[]; readonly remarks: readonly Remark[] };

function readOnce(kind: string): First & { readonly body: Buffer } {
  const { url, path } = saved.find((one) => one.kind === kind) ?? { url: "", path: "" };
  const body = readFileSync(path);
  const { facts, remarks } = readAsRun(usSoc, normaliseUsSoc).readingOf({ url, mediaType: "", body });
  return { groups: rowsOf(facts, "occupation"), remarks, body };
}

/** The cells of a column below the header, by row. */
function column(sheet: SecondSheet, letter: string): Map<number, string> {
  const cells = [...sheet].flatMap(([reference, words]): [number, string][] => {
    const row = Number(reference.replace(letter, ""));
    return row > 8 && words !== "" ? [[row, words]] : [];
  });
  return new Map(cells);
}

/** Parents found by another way: the nearest row above whose level is wider, in a sheet of level and code. */
function withParents(rows: readonly { level: number; code: string; words: string }[]): string[] {
  return rows.map(({ level, code, words }, at) => {
    const wider = rows.slice(0, at).findLast((row) => row.level < level);
    return `${LEVELS[level]} ${code} < ${wider?.code ?? "-"} ${words}`;
  });
}

const LEVELS = ["major", "minor", "broad", "detailed"];
const lineOf = ({ level, code, parent_id, title, summary }: Row<"occupation">) =>
  `${level} ${code} < ${parent_id?.replace("us-soc-2018/", "") ?? "-"} ${title}${summary === null ? "" : ` | ${summary}`}`;

describe.skipIf(!saved.every(({ isThere }) => isThere))("the 2018 SOC, read twice", () => {
  let definitions: ReturnType<typeof readOnce>;
  let structure: ReturnType<typeof readOnce>;

  beforeAll(() => {
    definitions = readOnce("definitions");
    structure = readOnce("structure");
  });

  it("levels: 23 major, 98 minor, 459 broad groups and 867 detailed occupations", () => {
    const counts = LEVELS.map((level) => definitions.groups.filter((row) => row.level === level).length);
    expect(counts).toEqual([23, 98, 459, 867]);
  });

  it("every cell of the definitions is in the facts, and nothing else", () => {
    const sheet = readAgain(definitions.body)("2018 SOC");
    const [levels, codes, titles, texts] = ["A", "B", "C", "D"].map((letter) => column(sheet, letter));
    const rows = [...(codes ?? [])].map(([row, code]) => ({
      level: LEVELS.indexOf(`${levels?.get(row)}`.toLowerCase()),
      code,
      words: [titles?.get(row), texts?.get(row)].filter(Boolean).join(" | "),
    }));
    expect(differences(definitions.groups.map(lineOf), withParents(rows))).toEqual(SAME);
  });

  it("every cell of the structure is in the facts, and nothing else", () => {
    const sheet = readAgain(structure.body)("2018 Structure");
    const titles = column(sheet, "E");
    const rows = LEVELS.flatMap((_, level) =>
      [...column(sheet, "ABCD".charAt(level))].map(([row, code]) => ({ level, code, row })),
    );
    const inOrder = rows
      .toSorted((one, other) => one.row - other.row)
      .map(({ level, code, row }) => ({ level, code, words: titles.get(row) ?? "" }));
    expect(differences(structure.groups.map(lineOf), withParents(inOrder))).toEqual(SAME);
  });

  it("both workbooks tell the same codes, titles, levels and parents", () => {
    const tree = ({ groups }: First) => groups.map((row) => lineOf({ ...row, summary: null }));
    expect(differences(tree(definitions), tree(structure))).toEqual(SAME);
  });

  it("every detailed occupation has a definition, no group has one, and nothing is remarked on", () => {
    const defined = definitions.groups.filter(({ summary }) => summary !== null);
    expect(defined).toHaveLength(867);
    expect(new Set(defined.map(({ level }) => level))).toEqual(new Set(["detailed"]));
    expect([...definitions.remarks, ...structure.remarks]).toEqual([]);
  });
});
