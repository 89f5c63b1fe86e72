import type { DocumentBytes } from "../../../sources/source.ts";
import { type MadeSheet, makeWorkbook } from "../reading/made-workbook.ts";

/** An occupation as the tables have it; figures in thousands. */
export type Made = {
  readonly title: string;
  readonly code: string;
  readonly type: "Summary" | "Line item";
  readonly figures: readonly [base: number, target: number, change: number, percent: number];
  readonly openings: number;
  readonly needs: readonly [education: string, experience: string, training: string];
};

export type Edition = { readonly base: number; readonly target: number };

type Rows = (readonly (string | number | null)[])[];

export const OCCUPATION_XLSX = "https://www.bls.gov/emp/ind-occ-matrix/occupation.xlsx";

const NONE = ["—", "—", "—"] as const;
const NOTES: Rows = [
  ["Footnotes:"],
  ["[1] Wages are those of the wage survey."],
  ['Note: "—" stands where there is nothing.'],
  ["Source: Employment Projections program, U.S. Bureau of Labor Statistics"],
];

const summary = (code: string, title: string, ...figures: [number, number, number, number, number]): Made => {
  const [base, target, change, percent, openings] = figures;
  const all = { code, title, openings, needs: NONE, type: "Summary" } as const;
  return { ...all, figures: [base, target, change, percent] };
};

/** Figures of 2024–34, in the codes that the 2018 SOC and the projections use. */
export const OF_2024: readonly Made[] = [
  summary("00-0000", "Total, all occupations", 169956.1, 175167.9, 5211.8, 3.1, 18863.3),
  summary("11-0000", "  Management occupations", 13607.6, 14441, 833.4, 6.1, 1147.9),
  summary("11-1000", "    Top executives", 4049.9, 4228.1, 178.2, 4.4, 333.1),
  {
    ...{ code: "11-1011", title: "      Chief executives(1)", type: "Line item", openings: 22.2 },
    figures: [309.4, 322.7, 13.3, 4.3],
    needs: ["Bachelor's degree", "5 years or more", "None"],
  },
  {
    ...{
      code: "21-1018",
      title: "      Substance abuse, behavioral disorder, and mental health counselors[2]",
      type: "Line item",
      openings: 48.3,
    },
    figures: [483.5, 565.5, 81.9, 16.9],
    needs: ["Bachelor's degree", "None", "Internship/residency"],
  },
];

/** Figures of 2016–26, in codes that only the 2010 SOC has, and one whose digits both have. */
export const OF_2016: readonly Made[] = [
  summary("00-0000", "Total, all occupations", 156063.8, 167582.3, 11518.6, 7.4, 18742),
  summary("15-1100", "    Computer occupations", 4238.4, 4795.5, 557.1, 13.1, 349),
  {
    ...{ code: "15-1121", title: "      Computer systems analysts", type: "Line item", openings: 44.9 },
    figures: [600.5, 654.9, 54.4, 9.1],
    needs: ["Bachelor's degree", "None", "None"],
  },
  {
    ...{ code: "29-1141", title: "      Registered nurses", type: "Line item", openings: 204.6 },
    figures: [2955.2, 3393.2, 438.1, 14.8],
    needs: ["Bachelor's degree", "None", "None"],
  },
];

const share = 0;
const wage = 49_500;
const shortSpan = ({ base, target }: Edition, dash: string) => `${base}${dash}${String(target).slice(2)}`;
const NEEDS = [
  "Typical education needed for entry",
  "Work experience in a related occupation",
  "Typical on-the-job training needed to attain competency in the occupation",
];

/** Since 2023–33: everything in Table 1.2, one row of headers. */
export function oneTable(edition: Edition, occupations: readonly Made[]): Record<string, MadeSheet> {
  const { base, target } = edition;
  const span = shortSpan(edition, "–");
  const title = `Table 1.2 Occupational projections, ${base}–${target}, and worker characteristics, ${base} (Employment in thousands)`;
  const header = [
    ...[
      `${base} National Employment Matrix title`,
      `${base} National Employment Matrix code`,
      "Occupation type",
    ],
    ...[`Employment, ${base}`, `Employment, ${target}`],
    ...[`Employment distribution, percent, ${base}`, `Employment distribution, percent, ${target}`],
    ...[`Employment change, numeric, ${span}`, `Employment change, percent, ${span}`],
    ...[`Percent self employed, ${base}`, `Occupational openings, ${span} annual average`],
    ...[`Median annual wage, dollars, ${base}[1]`, ...NEEDS],
    "Related Occupational Outlook Handbook (OOH) content xlsx",
  ];
  const rows = occupations.map(({ title: name, code, type, figures, openings, needs }) => [
    ...[name, code, type, figures[0], figures[1], share, share, figures[2], figures[3]],
    ...["—", openings, ">=$239,200", ...needs, "OOH Content"],
  ]);
  return {
    Index: { rows: [["Occupation.xlsx contents"]] },
    "Table 1.2": { rows: [[title], header, ...rows, ...NOTES] },
  };
}

