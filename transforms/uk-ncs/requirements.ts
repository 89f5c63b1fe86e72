import type { Quote } from "../../sources/reading/page.ts";
import type { ProfileExtract } from "../../sources/uk-ncs/profile-extract.ts";
import type { Fact, Row } from "../model/model.ts";
import { provenanceOf, refuse } from "../pages/page.ts";
import type { PageContext } from "./page.ts";

type Requirement = Pick<Row<"requirement">, "kind" | "route" | "part">;
type Route = ProfileExtract["routes"][number];

/** The ways into the job, and what bars from it. */
export function requirementsFrom(page: PageContext): Fact[] {
  const { routes, restrictions } = page.extract;
  for (const words of restrictions)
    if (words.text.endsWith(":")) refuse(page, words, `a list after “${words.text}”`);
  const restriction = { kind: "restriction", route: null, part: null } as const;
  return [
    ...numbered(page, routes.flatMap(routeRows)),
    ...numbered(
      page,
      restrictions.map((words) => ({ words, requirement: restriction })),
    ),
  ];
}

type Asked = { readonly words: Quote; readonly requirement: Requirement };

/** How the route works, then one thing after the other that is asked for. */
function routeRows({ route, description, requirements, at }: Route): Asked[] {
  const own = { kind: "entry-route", route: route === "other-routes" ? "other" : route } as const;
  const described = description === null ? [] : [{ text: description, at }];
  return [
    ...described.map((words) => ({ words, requirement: { ...own, part: "description" } as const })),
    ...requirements.map((words) => ({ words, requirement: { ...own, part: "entry-requirement" } as const })),
  ];
}

function numbered(page: PageContext, rows: readonly Asked[]): Fact[] {
  return rows.map(({ words, requirement }, index) => ({
    table: "requirement",
    row: {
      occupation_id: page.id,
      ...requirement,
      position: index + 1,
      text: words.text,
      ...provenanceOf(page, { at: words.at, raw: null }),
    },
  }));
}
