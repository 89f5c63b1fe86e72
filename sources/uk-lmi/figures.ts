import { z } from "zod";
import type { DocumentBytes, Reading } from "../source.ts";
import { answeredCode } from "./agreement.ts";
import { openAnswer, shaped } from "./answer.ts";

const year = z.int().min(1_980).max(2_100);
/** Zero is written, too, where the API has no figure. */
const amount = z.number().min(0);
const soc = z.int().min(1).max(9_999);

const payAnswer = z.strictObject({
  soc,
  series: z.array(z.strictObject({ year, estpay: amount })),
});

const hoursAnswer = z.strictObject({
  soc,
  series: z.array(z.strictObject({ year, hours: amount })),
});

export const figuresExtract = z.strictObject({
  url: z.url(),
  /** The occupation that the answer names, which may be wider than the one asked for. */
  code: z.strictObject({ text: z.string().min(1), at: z.string().min(1) }),
  series: z.array(
    z.strictObject({
      year,
      value: amount,
      at: z.string().min(1),
      /** The entry as published. */
      words: z.string().min(1),
    }),
  ),
});

/** Figures of one occupation, year by year, in the order of the answer. */
export type FiguresExtract = z.infer<typeof figuresExtract>;

/** `ashe/estimatePay`: average weekly pay in pounds. */
export function readPay(document: DocumentBytes): Reading<FiguresExtract> {
  return readFigures(document, payAnswer, ({ estpay }) => estpay);
}

/** `ashe/estimateHours`: average weekly hours. */
export function readHours(document: DocumentBytes): Reading<FiguresExtract> {
  return readFigures(document, hoursAnswer, ({ hours }) => hours);
}

function readFigures<Entry extends { readonly year: number }>(
  document: DocumentBytes,
  schema: z.ZodType<{ readonly soc: number; readonly series: readonly Entry[] }>,
  figureIn: (entry: Entry) => number,
): Reading<FiguresExtract> {
  const answer = openAnswer(document);
  const { soc, series } = shaped(answer, schema);
  const code = { text: answeredCode(answer, soc), at: `${answer.at}/soc` };
  const entries = series.map((entry, index) => ({
    year: entry.year,
    value: figureIn(entry),
    at: `${answer.at}/series/${index}`,
    words: JSON.stringify(entry),
  }));
  return { extract: { url: document.url, code, series: entries }, remarks: [] };
}
