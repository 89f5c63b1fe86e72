import { CITATION, MAIN_NUMBERS, selectOverview } from "./overview.ts";

/** The views for people: one row an occupation. */
const VIEWS: Readonly<Record<string, string>> = {
  us_overview: selectOverview(
    {
      id: "occupation.id",
      code: "occupation.code",
      title: "occupation.title",
      summary: "occupation.summary",
      url: "occupation.url",
      page_date: "occupation.page_date",
      ...MAIN_NUMBERS,
      citation: CITATION,
      attribution: "source.attribution",
      edition: "source.edition",
      state: "source.state",
    },
    "occupation.scheme = 'us-ooh'",
  ),
};

export function listViews(): readonly string[] {
  return Object.entries(VIEWS).map(([name, query]) => `CREATE VIEW ${name} AS\n${query}`);
}
