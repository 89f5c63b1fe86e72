import { addressOf } from "./addresses.ts";
import { type Child, element, link } from "./element.ts";
import { count, NOT_PUBLISHED, qualified, signed } from "./figures.ts";
import { projectionOf } from "./key-figures.ts";
import { laterFigure } from "./later-figure.ts";
import type { Listed } from "./listed.ts";
import type { Page, Projection } from "./page.ts";
import { figure } from "./provenance.ts";
import { table } from "./table.ts";
import { groupedBy } from "./whole.ts";

/** The projected employment of the occupation, of its parts and, where it has none, of the wider group. */
export function outlookFacts(page: Page, list: Listed): Child[] {
  const rows = page.projections.filter(({ industry_id }) => industry_id === null);
  if (rows.length === 0) return [widerGroup(page, list)];
  return groupedBy(rows, ({ base_year, target_year }) => `${base_year} to ${target_year}`).map(
    ([years, own]) => projectionTable(years, own, page),
  );
}

function projectionTable(years: string, rows: readonly Projection[], page: Page): HTMLElement {
  const [base, target] = [rows[0]?.base_year, rows[0]?.target_year];
  const area = rows[0]?.area === "US" ? "" : `, ${rows[0]?.area}`;
  const openings = rows.some(({ annual_openings }) => annual_openings !== null);
  return table(
    `Projected employment, ${years}${area}`,
    [
      { title: "Workers" },
      { title: `Jobs ${base}`, isNumber: true },
      { title: `Jobs ${target}`, isNumber: true },
      { title: "Change", isNumber: true },
      { title: "Percent", isNumber: true },
      ...(openings ? [{ title: "Openings a year", isNumber: true }] : []),
    ],
    rows.map((row) => [
      row.group_title ?? page.title,
      cell(row, row.base_jobs, count, `Jobs ${base}`, page),
      cell(row, row.target_jobs, count, `Jobs ${target}`, page),
      cell(row, row.change_jobs, signed, "Change", page),
      cell(row, row.change_percent, (value) => `${signed(value)}%`, "Change in percent", page),
      ...(openings ? [cell(row, row.annual_openings, count, "Openings a year", page)] : []),
    ]),
  );
}

function cell(
  row: Projection,
  value: number | null,
  words: (value: number) => string,
  what: string,
  page: Page,
): Child {
  return figure(qualified(value === null ? null : words(value), row.qualifier), row, page, what);
}

function widerGroup(page: Page, list: Listed): HTMLElement {
  const own = list.byId.get(page.id);
  const id = own?.projected_id ?? null;
  if (own === undefined || id === null || own.change_jobs === null)
    return element("p", {}, `An outlook in numbers is ${NOT_PUBLISHED}.`);
  const words = `${signed(own.change_jobs)} jobs`;
  return element(
    "p",
    {},
    "Numbers are published for the wider group ",
    link(addressOf(id), list.byId.get(id)?.title ?? id),
    " only: ",
    laterFigure(words, id, projectionOf, "Change in jobs"),
    ` from ${own.base_year} to ${own.target_year} (${own.projected_area}).`,
  );
}
