import type { Sheet } from "../reading/sheet.ts";
import { type AsheCell, MARKERS } from "./ashe-extract.ts";

type Marker = (typeof MARKERS)[number];

const OF_ESTIMATES: ReadonlySet<Marker> = new Set(["x", "..", ":", "-"]);
const OF_QUALITY: ReadonlySet<Marker> = new Set(["x", "..", ":", "."]);

/** Pay, hours or thousands of jobs. Nothing that is published is zero: what rounds to it is not reliable enough. */
export function estimateIn(sheet: Sheet, row: number, column: number): AsheCell {
  const cell = cellIn(sheet, row, column, OF_ESTIMATES);
  return cell === 0 ? sheet.refuse(row, column, "a number above 0, or one of the markers x .. : -") : cell;
}

/** A coefficient of variation in percent; a small one is rounded to 0. */
export function qualityIn(sheet: Sheet, row: number, column: number): AsheCell {
  return cellIn(sheet, row, column, OF_QUALITY);
}

function cellIn(sheet: Sheet, row: number, column: number, markers: ReadonlySet<Marker>): AsheCell {
  const value = sheet.value(row, column);
  if (typeof value === "number" && Number.isFinite(value) && value >= 0) return value;
  if (typeof value !== "string" && value !== undefined) return refuse(sheet, row, column, markers);
  const words = (value ?? "").trim();
  if (words === "") return null;
  const marker = MARKERS.find((known) => known === words);
  return marker !== undefined && markers.has(marker) ? marker : refuse(sheet, row, column, markers);
}

function refuse(sheet: Sheet, row: number, column: number, markers: ReadonlySet<Marker>): never {
  return sheet.refuse(row, column, `a number, or one of the markers ${[...markers].join(" ")}`);
}
