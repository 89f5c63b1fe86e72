import type { Counterpart } from "./bridge-rows.ts";
import { agreementOf, type NamesAgree } from "./name-agreement.ts";
import type { Route } from "./paths.ts";
import { CUT_OFF, LEAST_OF_BEST, LEAST_PATH, MOST_COUNTERPARTS, scoreOf } from "./score.ts";

/** What is known of the counterparts of one occupation in one scheme of the other country. */
export type Evidence = {
  readonly from_id: string;
  /** The path in words: `us-soc-2018>us-soc-2010>isco-08>uk-soc-2020`. */
  readonly path: string;
  readonly routes: ReadonlyMap<string, Route>;
  readonly names: ReadonlyMap<string, NamesAgree>;
  readonly haveEqualNames: (to_id: string) => boolean;
};

/** The counterparts that are sure enough, the best first, and no more than a reader can use. */
export function counterparts({ from_id, path, routes, names, haveEqualNames }: Evidence): Counterpart[] {
  const candidates = new Set([...routes.keys(), ...names.keys()]);
  const found = [...candidates]
    .flatMap((to_id): Counterpart[] => {
      const route = routes.get(to_id);
      const agree = names.get(to_id);
      const chance = route?.chance ?? 0;
      const score = scoreOf(chance, agree === undefined ? 0 : agreementOf(agree));
      if (score < CUT_OFF || (chance < LEAST_PATH && !haveEqualNames(to_id))) return [];
      const method = [route === undefined ? [] : [path], agree === undefined ? [] : ["titles"]]
        .flat()
        .join("+");
      const restsOn = restingOn(route, agree);
      return [{ from_id, to_id, method, score, weight: route?.count ?? 0, restsOn }];
    })
    .toSorted((one, other) => other.score - one.score || (one.to_id < other.to_id ? -1 : 1));
  const least = (found[0]?.score ?? 0) * LEAST_OF_BEST;
  return found.filter(({ score }) => score >= least).slice(0, MOST_COUNTERPARTS);
}

/** The paths that are named, of those that count. */
const MOST_PATHS = 3;

/** The rows of the surest paths, and of the two names that agree best. */
function restingOn(route: Route | undefined, agree: NamesAgree | undefined): string[] {
  const paths = (route?.paths ?? []).slice(0, MOST_PATHS).flatMap(({ rows }) => rows);
  return [...new Set([...paths, ...(agree?.best ?? [])])];
}
