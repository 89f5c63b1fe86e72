import { bars } from "./bars.ts";
import { type Child, element } from "./element.ts";
import { count, percent, periodWords, qualified } from "./figures.ts";
import type { EmployerShare, Employment, Page } from "./page.ts";
import { figure } from "./provenance.ts";
import { table } from "./table.ts";
import { groupedBy, isWhole, latestOf } from "./whole.ts";

/** Who employs the workers: a list of bars for each part of them that the publisher tells apart. */
export function employerFacts(page: Page): Child[] {
  const shares = latestOf(page.employer_shares);
  if (shares.length === 0) return page.level === "profile" && page.country === "UK" ? [] : [notPublished()];
  return groupedBy(shares, ({ group_title }) => group_title).flatMap(([group, own]) => [
    element("h3", {}, group === null ? "Largest employers" : `Largest employers of ${group}`),
    shareBars(group, own, page),
    own[0]?.basis === "derived" ? element("p", { class: "note" }, COMPUTED) : null,
  ]);
}

const COMPUTED =
  "Shares computed from the publisher's numbers of jobs by industry; “about” where some of those numbers are withheld.";

function notPublished(): HTMLElement {
  return element("p", {}, "Who employs these workers is not published.");
}

function shareBars(group: string | null, shares: readonly EmployerShare[], page: Page): HTMLElement {
  const when = periodWords(shares[0]?.reference_period ?? null);
  return bars(
    `Share of jobs by employer${group === null ? "" : `, ${group}`}, ${when}`,
    ["Industry", "Share"],
    shares.map((share) => ({
      title: share.industry_title ?? share.industry_id,
      value: share.percent,
      shown: figure(
        qualified(share.percent === null ? null : percent(share.percent), share.qualifier),
        share,
        page,
        `Share of ${share.industry_title ?? share.industry_id}, ${when}`,
      ),
    })),
  );
}

/** How many jobs each part of the occupation has, and how many there were in other years. */
export function jobFacts(page: Page): Child[] {
  return [...jobsOfParts(page), ...jobsOverYears(page)];
}

function jobsOfParts(page: Page): Child[] {
  const parts = latestOf(
    page.employment.filter((row) => row.group_title !== null && row.industry_id === null),
  );
  if (parts.length === 0) return [];
  const when = periodWords(parts[0]?.reference_period ?? null);
  return [
    element("h3", {}, "Jobs of parts of the occupation"),
    bars(
      `Jobs of parts of the occupation, ${when}`,
      ["Part", "Jobs"],
      parts.map((row) => ({ title: row.group_title, value: row.jobs, shown: jobsFigure(row, page) })),
    ),
  ];
}

function jobsFigure(row: Employment, page: Page): HTMLElement {
  const words = qualified(row.jobs === null ? null : count(row.jobs), row.qualifier);
  return figure(words, row, page, `Number of jobs, ${periodWords(row.reference_period)}`);
}

function jobsOverYears(page: Page): Child[] {
  const years = page.employment
    .filter(isWhole)
    .toSorted((one, other) => (one.reference_period < other.reference_period ? -1 : 1));
  if (years.length < 2) return [];
  return [
    element("h3", {}, "Jobs over the editions"),
    table(
      "Jobs over the editions",
      [{ title: "Edition" }, { title: "Jobs", isNumber: true }],
      years.map((row) => [periodWords(row.reference_period), jobsFigure(row, page)]),
    ),
  ];
}
