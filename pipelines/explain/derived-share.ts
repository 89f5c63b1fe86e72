import type { Explained } from "./step.ts";

/**
 * How a share was computed that no publisher prints: its jobs over the sum of those that are told. `undefined` where the
 * inputs do not give the share: then nothing is claimed.
 */
export function derivedShare({ table, values, words }: Explained): string | undefined {
  if (table !== "employer_share" || values.basis !== "derived" || typeof values.percent !== "number")
    return undefined;
  const [own = "", ...others] = words;
  const rest = others.flatMap((text) => text.split(" ")).filter((text) => /^\d+$/.test(text));
  // One workbook quotes the whole row as a second place, the other each cell by itself.
  const isWholeRow = others.some((text) => text.includes(" "));
  const told = isWholeRow ? rest : [own, ...rest];
  const sum = told.reduce((total, jobs) => total + Number(jobs), 0);
  if (Math.abs((100 * Number(own)) / sum - values.percent) > 0.005 + 1e-9) return undefined;
  const [part, all] = [Number(own), sum].map((jobs) => jobs.toLocaleString("en-US"));
  return `${part} jobs of ${all}, the sum of the ${told.length} industries whose jobs are told, are ${values.percent} percent; computed by us, rounded to hundredths`;
}
