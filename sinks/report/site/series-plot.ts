import { scaleLinear } from "d3-scale";
import { drawn } from "./element.ts";

/** A value at a point of time. */
export type Point = { readonly period: string; readonly value: number };

const HEIGHT = 150;
const [TOP, BOTTOM] = [26, 116];

/** A value over the editions. The scale begins at zero, so that a small rise looks small. */
export function seriesPlot(
  points: readonly Point[],
  label: string,
  words: (value: number) => string,
): SVGSVGElement {
  const x = scaleLinear()
    .domain([0, Math.max(1, points.length - 1)])
    .range([8, 92]);
  const y = scaleLinear()
    .domain([0, Math.max(...points.map(({ value }) => value))])
    .range([BOTTOM, TOP]);
  const told = points.map(({ period, value }) => `${period}: ${words(value)}`).join(", ");
  return drawn(
    "svg",
    { class: "series", role: "img", width: "100%", height: HEIGHT, "aria-label": `${label}. ${told}` },
    drawn("line", { class: "grid", x1: "0%", x2: "100%", y1: BOTTOM, y2: BOTTOM }),
    ...points.slice(1).map((point, index) =>
      drawn("line", {
        class: "line",
        x1: `${x(index)}%`,
        x2: `${x(index + 1)}%`,
        y1: y(points[index]?.value ?? 0),
        y2: y(point.value),
      }),
    ),
    ...points.flatMap(({ period, value }, index) => [
      drawn("circle", { class: "point", cx: `${x(index)}%`, cy: y(value), r: 4 }),
      drawn(
        "text",
        { class: "value", x: `${x(index)}%`, y: y(value) - 10, "text-anchor": "middle" },
        words(value),
      ),
      drawn("text", { class: "tick", x: `${x(index)}%`, y: BOTTOM + 20, "text-anchor": "middle" }, period),
    ]),
  );
}
