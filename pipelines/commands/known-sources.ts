import { UsageError } from "../errors/usage-error.ts";
import type { World } from "../world.ts";

/** The ids after `--source`. @throws UsageError where one of them is no source. */
export function knownSources(
  { registry }: Pick<World, "registry">,
  ids: readonly string[],
): readonly string[] {
  const known = registry.sources.map(({ id }) => id);
  const unknown = ids.filter((id) => !known.includes(id));
  if (unknown.length === 0) return ids;
  throw new UsageError(
    `There is no source ${unknown.join(", ")}. The sources are: ${known.join(", ")}.`,
    "unknown-source",
  );
}
