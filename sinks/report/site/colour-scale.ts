import { scaleThreshold } from "d3-scale";
import { element } from "./element.ts";

/** Values in a few steps, each with a class that the style sheet colours in light and in dark. */
export type ColourScale = {
  readonly classOf: (value: number | null) => string;
  readonly legend: () => HTMLElement;
};

/** `kind`: "rising" from pale to strong, "diverging" from one colour over grey to another. */
export function colourScale(
  kind: "rising" | "diverging",
  thresholds: readonly number[],
  words: (value: number) => string,
  absent: string,
): ColourScale {
  const steps = thresholds.length + 1;
  const scale = scaleThreshold<number, number>()
    .domain([...thresholds])
    .range(Array.from({ length: steps }, (_, step) => step));
  const classOf = (step: number) => `${kind}-${step}`;
  const labels = [
    `below ${words(thresholds[0] ?? 0)}`,
    ...thresholds.slice(1).map((upper, index) => `${words(thresholds[index] ?? 0)} to ${words(upper)}`),
    `${words(thresholds.at(-1) ?? 0)} and more`,
  ];
  return {
    classOf: (value) => (value === null ? "absent" : classOf(scale(value))),
    legend: () =>
      element(
        "ul",
        { class: "legend" },
        ...labels.map((label, step) => entry(classOf(step), label)),
        entry("absent", absent),
      ),
  };
}

function entry(className: string, label: string): HTMLElement {
  return element("li", {}, element("span", { class: `swatch ${className}`, "aria-hidden": "true" }), label);
}
