import { z } from "zod";
import { quote } from "../reading/page.ts";
import type { Sheet } from "../reading/sheet.ts";

/** A group of a classification: its code, its title, and where both stand. */
export const group = z.strictObject({ code: quote, title: quote });
export type Group = z.infer<typeof group>;

/** Groups by their codes. */
export type Groups = ReadonlyMap<string, Group>;

/** The publisher writes titles of wider groups in capitals on one sheet, and "n.e.c" without its last full stop. */
export function isSameTitle(one: string, other: string): boolean {
  const plain = (title: string) => title.toLowerCase().replace(/\.$/, "");
  return plain(one) === plain(other);
}

/**
 * A classification is a tree: every group stands in a wider one, down to the units.
 *
 * @throws DocumentError where a group's wider group is missing, or a wider group holds none
 */
export function refuseUnlessTree(sheet: Sheet, groups: Groups, rowOf: ReadonlyMap<string, number>): void {
  const parents = new Set([...groups.keys()].map((code) => code.slice(0, -1)));
  for (const code of groups.keys()) {
    const parent = code.slice(0, -1);
    const refuse = (expected: string) => sheet.refuse(rowOf.get(code) ?? 0, 0, expected, `the group ${code}`);
    if (parent !== "" && !groups.has(parent)) refuse(`a group that stands in a wider one, ${parent}`);
    if (code.length < 4 && !parents.has(code)) refuse("a wider group that holds groups");
  }
}
