/** The schema whose views show the version that is the latest. */
export const LATEST_SCHEMA = "occupations";

const FORM = /^occupations_\d{8}t\d{6}z_[0-9a-f]{8}$/;

/** The schema that holds a version: `20261123T021500Z-1a2b3c4d` → `occupations_20261123t021500z_1a2b3c4d`. */
export function schemaOf(version: string): string {
  return `occupations_${version.toLowerCase().replace("-", "_")}`;
}

/** Whether a schema has the name of a version. Sorted by name, the oldest version is the first. */
export function isVersionSchema(name: string): boolean {
  return FORM.test(name);
}
