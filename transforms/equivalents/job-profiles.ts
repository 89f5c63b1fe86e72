import { type BridgeRows, groupBy } from "./bridge-rows.ts";
import type { IndexedName, NameIndex } from "./name-index.ts";
import type { Names } from "./names.ts";
import type { Route } from "./paths.ts";
import { bySureness } from "./paths.ts";
import { anyOf } from "./score.ts";
import { countedSteps, relationKey } from "./steps.ts";

/** A job profile of a unit group: how surely it is one, and the rows that say so. */
export type Membership = {
  readonly profile: string;
  readonly unit: string;
  readonly share: number;
  readonly rows: readonly string[];
};

/** The best name must agree at least so well with a name of a unit group, where titles say what a profile belongs to. */
const LEAST_TITLE = 0.75;

/** Sums of the same weights in another order differ by less. */
const ROUNDING = 1e-9;

/**
 * The job profiles of each unit group. They belong to it by the code that they show, where it is one of SOC 2010 by the
 * entries that the coding index moves from there; and by their names, where the index lists them. Like a counted step,
 * a membership is averaged with its share of all memberships of the unit group: one profile of ten is less than one of one.
 */
export function jobProfilesByUnit(
  rows: BridgeRows,
  profiles: Names,
  units: NameIndex,
): Map<string, readonly Membership[]> {
  const told = [...membershipsByCode(rows), ...membershipsByName(profiles, units)];
  const joined = [...groupBy(told, ({ profile, unit }) => `${profile} ${unit}`).values()].flatMap(joinedOf);
  return new Map(
    [...groupBy(joined, ({ unit }) => unit)].map(([unit, members]) => {
      const all = members.reduce((sum, { share }) => sum + share, 0);
      return [unit, members.map((member) => ({ ...member, share: (member.share + member.share / all) / 2 }))];
    }),
  );
}

function membershipsByCode({ equivalents, covers }: BridgeRows): Membership[] {
  const moved = countedSteps(
    equivalents.filter(
      ({ from_id, to_id }) => from_id.startsWith("uk-soc-2010/") && to_id.startsWith("uk-soc-2020/"),
    ),
    "onwards",
  );
  return covers
    .filter(({ from_id }) => from_id.startsWith("uk-ncs/"))
    .flatMap((relation): Membership[] => {
      const { from_id: profile, to_id: code } = relation;
      const row = relationKey(relation);
      if (code.startsWith("uk-soc-2020/")) return [{ profile, unit: code, share: 1, rows: [row] }];
      return (moved.get(code) ?? []).map((step) => ({
        ...{ profile, unit: step.to, share: step.share },
        rows: [step.row, row],
      }));
    });
}

/** A name belongs to the unit groups whose names agree with it best; to each in part, where these are several. */
function membershipsByName(profiles: Names, units: NameIndex): Membership[] {
  return [...profiles].flatMap(([profile, names]) =>
    names.flatMap(({ words, row }): Membership[] => {
      const agreeing: [IndexedName, number][] = [];
      units.visit(words, (found, agreement) => agreeing.push([found, agreement]));
      const best = agreeing.reduce((most, [, agreement]) => Math.max(most, agreement), 0);
      if (best < LEAST_TITLE) return [];
      const first = new Map<string, string>();
      for (const [{ id, name }, agreement] of agreeing)
        if (agreement > best - ROUNDING && !first.has(id)) first.set(id, name.row);
      return [...first].map(([unit, name]) => ({
        ...{ profile, unit, share: best / first.size, rows: [name, row] },
      }));
    }),
  );
}

function joinedOf(same: readonly Membership[]): Membership[] {
  const surest = same.toSorted((one, other) => other.share - one.share)[0];
  return surest === undefined ? [] : [{ ...surest, share: anyOf(same.map(({ share }) => share)) }];
}

/** From a handbook profile through unit groups to job profiles. */
export function routesToJobProfiles(
  routes: ReadonlyMap<string, Route>,
  members: ReadonlyMap<string, readonly Membership[]>,
): Map<string, Route> {
  const legs = [...routes].flatMap(([unit, route]) =>
    (members.get(unit) ?? []).map((member) => ({ member, route })),
  );
  return new Map(
    [...groupBy(legs, ({ member }) => member.profile)].map(([profile, own]) => [
      profile,
      {
        chance: anyOf(own.map(({ member, route }) => route.chance * member.share)),
        count: own.reduce((sum, { route }) => sum + route.count, 0),
        paths: own
          .flatMap(({ member, route }) =>
            route.paths
              .slice(0, 1)
              .map(({ share, rows }) => ({ share: share * member.share, rows: [...rows, ...member.rows] })),
          )
          .toSorted(bySureness),
      },
    ]),
  );
}