/** From 2019–29 to 2022–32: one row of headers, and what is needed in Table 1.7. */
export function twoTables(edition: Edition, occupations: readonly Made[]): Record<string, MadeSheet> {
  const { base, target } = edition;
  const span = shortSpan(edition, "-");
  const codes = [`${base} National Employment Matrix title`, `${base} National Employment Matrix code`];
  const jobs = [`Employment, ${base}`, `Employment, ${target}`];
  const change = [`Employment change, numeric, ${span}`, `Employment change, percent, ${span}`];
  const openings = `Occupational openings, ${span} annual average`;
  const main = [
    [`Table 1.2 Employment by detailed occupation, ${base} and projected ${target} (Numbers in thousands)`],
    [
      ...[...codes, "Occupation type", ...jobs],
      ...[`Employment distribution, percent, ${base}`, `Employment distribution, percent, ${target}`],
      ...[...change, openings],
    ],
    ...occupations.map((one) => [
      ...[one.title, one.code, one.type, one.figures[0], one.figures[1], share, share],
      ...[one.figures[2], one.figures[3], one.openings],
    ]),
    ...NOTES,
  ];
  const characteristics = [
    [
      `Table 1.7 Occupational projections, ${span}, and worker characteristics, ${base} (Numbers in thousands)`,
    ],
    [
      ...[...codes, "Occupation type", ...jobs, ...change, `Percent self employed, ${base}`],
      ...[openings, `Median annual wage, ${base + 1}(1)`, ...NEEDS],
    ],
    ...occupations.map((one) => characteristicsRow(one)),
    ...NOTES,
  ];
  return { "Table 1.2": { rows: main }, "Table 1.7": { rows: characteristics } };
}

function characteristicsRow({ title, code, type, figures, openings, needs }: Made) {
  return [title, code, type, ...figures, "—", openings, wage, ...needs];
}

/** Until 2018–28 and at first in 2019–29: headers merged over three rows in Table 1.2, and over two in Table 1.7. */
export function mergedHeaders(
  edition: Edition,
  occupations: readonly Made[],
  openings = `Occupational openings, ${shortSpan(edition, "-")} annual average`,
): Record<string, MadeSheet> {
  const { base, target } = edition;
  const span = shortSpan(edition, "-");
  const titleAndCode = `${base} National Employment Matrix title and code`;
  const main: Rows = [
    [`Table 1.2 Employment by detailed occupation, ${base} and projected ${target} (Numbers in thousands)`],
    [
      titleAndCode,
      null,
      "Occupation type",
      "Employment",
      null,
      null,
      null,
      `Change, ${span}`,
      null,
      openings,
    ],
    [null, null, null, "Number", null, "Percent distribution"],
    [null, null, null, base, target, base, target, "Number", "Percent"],
    ...occupations.map((one) => [
      ...[one.title, one.code, one.type, one.figures[0], one.figures[1], share, share],
      ...[one.figures[2], one.figures[3], one.openings],
    ]),
    ...NOTES,
  ];
  const characteristics: Rows = [
    [
      `Table 1.7 Occupational projections, ${span}, and worker characteristics, ${base} (Numbers in thousands)`,
    ],
    [
      ...[titleAndCode, null, "Occupation type", "Employment", null, `Employment change, ${span}`, null],
      ...[`Percent self employed, ${base}`, openings, `Median annual wage, ${base + 1}(1)`, ...NEEDS],
    ],
    [null, null, null, base, target, "Number", "Percent"],
    ...occupations.map((one) => characteristicsRow(one)),
    ...NOTES,
  ];
  return {
    "Table 1.2": {
      rows: main,
      merges: [
        merge(0, 0, 0, 9),
        ...[merge(1, 0, 3, 1), merge(1, 2, 3, 2), merge(1, 3, 1, 6), merge(1, 7, 2, 8), merge(1, 9, 3, 9)],
        ...[merge(2, 3, 2, 4), merge(2, 5, 2, 6)],
      ],
    },
    "Table 1.7": {
      rows: characteristics,
      merges: [
        merge(0, 0, 0, 12),
        ...[merge(1, 0, 2, 1), merge(1, 2, 2, 2), merge(1, 3, 1, 4), merge(1, 5, 1, 6)],
        ...[7, 8, 9, 10, 11, 12].map((column) => merge(1, column, 2, column)),
      ],
    },
  };
}

function merge(top: number, left: number, bottom: number, right: number) {
  return { s: { r: top, c: left }, e: { r: bottom, c: right } };
}

export function workbookOf(sheets: Record<string, MadeSheet>, url = OCCUPATION_XLSX): DocumentBytes {
  return { url, mediaType: "", body: makeWorkbook(sheets) };
}

export const EXPORT = "https://data.bls.gov/projections/occupationProj";

/** An export: every cell in quotation marks, codes as formulas, examples of job titles after the title. */
export function exportOf(
  { base, target }: Edition,
  occupations: readonly Made[],
  url = EXPORT,
): DocumentBytes {
  const header = [
    ...["Occupation Title", "Occupation Code", `Employment ${base}`, `Employment ${target}`],
    ...[`Employment Change, ${base}-${target}`, `Employment Percent Change, ${base}-${target}`],
    ...[`Occupational Openings, ${base}-${target} Annual Average`, `Median Annual Wage ${base}`],
    ...["Typical Entry-Level Education", "Education Code"],
    ...["Work Experience in a Related Occupation", "Workex Code"],
    ...["Typical on-the-job Training", "trCode"],
  ];
  const number = (value: number) => value.toLocaleString("en-US", { minimumFractionDigits: 1 });
  const rows = occupations.map(({ title, code, figures, openings, needs }) => [
    ...[`${title.trim()}    * Some Example* Another One`, `="${code}"`, ...figures.map(number)],
    ...[number(openings), ">=239,200", needs[0], "3", needs[1], "4", needs[2], "6"],
  ]);
  const lines = [header, ...rows].map((cells) =>
    cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(","),
  );
  return { url, mediaType: "text/csv", body: Buffer.from(`${lines.join("\r\n")}\r\n`) };
}
