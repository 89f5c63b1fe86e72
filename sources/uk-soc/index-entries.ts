import { quoteIn } from "../reading/quote-in.ts";
import type { Remark } from "../source.ts";
import { codedGroup } from "./coded-group.ts";
import type { IndexEntries, IndexEntry } from "./coding-index-extract.ts";
import type { Groups } from "./group.ts";
import type { IndexColumn, IndexSheet } from "./index-sheet.ts";

type Entries = Pick<IndexEntries, "rows" | "contradictions"> & { readonly remarks: readonly Remark[] };
type Contradiction = IndexEntries["contradictions"][number];
type Classifications = { readonly soc2020: Groups; readonly soc2010: Groups; readonly isco08: Groups };

/** A slip of the publisher's stands in two rows of version 12. One row in a thousand, and columns were mixed up. */
const ROWS_PER_SLIP = 1_000;

/**
 * The entries that have a unit group. Where the title beside a code of SOC 2010 or ISCO-08 is that of another group, the
 * entry supports neither group: the code is left out, and the row is remarked on.
 *
 * @throws DocumentError where two of code, extended code and title do not agree on the group of SOC 2020
 */
export function readEntries(index: IndexSheet, groups: Classifications): Entries {
  const { sheet, column } = index;
  const rows: IndexEntry[] = [];
  const contradictions: Contradiction[] = [];
  const slips: Remark[] = [];
  const references: number[] = [];
  for (let row = index.firstRow; row <= index.lastRow; row++) {
    const found = groupsIn(index, row, groups);
    const { soc2020, soc2010, isco08 } = found;
    if (soc2020.code === "") {
      references.push(row);
      continue;
    }
    const name = sheet.text(row, column.name);
    if (name === "") sheet.refuse(row, column.name, "a job title");
    const isExtended = sheet.text(row, column.extended).startsWith(`${soc2020.code}/`);
    if (!isExtended && !soc2020.isNamed)
      sheet.refuse(row, column.soc2020, "a code that its extended code or its title confirms");
    const odd: IndexColumn[] = [];
    if (!isExtended) odd.push("extended");
    if (!soc2020.isNamed) odd.push("title2020");
    if (!soc2010.isNamed) odd.push("title2010");
    if (!isco08.isNamed) odd.push("titleIsco");
    if (odd.length > 0) slips.push(slipIn(index, row, odd));
    const [additional, industry] = [sheet.text(row, column.additional), sheet.text(row, column.industry)];
    const [code2010, codeIsco] = [soc2010, isco08].map(({ code, isNamed }) => (isNamed ? code : ""));
    contradictions.push(...contradictionsIn(index, row, found));
    rows.push([row + 1, name, additional, industry, soc2020.code, code2010 ?? "", codeIsco ?? ""]);
  }
  if (slips.length > Math.max(1, rows.length / ROWS_PER_SLIP))
    sheet.refuse(
      index.lastRow,
      column.soc2020,
      "codes beside their own titles",
      `${slips.length} that are not`,
    );
  return { rows, contradictions, remarks: [...withoutCode(index, references), ...slips] };
}

/** An entry without a code says where to look instead; three have lost the codes of the older classifications only. */
function groupsIn({ sheet, column }: IndexSheet, row: number, groups: Classifications) {
  const soc2020 = codedGroup(sheet, row, { code: column.soc2020, title: column.title2020 }, groups.soc2020);
  const soc2010 = codedGroup(sheet, row, { code: column.soc2010, title: column.title2010 }, groups.soc2010);
  const isco08 = codedGroup(sheet, row, { code: column.isco08, title: column.titleIsco }, groups.isco08);
  const see = sheet.text(row, column.see);
  const isWhole = [soc2020, soc2010, isco08].every(({ code }) => code !== "");
  if (isWhole !== (see === "") || !/^(?:see .+)?$/.test(see))
    sheet.refuse(row, column.see, "“see …” where a code is missing, and only there");
  if (soc2020.code === "" && `${soc2010.code}${isco08.code}` !== "")
    sheet.refuse(row, column.soc2020, "a code, as in the other classifications");
  return { soc2020, soc2010, isco08 };
}

/** The codes that a row puts beside its group of SOC 2020 under the titles of other groups. */
function contradictionsIn(
  { sheet, column }: IndexSheet,
  row: number,
  { soc2020, soc2010, isco08 }: ReturnType<typeof groupsIn>,
): Contradiction[] {
  const sides = [
    { other: "soc2010", group: soc2010, title: column.title2010 },
    { other: "isco08", group: isco08, title: column.titleIsco },
  ] as const;
  return sides.flatMap(({ other, group: { code, isNamed }, title }) =>
    isNamed ? [] : [{ soc2020: soc2020.code, other, code, title: quoteIn(sheet, row, title) }],
  );
}

function slipIn({ sheet, column }: IndexSheet, row: number, odd: readonly IndexColumn[]): Remark {
  const words = odd.map((name) => `“${sheet.text(row, column[name])}”`).join(", ");
  const entry = `“${sheet.text(row, column.name)}” (${sheet.text(row, column.soc2020)})`;
  return {
    rule: "entry-contradicts-itself",
    locator: sheet.at(row, column[odd[0] ?? "name"]),
    message: `The index names another group beside the codes of the entry ${entry}: ${words}. What two columns agree on is kept.`,
  };
}

function withoutCode({ sheet, column }: IndexSheet, rows: readonly number[]): Remark[] {
  const [first] = rows;
  if (first === undefined) return [];
  const message = `${rows.length} entries of the index have no code but lead to another entry or to notes; they name no occupation.`;
  return [{ rule: "entries-without-code", locator: sheet.at(first, column.see), message }];
}
