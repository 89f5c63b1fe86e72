/** What is typically needed to enter an occupation. */
export type Need = "education" | "experience" | "training";

/** The publisher's categories. Source: Employment Projections, "Measures of education and training". */
const CATEGORIES: Readonly<Record<Need, readonly string[]>> = {
  education: [
    "No formal educational credential",
    "High school diploma or equivalent",
    "Some college, no degree",
    "Postsecondary nondegree award",
    "Associate's degree",
    "Bachelor's degree",
    "Master's degree",
    "Doctoral or professional degree",
  ],
  experience: ["None", "Less than 5 years", "5 years or more"],
  training: [
    "None",
    "Short-term on-the-job training",
    "Moderate-term on-the-job training",
    "Long-term on-the-job training",
    "Apprenticeship",
    "Internship/residency",
  ],
};

type KnownCategories = Readonly<Record<Need, ReadonlySet<string>>>;

/** Stands where a profile has no one level of education, experience or training. */
export const SEE_HOW = "See How to Become One";

/** What the handbook says. */
export const CATEGORIES_OF_PROFILES: KnownCategories = {
  education: new Set([SEE_HOW, ...CATEGORIES.education]),
  experience: new Set([SEE_HOW, ...CATEGORIES.experience]),
  training: new Set([SEE_HOW, ...CATEGORIES.training]),
};

/** What the tables of projections say; two categories of education were called otherwise until 2012–22. */
export const CATEGORIES_OF_TABLES: KnownCategories = {
  education: new Set([...CATEGORIES.education, "Less than high school", "Postsecondary non-degree award"]),
  experience: new Set(CATEGORIES.experience),
  training: new Set(CATEGORIES.training),
};

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

export function expectedCategory(known: ReadonlySet<string>): string {
  return `one of the publisher's categories (${[...known].join(", ")})`;
}

export function straightApostrophes(words: string): string {
  return words.replaceAll("’", "'");
}
