import type { Page } from "../reading/page.ts";
import { textOf } from "../reading/text.ts";
import { listItemsOf } from "./list-items.ts";
import type { Part } from "./parts.ts";
import type { ProfileExtract } from "./profile-extract.ts";

type RouteName = ProfileExtract["routes"][number]["route"];

/** "You can get into this job through:" and what stands in the list below. */
const PROMISES: readonly (readonly [RegExp, RouteName])[] = [
  [/^a university course$/i, "university"],
  [/^a college course$/i, "college"],
  [/^an apprenticeship$/i, "apprenticeship"],
  [/^working towards this role$/i, "work"],
  [/^volunteering$/i, "volunteering"],
  [/^applying directly$/i, "direct-application"],
  [/^(?:specialist courses run by|training with) professional bodies$/i, "other-routes"],
];

/** The introduction names the routes that follow. It is written by hand, so a route that does not follow is no refusal. */
export function remarkOnMissingRoutes(
  page: Page,
  parts: readonly Part[],
  { routes }: Pick<ProfileExtract, "routes">,
): void {
  const introduction = parts.find(({ name }) => name === "how-to-become")?.prose ?? [];
  for (const block of introduction) {
    if (block.kind !== "list") continue;
    const said = listItemsOf(block.node).map(({ text }) => text);
    for (const [wording, route] of PROMISES)
      if (said.some((words) => wording.test(words)) && !routes.some((one) => one.route === route))
        page.remark(
          "route-not-described",
          block.node,
          `“${textOf(block.node)}”: nothing is said of ${route}.`,
        );
  }
}
