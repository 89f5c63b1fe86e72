import { refuse } from "../pages/page.ts";
import { isSocCode } from "../wording/soc-code.ts";
import type { PageContext } from "./page.ts";

/** What part of the occupation a figure is about. Both NULL: all of it. */
export type Group = { readonly group_title: string | null; readonly group_id: string | null };

export const ALL: Group = { group_title: null, group_id: null };

export type GroupNames = {
  /** The group of that name; `undefined` where it is none of the page's own. */
  readonly find: (name: string) => Group | undefined;
  /**
   * The group that a sentence names; the page's own names mean all of the occupation. `isWhole`: the figure beside it is
   * that of the whole occupation, so another name can only be a shorter one ("RNs").
   */
  readonly inProse: (subject: string, at: string, isWhole?: boolean) => Group;
  /** The group that a row of a table is about, its words as printed there. */
  readonly inTable: (label: string, at: string) => Group;
};

/**
 * The names that a page uses for its occupation and for the parts of it: its title, and the rows of its projections
 * table, of which one is the whole (`main`). Any other name is refused.
 */
export function groupNamesOf(page: PageContext, main: number): GroupNames {
  const rows = page.extract.projections?.rows ?? [];
  const whole = new Set([key(page.extract.title.text), key(rows[main]?.title ?? page.extract.title.text)]);
  const details = new Map(rows.filter((_, index) => index !== main).map((row) => [key(row.title), row]));
  const groupId = (code: string) => (isSocCode(code) ? `us-soc-2018/${code}` : null);
  const known = [page.extract.title.text, ...rows.map(({ title }) => title)].join(" | ");
  const expected = `the name of the occupation, or of a row of its projections table (${known})`;
  const find = (name: string): Group | undefined => {
    if (whole.has(key(name))) return ALL;
    const row = details.get(key(name));
    return row && { group_title: row.title, group_id: groupId(row.code) };
  };
  return {
    find,
    inProse: (subject, at, isWhole = false) =>
      find(subject) ?? (isWhole ? ALL : refuse(page, { text: subject, at }, expected)),
    inTable: (label, at) => {
      const row = details.get(key(label)) ?? refuse(page, { text: label, at }, expected);
      return { group_title: label, group_id: groupId(row.code) };
    },
  };
}

function key(name: string): string {
  return name.toLowerCase().replaceAll("’", "'").replace(/\s+/g, " ").trim();
}
