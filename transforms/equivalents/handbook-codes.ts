import { type BridgeRows, groupBy } from "./bridge-rows.ts";
import type { Path, Route, RoutesFrom } from "./paths.ts";
import { bySureness } from "./paths.ts";
import { relationKey } from "./steps.ts";

/** A detailed occupation that a handbook profile covers; `row` is the relation that says so, of it or of a wider group. */
export type CoveredCode = { readonly code: string; readonly row: string };

/** The detailed occupations that each profile covers, those below the wider groups that it names among them. */
export function coveredCodes({
  occupations,
  covers,
}: BridgeRows): ReadonlyMap<string, readonly CoveredCode[]> {
  const levels = new Map(occupations.map(({ id, level }) => [id, level]));
  const below = groupBy(occupations, ({ parent_id }) => parent_id ?? "");
  const detailed = (id: string): string[] =>
    levels.get(id) === "detailed" ? [id] : (below.get(id) ?? []).flatMap((group) => detailed(group.id));
  const own = covers.filter(
    ({ from_id, to_id }) => from_id.startsWith("us-ooh/") && to_id.startsWith("us-soc-2018/"),
  );
  return new Map(
    [...groupBy(own, ({ from_id }) => from_id)].map(([profile, relations]) => {
      const codes = new Map<string, CoveredCode>();
      for (const relation of relations)
        for (const code of detailed(relation.to_id))
          if (!codes.has(code)) codes.set(code, { code, row: relationKey(relation) });
      return [profile, [...codes.values()]];
    }),
  );
}

/** A profile is as close to a unit group as the closest of the occupations that it covers; the paths of all count. */
export function routesOfProfile(codes: readonly CoveredCode[], routesFrom: RoutesFrom): Map<string, Route> {
  const routes = new Map<string, Route>();
  for (const { code, row } of codes)
    for (const [unit, route] of routesFrom(code)) {
      const paths = route.paths.map((path): Path => ({ ...path, rows: [row, ...path.rows] }));
      const known = routes.get(unit);
      routes.set(unit, {
        chance: Math.max(known?.chance ?? 0, route.chance),
        count: (known?.count ?? 0) + route.count,
        paths: [...(known?.paths ?? []), ...paths].toSorted(bySureness),
      });
    }
  return routes;
}
