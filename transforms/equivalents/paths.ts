import { type BridgeRows, groupBy, schemeOf } from "./bridge-rows.ts";
import { anyOf } from "./score.ts";
import { countedSteps, publishedSteps, type Step, type Steps } from "./steps.ts";

/** A chain of steps to a group of the other country. */
export type Path = { readonly share: number; readonly rows: readonly string[] };

/** What the crosswalks say of one pair: how sure they are, and by how many paths; the surest paths first. */
export type Route = { readonly chance: number; readonly count: number; readonly paths: readonly Path[] };

/** The unit groups of SOC 2020 that the crosswalks lead to, from a code of SOC 2018. */
export type RoutesFrom = (code: string) => ReadonlyMap<string, Route>;

/** SOC 2018 → SOC 2010 → ISCO-08 → SOC 2020. */
export function createRoutes(rows: BridgeRows): RoutesFrom {
  const between = (from: string, to: string) =>
    rows.equivalents.filter((pair) => schemeOf(pair.from_id) === from && schemeOf(pair.to_id) === to);
  const to2010 = publishedSteps(between("us-soc-2010", "us-soc-2018"), "backwards");
  const toIsco = publishedSteps(between("us-soc-2010", "isco-08"), "onwards");
  const toUnits = withWiderGroups(countedSteps(between("uk-soc-2020", "isco-08"), "backwards"), rows);
  const known = new Map<string, ReadonlyMap<string, Route>>();
  return (code) => {
    const routes = known.get(code) ?? routesOf(follow(code, [to2010, toIsco, toUnits]));
    known.set(code, routes);
    return routes;
  };
}

/** The publisher matches two groups of ISCO-08 as a whole, which have three digits: each unit group below is a share. */
function withWiderGroups(steps: Steps, { occupations }: BridgeRows): Steps {
  const below = groupBy(
    occupations.filter(({ scheme, parent_id }) => scheme === "isco-08" && parent_id !== null),
    ({ parent_id }) => parent_id ?? "",
  );
  const wider = [...below].flatMap(([id, groups]): [string, readonly Step[]][] => {
    const parts = groups.flatMap((group) => steps.get(group.id) ?? []);
    return steps.has(id) || parts.length === 0
      ? []
      : [[id, parts.map((step) => ({ ...step, share: step.share / groups.length }))]];
  });
  return new Map([...steps, ...wider]);
}

type Arrival = Path & { readonly at: string };

function follow(from: string, ways: readonly Steps[]): readonly Arrival[] {
  return ways.reduce<readonly Arrival[]>(
    (arrivals, steps) =>
      arrivals.flatMap(({ at, share, rows }) =>
        (steps.get(at) ?? []).map((step) => ({
          at: step.to,
          share: share * step.share,
          rows: [...rows, step.row],
        })),
      ),
    [{ at: from, share: 1, rows: [] }],
  );
}

function routesOf(arrivals: readonly Arrival[]): Map<string, Route> {
  return new Map([...groupBy(arrivals, ({ at }) => at)].map(([unit, paths]) => [unit, routeOf(paths)]));
}

export function routeOf(paths: readonly Path[]): Route {
  return {
    chance: anyOf(paths.map(({ share }) => share)),
    count: paths.length,
    paths: paths.toSorted(bySureness),
  };
}

export function bySureness(one: Path, other: Path): number {
  return other.share - one.share || (one.rows.join() < other.rows.join() ? -1 : 1);
}
