import type { BridgeOccupation, BridgeRows, Counterpart } from "./bridge-rows.ts";
import { counterparts } from "./counterparts.ts";
import { type CoveredCode, coveredCodes, routesOfProfile } from "./handbook-codes.ts";
import { jobProfilesByUnit, routesToJobProfiles } from "./job-profiles.ts";
import { compareIndexedNames, compareOwnNames, createEqualNames } from "./name-agreement.ts";
import { indexNames } from "./name-index.ts";
import { distinct, type Name, namesOf, weighWords } from "./names.ts";
import { createRoutes } from "./paths.ts";
import { wordsOf } from "./words.ts";

const TO_UNITS = "us-soc-2018>us-soc-2010>isco-08>uk-soc-2020";

/**
 * The counterparts of US occupations in the UK: of detailed occupations and of handbook profiles among the unit groups of
 * SOC 2020, and of handbook profiles among the job profiles. Pure and deterministic; the README of the source `crosswalk`
 * tells the formula.
 */
export function composeEquivalents(rows: BridgeRows): Counterpart[] {
  const handbook = namesOf(rows, ["us-ooh"]);
  const units = namesOf({ ...rows, occupations: rows.occupations.filter(isUnitGroup) }, ["uk-soc-2020"]);
  const jobs = namesOf(rows, ["uk-ncs"]);
  const weightOf = weighWords([handbook, units, jobs]);
  const unitIndex = indexNames(units, weightOf);
  const jobIndex = indexNames(jobs, weightOf);
  const routesFrom = createRoutes(rows);
  const covered = coveredCodes(rows);
  const members = jobProfilesByUnit(rows, jobs, unitIndex);
  const haveUnitName = createEqualNames(units);
  const haveJobName = createEqualNames(jobs);
  const titleOf = titlesOf(rows.occupations);
  const profileOf = onlyProfiles(covered);

  const ofCode = ({ id }: BridgeOccupation): Counterpart[] => {
    const titles = titleOf(id);
    const names = distinct([...titles, ...(handbook.get(profileOf.get(id) ?? "") ?? [])]);
    return counterparts({
      from_id: id,
      path: TO_UNITS,
      routes: routesFrom(id),
      names: compareOwnNames({ titles, names }, unitIndex),
      haveEqualNames: (unit) => haveUnitName(names, unit),
    });
  };
  const ofProfile = ([from_id, own]: [string, readonly Name[]]): Counterpart[] => {
    const codes = covered.get(from_id) ?? [];
    const titles = distinct([...own.slice(0, 1), ...codes.flatMap(({ code }) => titleOf(code))]);
    const names = distinct([...own, ...titles]);
    const routes = routesOfProfile(codes, routesFrom);
    return [
      ...counterparts({
        from_id,
        path: `us-ooh>${TO_UNITS}`,
        routes,
        names: compareOwnNames({ titles, names }, unitIndex),
        haveEqualNames: (unit) => haveUnitName(names, unit),
      }),
      ...counterparts({
        from_id,
        path: `us-ooh>${TO_UNITS}>uk-ncs`,
        routes: routesToJobProfiles(routes, members),
        names: compareIndexedNames({ titles, names }, jobIndex),
        haveEqualNames: (job) => haveJobName(names, job),
      }),
    ];
  };
  return [...rows.occupations.filter(isDetailed).flatMap(ofCode), ...[...handbook].flatMap(ofProfile)];
}

function isUnitGroup({ scheme, level }: BridgeOccupation): boolean {
  return scheme === "uk-soc-2020" && level === "unit";
}

function isDetailed({ scheme, level }: BridgeOccupation): boolean {
  return scheme === "us-soc-2018" && level === "detailed";
}

function titlesOf(occupations: readonly BridgeOccupation[]): (id: string) => readonly Name[] {
  const titles = new Map(occupations.map(({ id, title }) => [id, title]));
  return (id) => {
    const title = titles.get(id);
    return title === undefined ? [] : [{ words: wordsOf(title), row: id }];
  };
}

/** The profile of each code that a profile covers alone: its names are the code's names as well. */
function onlyProfiles(covered: ReadonlyMap<string, readonly CoveredCode[]>): ReadonlyMap<string, string> {
  const alone = [...covered].flatMap(([profile, [only, ...more]]): [string, string][] =>
    only === undefined || more.length > 0 ? [] : [[only.code, profile]],
  );
  return new Map(alone);
}
