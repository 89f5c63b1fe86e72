import { type HierarchyRectangularNode, hierarchy, treemap } from "d3-hierarchy";
import { addressOf } from "./addresses.ts";
import { choices, followForm } from "./choices.ts";
import { type ColourScale, colourScale } from "./colour-scale.ts";
import { type Country, countryChoice, countryFrom } from "./country-choice.ts";
import { drawingWidth } from "./drawing-width.ts";
import { drawn, element, link } from "./element.ts";
import { count, money, periodWords, shortMoney, signed } from "./figures.ts";
import { type FormerNumbers, formerNumbers } from "./former-numbers.ts";
import type { Listed, ListedOccupation } from "./listed.ts";
import { growthWords, jobsWords, payWords } from "./main-numbers.ts";
import type { LoadData } from "./parts.ts";
import { table } from "./table.ts";
import { groupedBy } from "./whole.ts";

/** A classification whose codes make up a whole country: its finest level, and the groups above it. */
const COUNTRIES = {
  US: {
    scheme: "us-soc-2018/",
    level: "detailed",
    groupOf: (id: string) => `${id.slice(0, 14)}-0000`,
    currency: "USD",
  },
  UK: { scheme: "uk-soc-2020/", level: "unit", groupOf: (id: string) => id.slice(0, 13), currency: "GBP" },
} as const;

/** One rectangle. */
type Tile = { readonly occupation: ListedOccupation; readonly group: string; readonly jobs: number };

/** What colours mean: the value of an occupation, its words, and the steps. */
type Colouring = {
  readonly valueOf: (occupation: ListedOccupation) => number | null;
  readonly wordsOf: (occupation: ListedOccupation) => string;
  readonly scale: ColourScale;
  readonly note: string;
};

/** All occupations of a country, each as large as its number of jobs. */
export async function mapPage(list: Listed, query: URLSearchParams, load: LoadData): Promise<HTMLElement> {
  const former = await formerNumbers(load);
  const country = countryFrom(query);
  const form = element(
    "form",
    { class: "plot-choices" },
    countryChoice(country),
    choices(
      "Colour",
      "colour",
      [
        { value: "growth", words: "Growth" },
        { value: "pay", words: "Pay" },
        { value: "change", words: "Change of pay since the last version", isOff: former.from === null },
      ],
      query.get("colour") ?? "growth",
    ),
    element(
      "div",
      { class: "field" },
      element("label", { for: "group" }, "Group"),
      element("select", { id: "group", name: "group" }),
    ),
  );
  const target = element("div", { class: "map-target" });
  const asked = (values: URLSearchParams) => showMap(list, former, form, values, target);
  fillGroups(list, form, country, query.get("group") ?? "");
  form.addEventListener("input", (event) => {
    const chosen = new FormData(form).get("country");
    if ((event.target as HTMLInputElement).name === "country")
      fillGroups(list, form, chosen === "UK" ? "UK" : "US", "");
  });
  followForm(form, "map", asked);
  return element(
    "div",
    { class: "plot-page" },
    element("h1", { tabindex: -1 }, "All occupations on one map"),
    element(
      "p",
      { class: "summary" },
      "Each rectangle is an occupation, as large as its number of jobs. A click opens its page.",
    ),
    form,
    former.from === null
      ? element(
          "p",
          { class: "note" },
          "This is the first version: there is none before it to show a change against.",
        )
      : null,
    target,
  );
}

function fillGroups(list: Listed, form: HTMLFormElement, country: Country, chosen: string): void {
  const groups = groupsOf(list, country).map((id) =>
    element("option", { value: id, selected: id === chosen }, titleOf(list, id)),
  );
  form.querySelector("#group")?.replaceChildren(element("option", { value: "" }, "All groups"), ...groups);
}

function tilesOf(list: Listed, country: Country): readonly Tile[] {
  const { scheme, level, groupOf } = COUNTRIES[country];
  return list.occupations.flatMap((occupation) => {
    const { id, jobs } = occupation;
    if (!id.startsWith(scheme) || occupation.level !== level || jobs === null || jobs <= 0) return [];
    return [{ occupation, jobs, group: groupOf(id) }];
  });
}

