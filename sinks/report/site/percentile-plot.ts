import { scaleLinear } from "d3-scale";
import { drawn } from "./element.ts";
import { money, shortMoney } from "./figures.ts";
import type { Wage } from "./page.ts";
import { statisticWords } from "./wage-words.ts";

const HEIGHT = 92;
const MIDDLE = 38;
const AXIS = 66;

/** The points of a distribution on one line: how far pay reaches, where the middle half lies, and the median. */
export function percentilePlot(wages: readonly Wage[]): SVGSVGElement | null {
  const points = wages.flatMap((wage) => (wage.amount === null ? [] : [{ ...wage, amount: wage.amount }]));
  const amounts = points.map(({ amount }) => amount);
  const [first] = points;
  if (first === undefined || points.length < 2) return null;
  const scale = scaleLinear()
    .domain([0, Math.max(...amounts)])
    .nice(4)
    .range([2, 98]);
  const at = (amount: number) => `${scale(amount)}%`;
  const line = (className: string, from: number, to: number) =>
    drawn("line", { class: className, x1: at(from), x2: at(to), y1: MIDDLE, y2: MIDDLE });
  const amountOf = (statistic: string) => points.find((point) => point.statistic === statistic)?.amount;
  const [low, high, median] = [amountOf("p25"), amountOf("p75"), amountOf("median")];
  return drawn(
    "svg",
    { class: "percentiles", role: "img", height: HEIGHT, width: "100%", "aria-label": wordsOf(points) },
    ...scale
      .ticks(4)
      .map((tick) => drawn("line", { class: "grid", x1: at(tick), x2: at(tick), y1: 20, y2: AXIS - 8 })),
    line("reach", Math.min(...amounts), Math.max(...amounts)),
    low === undefined || high === undefined ? null : line("middle-half", low, high),
    ...points.map(({ amount, statistic }) =>
      drawn("circle", {
        class: statistic === "median" ? "median" : "percentile",
        cx: at(amount),
        cy: MIDDLE,
        r: statistic === "median" ? 7 : 4,
      }),
    ),
    median === undefined
      ? null
      : drawn(
          "text",
          { class: "median-label", x: at(median), y: 14, "text-anchor": "middle" },
          `median ${money(median, first.currency)}`,
        ),
    ...scale.ticks(4).map((tick, index, ticks) =>
      drawn(
        "text",
        {
          class: "tick",
          x: at(tick),
          y: AXIS + 10,
          "text-anchor": index === 0 ? "start" : index === ticks.length - 1 ? "end" : "middle",
        },
        shortMoney(tick, first.currency),
      ),
    ),
  );
}

function wordsOf(points: readonly (Wage & { readonly amount: number })[]): string {
  const told = points.map(
    ({ statistic, amount, currency }) => `${statisticWords(statistic)} ${money(amount, currency)}`,
  );
  return `Pay from the lowest to the highest: ${told.join(", ")}.`;
}
