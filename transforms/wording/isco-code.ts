export type IscoLevel = "major" | "sub-major" | "minor" | "unit";

const LEVELS: readonly IscoLevel[] = ["major", "sub-major", "minor", "unit"];

/** "0", "01", "011", "0110": the number of digits is the level, and zeros count. `undefined` for anything else. */
export function iscoLevelOf(code: string): IscoLevel | undefined {
  return /^\d{1,4}$/.test(code) ? LEVELS[code.length - 1] : undefined;
}