function groupsOf(list: Listed, country: Country): readonly string[] {
  return [...new Set(tilesOf(list, country).map(({ group }) => group))].toSorted();
}

function titleOf(list: Listed, id: string): string {
  return (list.byId.get(id)?.title ?? id).replace(/ Occupations$/, "");
}

function showMap(
  list: Listed,
  former: FormerNumbers,
  form: HTMLFormElement,
  asked: URLSearchParams,
  target: HTMLElement,
): void {
  const country = countryFrom(asked);
  const group = new FormData(form).get("group") ?? "";
  const tiles = tilesOf(list, country).filter((tile) => group === "" || tile.group === group);
  const colouring = colouringOf(asked.get("colour") ?? "growth", country, former);
  const unsized = list.occupations.filter(
    ({ id, level, jobs }) =>
      id.startsWith(COUNTRIES[country].scheme) && level === COUNTRIES[country].level && jobs === null,
  );
  target.replaceChildren(
    colouring.scale.legend(),
    element(
      "p",
      { class: "note" },
      colouring.note,
      unsized.length === 0
        ? null
        : ` Not on the map, because no number of jobs is published: ${count(unsized.length)}.`,
    ),
    drawing(list, tiles, colouring, group === ""),
    tileTable(tiles, colouring),
  );
}

const GROWTH = [-10, -3, 0, 3, 6, 10];
const PAY = {
  US: [35_000, 45_000, 60_000, 80_000, 110_000],
  UK: [18_000, 24_000, 30_000, 38_000, 48_000],
} as const;
const CHANGE = [-5, -1, 0, 1, 5, 10];

function colouringOf(colour: string, country: Country, former: FormerNumbers): Colouring {
  const { currency } = COUNTRIES[country];
  if (colour === "pay")
    return {
      valueOf: ({ median_annual_amount }) => median_annual_amount,
      wordsOf: payWords,
      scale: colourScale(
        "rising",
        PAY[country],
        (value) => shortMoney(value, currency),
        "no yearly figure published",
      ),
      note: "Median pay a year.",
    };
  if (colour === "change")
    return {
      valueOf: (one) => former.payChange(one),
      wordsOf: (one) => former.payWords(one, (amount) => money(amount, currency)),
      scale: colourScale("diverging", CHANGE, (value) => `${signed(value)}%`, "new, or no yearly figure"),
      note: `Change of the median a year since version ${former.from?.version ?? ""}.`,
    };
  return {
    valueOf: ({ growth_percent }) => growth_percent,
    wordsOf: growthWords,
    scale: colourScale("diverging", GROWTH, (value) => `${signed(value)}%`, "no projection published"),
    note:
      country === "US"
        ? "Projected growth of employment over ten years."
        : "Projected growth of employment in England, 2020 to 2035: published for 26 wider groups, so that neighbours share a colour.",
  };
}

/** Tall on a phone, where there is little width for many occupations. */
function heightFor(width: number): number {
  return width < 600 ? 900 : 640;
}

type Node = { readonly id: string; readonly tile?: Tile; readonly children?: readonly Node[] };

function drawing(
  list: Listed,
  tiles: readonly Tile[],
  colouring: Colouring,
  isGrouped: boolean,
): SVGSVGElement {
  const width = drawingWidth();
  const height = heightFor(width);
  const byGroup = groupedBy(tiles, ({ group }) => group);
  const root = hierarchy<Node>(
    {
      id: "all",
      children: byGroup.map(([id, own]) => ({
        id,
        children: own.map((tile) => ({ id: tile.occupation.id, tile })),
      })),
    },
    ({ children }) => children,
  )
    .sum(({ tile }) => tile?.jobs ?? 0)
    .sort((one, other) => (other.value ?? 0) - (one.value ?? 0));
  const laid = treemap<Node>()
    .size([width, height])
    .paddingInner(1)
    .paddingTop((node) => (node.depth === 1 && isGrouped ? 18 : 0))
    .round(true)(root);
  return drawn(
    "svg",
    {
      class: "map",
      viewBox: `0 0 ${width} ${height}`,
      role: "group",
      "aria-label": "Map of occupations. The table below has the same figures.",
    },
    ...(isGrouped ? (laid.children ?? []).filter(hasRoom).map((node) => groupLabel(list, node)) : []),
    ...laid.leaves().map((node) => tileElement(node, colouring)),
  );
}

