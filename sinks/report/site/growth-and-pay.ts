import { scaleLinear, scaleLog, scaleSqrt } from "d3-scale";
import { addressOf } from "./addresses.ts";
import { followForm } from "./choices.ts";
import { type Country, countryChoice, countryFrom } from "./country-choice.ts";
import { drawingWidth } from "./drawing-width.ts";
import { drawn, element, link } from "./element.ts";
import { count, money, percent, shortMoney, signed } from "./figures.ts";
import type { Listed, ListedOccupation } from "./listed.ts";
import { table } from "./table.ts";

/** Which occupations stand for a country, and what its figures are about. */
const COUNTRIES = {
  US: {
    isShown: ({ id, level }: ListedOccupation) => id.startsWith("us-soc-2018/") && level === "detailed",
    currency: "USD",
    all: "us-soc-2018/00-0000",
    note: "Detailed occupations of SOC 2018; projections of the Bureau of Labor Statistics.",
  },
  UK: {
    isShown: ({ id, level }: ListedOccupation) => id.startsWith("uk-soc-2020/") && level === "sub-major",
    currency: "GBP",
    all: undefined,
    note: "Sub-major groups of SOC 2020: projections (England) are published for them only. Pay is that of the whole United Kingdom.",
  },
} as const;

/** An occupation with all three numbers. */
type Dot = {
  readonly occupation: ListedOccupation;
  readonly growth: number;
  readonly pay: number;
  readonly jobs: number;
};

/** Which occupations both grow and pay well. */
export function growthAndPayPage(list: Listed, query: URLSearchParams): HTMLElement {
  const form = element("form", { class: "plot-choices" }, countryChoice(countryFrom(query)));
  const target = element("div", {});
  followForm(form, "growth-and-pay", (asked) => showPlot(list, countryFrom(asked), target));
  return element(
    "div",
    { class: "plot-page" },
    element("h1", { tabindex: -1 }, "Which occupations grow and pay well?"),
    element(
      "p",
      { class: "summary" },
      "Up is more pay, right is more growth, large is many jobs. The dashed lines are all occupations together: right of and above both, an occupation grows faster and pays more than most.",
    ),
    form,
    target,
  );
}

function showPlot(list: Listed, country: Country, target: HTMLElement): void {
  const { isShown, note, all } = COUNTRIES[country];
  const shown = list.occupations.filter(isShown);
  const dots = dotsOf(shown);
  const middle = all === undefined ? undefined : list.byId.get(all);
  target.replaceChildren(
    element(
      "p",
      { class: "note" },
      `${note} ${count(shown.length - dots.length)} without all three figures are left out.`,
    ),
    drawing(dots, country, middle),
    dotTable(dots, country),
  );
}

function dotsOf(occupations: readonly ListedOccupation[]): readonly Dot[] {
  return occupations.flatMap((occupation) => {
    const { growth_percent: growth, median_annual_amount: pay, jobs } = occupation;
    return growth === null || pay === null || jobs === null ? [] : [{ occupation, growth, pay, jobs }];
  });
}

const HEIGHT = 620;
const LEFT = 64;
const BOTTOM = HEIGHT - 46;

