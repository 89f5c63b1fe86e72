/** Codes that BLS products use beside the 2018 SOC. Source: National Employment Matrix 2024–34, OEWS May 2024. */
const MATRIX_CODES = new Set(["21-1018", "25-2052", "25-9045", "51-2028", "53-1047"]);

/** The three minor groups of the 2018 SOC whose code does not end in 000. Source: 2018 SOC structure. */
const MINOR_GROUPS = new Set(["15-1200", "31-1100", "51-5100"]);

export type SocLevel = "major" | "minor" | "broad" | "detailed" | "matrix";

export function isSocCode(words: string): boolean {
  return /^\d{2}-\d{4}$/.test(words);
}

/** The level of a 2018 SOC code, as its digits tell it. */
export function socLevelOf(code: string): SocLevel {
  if (MATRIX_CODES.has(code)) return "matrix";
  if (code.endsWith("-0000")) return "major";
  if (code.endsWith("000") || MINOR_GROUPS.has(code)) return "minor";
  return code.endsWith("0") ? "broad" : "detailed";
}
