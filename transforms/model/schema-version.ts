/**
 * How far a schema version moves: major where a consumer's program can break, minor where something is added, patch where
 * only words are other ones.
 */
export type Step = "major" | "minor" | "patch";

const STEPS: readonly Step[] = ["major", "minor", "patch"];

/** The largest of some steps; nothing where there are none. */
export function largestStep(steps: readonly Step[]): Step | undefined {
  return STEPS.find((step) => steps.includes(step));
}

/** @example nextVersion("1.2.3", "minor") === "1.3.0" */
export function nextVersion(version: string, step: Step): string {
  const place = STEPS.indexOf(step);
  const parts = version.split(".").map(Number);
  return parts.map((part, index) => (index < place ? part : index === place ? part + 1 : 0)).join(".");
}

/** What the version of the newer model must be; the older one's where nothing is different. */
export function lawfulVersion(older: string, steps: readonly Step[]): string {
  const step = largestStep(steps);
  return step === undefined ? older : nextVersion(older, step);
}
