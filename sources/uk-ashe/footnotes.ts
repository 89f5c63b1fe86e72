/**
 * What stands below a table: whose jobs it counts (the footnote to the title), what the number of jobs is worth, what the
 * colours mean, who publishes it. The first one ends the table.
 */
const FOOTNOTES: readonly RegExp[] = [
  /^[a-z] Employees on adult rates\b/,
  /^[a-z] Figures for Number of Jobs are for indicative purposes only\b/,
  /^KEY\b/,
  /^The quality of an estimate is measured by its coefficient of variation\b/,
  /^Source: Annual Survey of Hours and Earnings, Office for National Statistics\b/,
];

export function isFootnote(text: string): boolean {
  return FOOTNOTES.some((known) => known.test(text));
}
