/** What stands above and below the table, and is known. Three more lines say what the table is: see `year-sheet.ts`. */
const NOTES: readonly RegExp[] = [
  /^Office For National Statistics$/i,
  /^Weighted (?:by )?\d{4}$/,
  /^SOC20M Occupation in Main Job SOC2020 Unit Level$/,
  /^INDS07M Industry section in main job \(1 charac\)$/,
  /^Created on \d{2}\/\d{2}\/\d{4} by Office for National Statistics$/,
  /^https?:\/\/www\.ons\.gov\.uk\/?$/,
  /^Crown Copyright applies unless otherwise stated\b/,
  /^\* ?= Sample sizes are too small to provide reliable estimates\.?$/,
  /^\( ?- ?\) ?= No figures to report\.?$/,
  /^Shaded estimates are based on a small sample size\b/,
  /^Unshaded estimates are based on a larger sample size\b/,
  /^Please note that these data are not Seasonally Adjusted\.?$/,
];

export function isKnownNote(text: string): boolean {
  return NOTES.some((known) => known.test(text));
}
