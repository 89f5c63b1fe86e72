import { drawn } from "./element.ts";

/** A bar as long as its share of the longest; the number stands beside it, so that it is no news to a screen reader. */
export function bar(value: number | null, longest: number): SVGSVGElement {
  const length = value === null || longest <= 0 ? 0 : (Math.max(0, value) / longest) * 100;
  return drawn(
    "svg",
    { class: "bar", "aria-hidden": "true", focusable: "false", preserveAspectRatio: "none" },
    drawn("rect", { class: "bar-ground", width: "100%", height: "100%" }),
    drawn("rect", { class: "bar-length", width: `${length}%`, height: "100%" }),
  );
}
