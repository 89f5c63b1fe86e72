import { z } from "zod";

const quote = z.strictObject({ text: z.string().min(1), at: z.string().min(1) });

/** A code with the title that stands beside it. */
const codedTitle = z.strictObject({ code: quote, title: quote });

/** A row of the crosswalk between the two editions of the SOC. */
const editionPair = z.strictObject({ soc2010: codedTitle, soc2018: codedTitle });

export const editionsExtract = z.strictObject({
  url: z.url(),
  pairs: z.array(editionPair).min(1),
});

/** A pair that both sheets of the workbook tell; its words are those of the sheet that is sorted by the SOC. */
const iscoPair = z.strictObject({
  soc2010: codedTitle,
  isco08: codedTitle,
  /** The mark, where the SOC occupation is matched in part only; the sheet sorted by the SOC has it. */
  partOfSoc: quote.nullable(),
  /** The mark, where the ISCO group is matched in part only; the sheet sorted by ISCO-08 has it. */
  partOfIsco: quote.nullable(),
});

export const iscoExtract = z.strictObject({
  url: z.url(),
  pairs: z.array(iscoPair).min(1),
});

export type CodedTitle = z.infer<typeof codedTitle>;
export type EditionPair = z.infer<typeof editionPair>;
export type IscoPair = z.infer<typeof iscoPair>;

/** SOC 2010 beside SOC 2018, row by row. */
export type EditionsExtract = z.infer<typeof editionsExtract>;

/** SOC 2010 beside ISCO-08, row by row. */
export type IscoExtract = z.infer<typeof iscoExtract>;
