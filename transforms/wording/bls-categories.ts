/** Stands where a profile has no one level of education, experience or training. */
export const SEE_HOW = "See How to Become One";

/** The publisher's categories. Source: Employment Projections, "Measures of education and training". */
export const EDUCATION: ReadonlySet<string> = new Set([
  SEE_HOW,
  "No formal educational credential",
  "High school diploma or equivalent",
  "Some college, no degree",
  "Postsecondary nondegree award",
  "Associate's degree",
  "Bachelor's degree",
  "Master's degree",
  "Doctoral or professional degree",
]);

export const EXPERIENCE: ReadonlySet<string> = new Set([
  SEE_HOW,
  "None",
  "Less than 5 years",
  "5 years or more",
]);

export const TRAINING: ReadonlySet<string> = new Set([
  SEE_HOW,
  "None",
  "Short-term on-the-job training",
  "Moderate-term on-the-job training",
  "Long-term on-the-job training",
  "Apprenticeship",
  "Internship/residency",
]);

/**
 * The publisher's words for growth against the average of all occupations, and the percents that they can stand beside:
 * the words follow the unrounded figure.
 */
export const OUTLOOKS: ReadonlyMap<string, readonly [lowest: number, highest: number]> = new Map([
  ["Much faster than average", [1, 1_000]],
  ["Faster than average", [1, 1_000]],
  ["As fast as average", [1, 1_000]],
  ["Slower than average", [0, 1_000]],
  ["Little or no change", [-1, 1]],
  ["Decline", [-100, 0]],
]);

/** One of the publisher's categories, whichever apostrophe it is printed with. */
export function isCategory(words: string, known: ReadonlySet<string>): boolean {
  return known.has(straightApostrophes(words));
}

export function straightApostrophes(words: string): string {
  return words.replaceAll("’", "'");
}
