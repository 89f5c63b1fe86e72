import type { OewsKind } from "./editions.ts";

/** What the publisher's name of a workbook says. */
export type MemberName = { readonly kind: OewsKind; readonly year: string };

const NAME = /^(national|natsector)_M(20\d{2})_dl(?:\.xlsx?)?$/i;

/**
 * Files of the zips that are not read, and why: the same survey cut finer, by industries of three to six digits or by who
 * owns the workplace; descriptions of the columns, which stand in each workbook as well; and what an office program or an
 * operating system left behind.
 */
const LEFT_OUT: readonly RegExp[] = [
  /^nat(?:3d|4d|5d_6d)(?:_owner)?_M20\d{2}_dl\.xlsx?$/i,
  /^nat(?:ional|sector)_owner_M20\d{2}_dl\.xlsx?$/i,
  /^(?:field|file)_descriptions?\.xlsx?$/i,
  /^~\$.*$/,
  /^(?:\._.*|\.DS_Store|Thumbs\.db)$/,
];

/** `natsector_M2024_dl.xlsx`, and a sheet of that name → sectors, 2024; `undefined` for any other name. */
export function memberNamed(name: string): MemberName | undefined {
  const [, table, year] = NAME.exec(name) ?? [];
  if (table === undefined || year === undefined) return undefined;
  return { kind: table.toLowerCase() === "national" ? "national" : "sectors", year };
}

export function isLeftOut(name: string): boolean {
  return LEFT_OUT.some((known) => known.test(name));
}
