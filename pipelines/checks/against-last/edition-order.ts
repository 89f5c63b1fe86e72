/** How far a publisher's edition of one year has come. */
const STAGES = ["provisional", "revised"] as const;

/**
 * Whether an edition is older than another, by the last year that its name has and by its stage: "2023-33" is older than
 * "2024-34", "2024 provisional" than "2024 revised". An edition that is no longer told is older than any.
 */
export function isOlderEdition(edition: string | undefined, than: string | undefined): boolean {
  if (than === undefined) return false;
  if (edition === undefined) return true;
  const [year, otherYear] = [lastYearOf(edition), lastYearOf(than)];
  return year === otherYear ? stageOf(edition) < stageOf(than) : year < otherYear;
}

/** "2024-34" → 2024, "May 2024" → 2024, "2021-2024" → 2024 */
function lastYearOf(edition: string): number {
  return Math.max(0, ...[...edition.matchAll(/\b\d{4}\b/g)].map(([year]) => Number(year)));
}

function stageOf(edition: string): number {
  return STAGES.findLastIndex((stage) => edition.includes(stage));
}

/** Whether an ISO period lies before another; "2024" and "2024-05" do not. */
export function isOlderPeriod(period: string, than: string): boolean {
  const length = Math.min(period.length, than.length);
  return length === 0 ? period < than : period.slice(0, length) < than.slice(0, length);
}
