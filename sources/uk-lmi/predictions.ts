import { z } from "zod";
import type { DocumentBytes, Reading } from "../source.ts";
import { answeredCode } from "./agreement.ts";
import { type Answer, openAnswer, refuse, shaped } from "./answer.ts";

const soc = z.int().min(1).max(9_999);
const year = z.int().min(1_980).max(2_100);
const employment = z.number().min(0);

const wholeAnswer = z.strictObject({
  soc,
  predictedEmployment: z.array(z.strictObject({ year, employment })),
});

const industryItem = z.strictObject({
  code: z.int().min(1),
  name: z.string().min(1),
  employment: employment.nullish(),
  note: z.string().nullish(),
});

const industryAnswer = z.strictObject({
  soc,
  breakdown: z.literal("industry"),
  note: z.string().nullish(),
  predictedEmployment: z.array(z.strictObject({ year, breakdown: z.array(industryItem) })),
});

const place = z.strictObject({ at: z.string().min(1), words: z.string().min(1) });

export const predictionsExtract = z.strictObject({
  url: z.url(),
  code: z.strictObject({ text: z.string().min(1), at: z.string().min(1) }),
  /** What the answer says about all of its figures. */
  note: z.strictObject({ text: z.string().min(1), at: z.string().min(1) }).nullable(),
  figures: z.array(
    z.strictObject({
      year,
      /** `null` = all industries. */
      industry: z.strictObject({ code: z.string().min(1), name: z.string().min(1) }).nullable(),
      employment: employment.nullable(),
      /** What the answer says about this figure. */
      note: z.string().min(1).nullable(),
      places: z.array(place).min(1),
    }),
  ),
});

/** Employment of one occupation, year by year, in the order of the answer. */
export type PredictionsExtract = z.infer<typeof predictionsExtract>;
export type PredictedFigure = PredictionsExtract["figures"][number];

/** `wf/predict`: employment in the UK. */
export function readPrediction(document: DocumentBytes): Reading<PredictionsExtract> {
  const answer = openAnswer(document);
  const { soc, predictedEmployment } = shaped(answer, wholeAnswer);
  const figures = predictedEmployment.map((entry, index): PredictedFigure => {
    const at = `${answer.at}/predictedEmployment/${index}`;
    return { ...entry, industry: null, note: null, places: [{ at, words: JSON.stringify(entry) }] };
  });
  return readingOf(answer, soc, null, figures);
}

/** `wf/predict/breakdown/industry`: employment in the UK, industry by industry. */
export function readIndustryPrediction(document: DocumentBytes): Reading<PredictionsExtract> {
  const answer = openAnswer(document);
  const { soc, note, predictedEmployment } = shaped(answer, industryAnswer);
  const figures = predictedEmployment.flatMap(({ year, breakdown }, index) => {
    const at = `${answer.at}/predictedEmployment/${index}`;
    return breakdown.map((item, place): PredictedFigure => {
      const { code, name, employment } = item;
      const places = [
        { at: `${at}/year`, words: `${year}` },
        { at: `${at}/breakdown/${place}`, words: JSON.stringify(item) },
      ];
      const industry = { code: `${code}`, name };
      return { year, industry, employment: employment ?? null, note: item.note || null, places };
    });
  });
  return readingOf(answer, soc, note || null, figures);
}

function readingOf(
  answer: Answer,
  soc: number,
  note: string | null,
  figures: PredictionsExtract["figures"],
): Reading<PredictionsExtract> {
  const { url, at } = answer;
  for (const { year, places } of figures) refuseStrangeYear(answer, year, places[0]?.at ?? at);
  const code = { text: answeredCode(answer, soc), at: `${at}/soc` };
  const remarkable = note === null ? null : { text: note, at: `${at}/note` };
  return { extract: { url, code, note: remarkable, figures }, remarks: [] };
}

/** A request can limit the years; an answer with others is the answer to another request. */
function refuseStrangeYear({ url, request }: Answer, year: number, at: string): void {
  const { minYear = "1980", maxYear = "2100" } = request.parameters;
  if (!/^\d{4}$/.test(minYear) || !/^\d{4}$/.test(maxYear))
    refuse(url, "", "years of four digits in the request", `${minYear} and ${maxYear}`);
  if (year < Number(minYear) || year > Number(maxYear))
    refuse(url, at, `a year from ${minYear} to ${maxYear}`, `${year}`);
}