function drawing(
  dots: readonly Dot[],
  country: Country,
  middle: ListedOccupation | undefined,
): SVGSVGElement {
  const { currency } = COUNTRIES[country];
  const width = drawingWidth();
  const growths = dots.map(({ growth }) => growth);
  const pays = dots.map(({ pay }) => pay);
  const x = scaleLinear()
    .domain([Math.min(0, ...growths), Math.max(1, ...growths)])
    .nice()
    .range([LEFT + 10, width - 20]);
  const y = scaleLog()
    .domain([Math.min(...pays) * 0.95, Math.max(...pays) * 1.05])
    .range([BOTTOM - 10, 20]);
  const radius = scaleSqrt()
    .domain([0, Math.max(...dots.map(({ jobs }) => jobs))])
    .range([2, 26]);
  const [growthOfAll, payOfAll] = [middle?.growth_percent ?? null, middle?.median_annual_amount ?? null];
  return drawn(
    "svg",
    {
      class: "scatter",
      viewBox: `0 0 ${width} ${HEIGHT}`,
      role: "group",
      "aria-label": "Growth against pay. The table below has the same figures.",
    },
    ...x
      .ticks(8)
      .flatMap((tick) => [
        drawn("line", { class: "grid", x1: x(tick), x2: x(tick), y1: 20, y2: BOTTOM }),
        drawn(
          "text",
          { class: "tick", x: x(tick), y: BOTTOM + 18, "text-anchor": "middle" },
          `${signed(tick)}%`,
        ),
      ]),
    ...payTicks(country)
      .filter((tick) => y(tick) > 20 && y(tick) < BOTTOM)
      .flatMap((tick) => [
        drawn("line", { class: "grid", x1: LEFT, x2: width - 10, y1: y(tick), y2: y(tick) }),
        drawn(
          "text",
          { class: "tick", x: LEFT - 8, y: y(tick) + 4, "text-anchor": "end" },
          shortMoney(tick, currency),
        ),
      ]),
    drawn(
      "text",
      { class: "axis", x: width - 20, y: HEIGHT - 6, "text-anchor": "end" },
      "projected growth of employment →",
    ),
    drawn(
      "text",
      { class: "axis", x: 4, y: 12 },
      width < 600 ? "↑ median pay a year" : "↑ median pay a year (a logarithmic scale)",
    ),
    growthOfAll === null
      ? null
      : drawn("line", { class: "middle", x1: x(growthOfAll), x2: x(growthOfAll), y1: 20, y2: BOTTOM }),
    payOfAll === null
      ? null
      : drawn("line", { class: "middle", x1: LEFT, x2: width - 10, y1: y(payOfAll), y2: y(payOfAll) }),
    ...dots
      .toSorted((one, other) => other.jobs - one.jobs)
      .map(({ occupation, growth, pay, jobs }) =>
        drawn(
          "a",
          { href: addressOf(occupation.id), tabindex: -1, "aria-hidden": "true" },
          drawn(
            "title",
            {},
            `${occupation.title}: ${signed(growth)}%, ${money(pay, currency)} a year, ${count(jobs)} jobs`,
          ),
          drawn("circle", { class: "dot", cx: x(growth), cy: y(pay), r: radius(jobs) }),
        ),
      ),
    ...labelled(dots).map(({ occupation, growth, pay, jobs }) =>
      drawn(
        "text",
        {
          class: "dot-label",
          x: x(growth),
          y: y(pay) - radius(jobs) - 3,
          "text-anchor": x(growth) > width * 0.75 ? "end" : "middle",
        },
        occupation.title,
      ),
    ),
  );
}

function payTicks(country: Country): readonly number[] {
  return country === "US"
    ? [30_000, 40_000, 50_000, 75_000, 100_000, 150_000, 200_000]
    : [10_000, 15_000, 20_000, 25_000, 30_000, 40_000, 50_000];
}

/** The largest, the fastest growing and the best paid have their names in the plot. */
function labelled(dots: readonly Dot[]): readonly Dot[] {
  const top = (numberOf: (dot: Dot) => number, most: number) =>
    dots.toSorted((one, other) => numberOf(other) - numberOf(one)).slice(0, most);
  return [
    ...new Set([
      ...top(({ jobs }) => jobs, 4),
      ...top(({ growth }) => growth, 3),
      ...top(({ growth }) => -growth, 2),
    ]),
  ];
}

const SHOWN = 50;

function dotTable(dots: readonly Dot[], country: Country): HTMLElement {
  const { currency } = COUNTRIES[country];
  const fastest = dots.toSorted((one, other) => other.growth - one.growth);
  return element(
    "section",
    { "aria-labelledby": "plot-table" },
    element("h2", { id: "plot-table" }, "The same as a table"),
    table(
      dots.length > SHOWN
        ? `The ${SHOWN} that grow fastest, of ${count(dots.length)}`
        : `${count(dots.length)} groups, the fastest growing first`,
      [
        { title: "Occupation" },
        { title: "Growth", isNumber: true },
        { title: "Median a year", isNumber: true },
        { title: "Jobs", isNumber: true },
      ],
      fastest
        .slice(0, SHOWN)
        .map(({ occupation, growth, pay, jobs }) => [
          link(addressOf(occupation.id), occupation.title),
          percent(growth),
          money(pay, currency),
          count(jobs),
        ]),
    ),
  );
}
