import { z } from "zod";

const quote = z.strictObject({ text: z.string().min(1), at: z.string().min(1) });

export const SOC_LEVELS = ["major", "minor", "broad", "detailed"] as const;

/** A row of the classification, in the publisher's words, each with its cell. */
export const socGroup = z.strictObject({
  level: z.enum(SOC_LEVELS),
  code: quote,
  title: quote,
  /** Detailed occupations have one; the workbook with the structure alone has none at all. */
  definition: quote.nullable(),
});

export const classificationExtract = z.strictObject({
  url: z.url(),
  groups: z.array(socGroup).min(1),
});

export type SocGroup = z.infer<typeof socGroup>;

/** All groups of the classification, in the order of the workbook: each stands below the wider one that it belongs to. */
export type ClassificationExtract = z.infer<typeof classificationExtract>;
