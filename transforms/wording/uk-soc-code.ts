export type UkSocLevel = "major" | "sub-major" | "minor" | "unit";

const LEVELS: readonly UkSocLevel[] = ["major", "sub-major", "minor", "unit"];

/** "2", "22", "223", "2237": the number of digits is the level. `undefined` for anything else. */
export function ukSocLevelOf(code: string): UkSocLevel | undefined {
  return /^[1-9]\d{0,3}$/.test(code) ? LEVELS[code.length - 1] : undefined;
}

/** "2237" → "223"; `undefined` for a major group. */
export function ukSocParentOf(code: string): string | undefined {
  return code.length > 1 ? code.slice(0, -1) : undefined;
}