/** A label in a group that is hardly larger than it would tell nothing. */
function hasRoom({ x0, x1, y0, y1 }: HierarchyRectangularNode<Node>): boolean {
  return x1 - x0 > 70 && y1 - y0 > 40;
}

function groupLabel(list: Listed, { x0, x1, y0, data }: HierarchyRectangularNode<Node>): SVGElement {
  return drawn(
    "svg",
    { x: x0, y: y0, width: x1 - x0, height: 18 },
    drawn("text", { class: "group-label", x: 1, y: 13 }, titleOf(list, data.id)),
  );
}

function tileElement(
  { x0, x1, y0, y1, data }: HierarchyRectangularNode<Node>,
  colouring: Colouring,
): SVGElement {
  const [width, height] = [x1 - x0, y1 - y0];
  const occupation = data.tile?.occupation;
  if (occupation === undefined) return drawn("g");
  const words = `${occupation.title}: ${jobsWords(occupation)}, ${colouring.wordsOf(occupation)}`;
  // The table has the same links for keyboards: hundreds of stops here would be in everybody's way.
  return drawn(
    "a",
    { href: addressOf(occupation.id), tabindex: -1, "aria-hidden": "true" },
    drawn("title", {}, words),
    drawn(
      "svg",
      { x: x0, y: y0, width, height },
      drawn("rect", {
        class: `tile ${colouring.scale.classOf(colouring.valueOf(occupation))}`,
        width: "100%",
        height: "100%",
      }),
      ...tileWords(occupation.title, width, height, colouring.scale.classOf(colouring.valueOf(occupation))),
    ),
  );
}

const CHARACTER = 6.4;
const LINE = 13;

/** The title in as many lines as there is room for; nothing where a line would hold no word. */
function tileWords(title: string, width: number, height: number, className: string): SVGElement[] {
  const room = Math.floor((width - 6) / CHARACTER);
  const lines: string[] = [];
  for (const word of title.split(" ")) {
    if (word.length > room) return [];
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length + 1 <= room)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  if (lines.length * LINE + 4 > height) return [];
  return lines.map((line, index) =>
    drawn("text", { class: `tile-label on-${className}`, x: 3, y: 13 + index * LINE }, line),
  );
}

const SHOWN = 50;

function tileTable(tiles: readonly Tile[], colouring: Colouring): HTMLElement {
  const largest = tiles.toSorted((one, other) => other.jobs - one.jobs);
  const isChange = colouring.wordsOf !== payWords && colouring.wordsOf !== growthWords;
  const caption =
    tiles.length > SHOWN
      ? `The ${SHOWN} occupations with the most jobs, of ${count(tiles.length)}`
      : `${count(tiles.length)} occupations`;
  return element(
    "section",
    { "aria-labelledby": "map-table" },
    element("h2", { id: "map-table" }, "The same as a table"),
    table(
      caption,
      [
        { title: "Occupation" },
        { title: "Jobs", isNumber: true },
        { title: "Pay" },
        { title: "Growth" },
        ...(isChange ? [{ title: "Change of pay" }] : []),
      ],
      largest
        .slice(0, SHOWN)
        .map(({ occupation, jobs }) => [
          link(addressOf(occupation.id), occupation.title),
          count(jobs),
          payWords(occupation),
          growthWords(occupation),
          ...(isChange ? [colouring.wordsOf(occupation)] : []),
        ]),
    ),
    element(
      "p",
      { class: "note" },
      `Jobs: ${periodWords(String(largest[0]?.occupation.jobs_year ?? ""))}. All of them are in csv/employment.csv of this version.`,
    ),
  );
}
