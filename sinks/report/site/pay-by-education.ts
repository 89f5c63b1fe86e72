import { median, quantileSorted } from "d3-array";
import { scaleLinear } from "d3-scale";
import { addressOf } from "./addresses.ts";
import { drawingWidth } from "./drawing-width.ts";
import { drawn, element, link } from "./element.ts";
import { count, money, shortMoney } from "./figures.ts";
import type { Listed, ListedOccupation } from "./listed.ts";
import { table } from "./table.ts";

/** Occupations that usually ask for the same schooling. */
type Level = {
  readonly education: string;
  readonly occupations: readonly (ListedOccupation & { readonly median_annual_amount: number })[];
  readonly middle: number;
  readonly low: number;
  readonly high: number;
};

/** From the least schooling to the most, in the words of the publisher. */
const ORDER = [
  "No formal educational credential",
  "High school diploma or equivalent",
  "Some college, no degree",
  "Postsecondary nondegree award",
  "Associate's degree",
  "Bachelor's degree",
  "Master's degree",
  "Doctoral or professional degree",
];

/** What the schooling that an occupation usually asks for has to do with its pay. */
export function payByEducationPage(list: Listed): HTMLElement {
  const levels = levelsOf(list);
  return element(
    "div",
    { class: "plot-page" },
    element("h1", { tabindex: -1 }, "Does more schooling mean more pay?"),
    element(
      "p",
      { class: "summary" },
      "Each dot is an occupation of the United States at its median pay a year. The bar holds the middle half of the occupations that ask for the same schooling; the line in it is their middle.",
    ),
    element(
      "p",
      { class: "note" },
      "Detailed occupations of SOC 2018, by the entry education that the Bureau of Labor Statistics assigns. The United Kingdom publishes no such assignment. Occupations without a yearly figure are left out.",
    ),
    levels.length === 0
      ? element("p", {}, "This version has no occupation with both figures.")
      : drawing(levels),
    levelTable(levels),
  );
}

function levelsOf(list: Listed): readonly Level[] {
  const shown = list.occupations.flatMap((one) =>
    one.id.startsWith("us-soc-2018/") && one.level === "detailed" && one.median_annual_amount !== null
      ? [{ ...one, median_annual_amount: one.median_annual_amount }]
      : [],
  );
  return ORDER.flatMap((education) => {
    const occupations = shown
      .filter((one) => one.entry_education?.replaceAll("’", "'") === education)
      .toSorted((one, other) => one.median_annual_amount - other.median_annual_amount);
    const pays = occupations.map(({ median_annual_amount }) => median_annual_amount);
    const middle = median(pays);
    if (middle === undefined) return [];
    return [
      {
        education,
        occupations,
        middle,
        low: quantileSorted(pays, 0.25) ?? middle,
        high: quantileSorted(pays, 0.75) ?? middle,
      },
    ];
  });
}

/** Room for the words at the left or, where there is none, above each row. */
const WORDS = { width: 250, height: 20 };
const ROW = 58;

function drawing(levels: readonly Level[]): SVGSVGElement {
  const width = drawingWidth();
  const isNarrow = width < 600;
  const left = isNarrow ? 8 : WORDS.width;
  const row = ROW + (isNarrow ? WORDS.height : 0);
  const height = levels.length * row + 40;
  const highest = Math.max(
    ...levels.flatMap(({ occupations }) =>
      occupations.map(({ median_annual_amount }) => median_annual_amount),
    ),
  );
  const x = scaleLinear()
    .domain([0, highest])
    .nice()
    .range([left, width - 24]);
  return drawn(
    "svg",
    {
      class: "levels",
      viewBox: `0 0 ${width} ${height}`,
      role: "group",
      "aria-label": "Pay by entry education. The table below has the same figures.",
    },
    ...x
      .ticks(6)
      .flatMap((tick) => [
        drawn("line", { class: "grid", x1: x(tick), x2: x(tick), y1: 0, y2: height - 30 }),
        drawn(
          "text",
          { class: "tick", x: x(tick), y: height - 12, "text-anchor": "middle" },
          shortMoney(tick, "USD"),
        ),
      ]),
    ...levels.flatMap(({ education, occupations, middle, low, high }, index) => {
      const y = index * row + row - ROW / 2;
      return [
        isNarrow
          ? drawn("text", { class: "level-label", x: left, y: y - ROW / 2 + 4 }, education)
          : drawn("text", { class: "level-label", x: left - 14, y: y + 4, "text-anchor": "end" }, education),
        drawn("rect", {
          class: "middle-half",
          x: x(low),
          y: y - 16,
          width: Math.max(1, x(high) - x(low)),
          height: 32,
        }),
        ...occupations.map((one, place) =>
          drawn(
            "a",
            { href: addressOf(one.id), tabindex: -1, "aria-hidden": "true" },
            drawn("title", {}, `${one.title}: ${money(one.median_annual_amount, "USD")} a year`),
            drawn("circle", {
              class: "dot",
              cx: x(one.median_annual_amount),
              cy: y + (((place * 7) % 5) - 2) * 5,
              r: 3.5,
            }),
          ),
        ),
        drawn("line", { class: "middle-line", x1: x(middle), x2: x(middle), y1: y - 20, y2: y + 20 }),
      ];
    }),
  );
}

function levelTable(levels: readonly Level[]): HTMLElement {
  return element(
    "section",
    { "aria-labelledby": "plot-table" },
    element("h2", { id: "plot-table" }, "The same as a table"),
    table(
      "Median pay a year of occupations, by their typical entry education",
      [
        { title: "Entry education" },
        { title: "Occupations", isNumber: true },
        { title: "A quarter pays less than", isNumber: true },
        { title: "Middle", isNumber: true },
        { title: "A quarter pays more than", isNumber: true },
        { title: "Best paid" },
      ],
      levels.map(({ education, occupations, low, middle, high }) => {
        const best = occupations.at(-1);
        return [
          education,
          count(occupations.length),
          money(Math.round(low), "USD"),
          money(Math.round(middle), "USD"),
          money(Math.round(high), "USD"),
          best === undefined ? "none" : link(addressOf(best.id), best.title),
        ];
      }),
    ),
  );
}
