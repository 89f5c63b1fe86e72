/** The minor groups of the 2010 SOC whose code does not end in 000. Source: 2010 SOC structure. */
const MINOR_GROUPS = new Set(["15-1100", "51-5100"]);

export type Soc2010Level = "major" | "minor" | "broad" | "detailed";

/** The level of a 2010 SOC code, as its digits tell it; the exceptions are not those of 2018. */
export function soc2010LevelOf(code: string): Soc2010Level {
  if (code.endsWith("-0000")) return "major";
  if (code.endsWith("000") || MINOR_GROUPS.has(code)) return "minor";
  return code.endsWith("0") ? "broad" : "detailed";
}
