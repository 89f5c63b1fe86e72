import { isSocCode } from "../wording/soc-code.ts";
import { type PageContext, remark } from "./page.ts";

/** What part of the occupation a figure is about. Both NULL: all of it. */
export type Group = { readonly group_title: string | null; readonly group_id: string | null };

export const ALL: Group = { group_title: null, group_id: null };

export type GroupNames = {
  /** The group that a sentence names; the page's own names mean all of the occupation. */
  readonly inProse: (subject: string, at: string) => Group;
  /** The group that a table's row names, its words as printed there. */
  readonly inTable: (label: string) => Group;
};

/**
 * The names that a page uses for its occupation and for the parts of it: its title, and the rows of its projections
 * table, of which one is the whole (`main`).
 */
export function groupNamesOf(page: PageContext, main: number): GroupNames {
  const rows = page.extract.projections?.rows ?? [];
  const whole = new Set([key(page.extract.title.text), key(rows[main]?.title ?? page.extract.title.text)]);
  const details = new Map(rows.filter((_, index) => index !== main).map((row) => [key(row.title), row]));
  const groupId = (code: string) => (isSocCode(code) ? `us-soc-2018/${code}` : null);
  return {
    inProse: (subject, at) => {
      if (whole.has(key(subject))) return ALL;
      const row = details.get(key(subject));
      if (row !== undefined) return { group_title: row.title, group_id: groupId(row.code) };
      remark(
        page,
        "unknown-group",
        at,
        `“${subject}” is neither the page's title nor a row of its projections table.`,
      );
      return { group_title: subject, group_id: null };
    },
    inTable: (label) => {
      const row = details.get(key(label));
      return { group_title: label, group_id: row === undefined ? null : groupId(row.code) };
    },
  };
}

function key(name: string): string {
  return name.toLowerCase().replaceAll("’", "'").replace(/\s+/g, " ").trim();
}
