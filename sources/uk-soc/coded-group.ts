import type { CellValue, Sheet } from "../reading/sheet.ts";
import { type Groups, isSameTitle } from "./group.ts";

/** What stands in place of a code, and of its title, where an entry has none: it leads to another entry or to notes. */
export const NO_CODE = "}}}}";

/** The unit group that an entry names. */
export type CodedGroup = {
  /** Empty where the entry has none. */
  readonly code: string;
  /** Whether the title beside the code is that of the group; publishers' slips are told by the reader of the sheet. */
  readonly isNamed: boolean;
};

/**
 * The group that a row names by code and by title.
 *
 * @throws DocumentError where the classification has no such unit group, or only code or title is missing
 */
export function codedGroup(
  sheet: Sheet,
  row: number,
  columns: { readonly code: number; readonly title: number },
  groups: Groups,
): CodedGroup {
  const value = sheet.value(row, columns.code);
  const title = sheet.text(row, columns.title);
  if ((value === NO_CODE) !== (title === NO_CODE))
    sheet.refuse(row, columns.title, `a code with its title, or ${NO_CODE} for both`);
  if (value === NO_CODE) return { code: "", isNamed: true };
  const code = unitCodeOf(value, groups);
  if (code === undefined) return sheet.refuse(row, columns.code, `a unit group, or ${NO_CODE}`);
  return { code, isNamed: isSameTitle(groups.get(code)?.title.text ?? "", title) };
}

/** Codes are numbers, or text where they begin with a zero; a number has lost its zero where the classification says so. */
export function unitCodeOf(value: CellValue, groups: Groups): string | undefined {
  const code = String(value ?? "").trim();
  const padded = typeof value === "number" ? `0${code}` : code;
  return [code, padded].find((known) => known.length === 4 && groups.has(known));
}
