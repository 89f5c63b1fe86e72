import { integer, nullable, oneOf, pattern, real, text } from "./column.ts";

const ISO_PERIOD = /^\d{4}(-(0[1-9]|1[0-2]))?$/;

/** What the number stands for when it is not simply the number. */
export const QUALIFIERS = [
  "exact",
  "at-least",
  "more-than",
  "less-than",
  "not-published",
  "suppressed",
  "variable",
  "estimated",
] as const;

export const provenance = {
  source_id: text("The source that says so.", { references: "source.id" }),
  capture_id: text("The archived response in which it was read.", { references: "capture.id" }),
  locator: text(
    "Where in the document: CSS path, XML path, or sheet and cell. A JSON array where the row draws on several places.",
  ),
  raw: nullable(
    text(
      "The words exactly as published, white space folded; NULL where the value itself is those words. A JSON array in the order of the locators.",
    ),
  ),
};

export const occupationId = text("The occupation that the row is about.", { references: "occupation.id" });

export const groupTitle = nullable(
  text(
    "The part of the occupation or of its workers that the figure is about, as the publisher names it; NULL means all of it.",
  ),
);

export const groupId = nullable(
  text("The occupation that `group_title` is, where the publisher gives its code.", {
    references: "occupation.id",
  }),
);

export const area = oneOf(["US", "UK", "England"], "Where the figure holds.");

export const industryId = nullable(
  text("The industry that the figure is limited to; NULL means all industries.", {
    references: "industry.id",
  }),
);

export const qualifier = oneOf(
  QUALIFIERS,
  "How the number is to be read: exact (as published), at-least (top-coded), more-than, less-than; or why there is none: not-published, suppressed, variable; estimated (by us, from incomplete figures).",
);

export const referencePeriod = pattern(
  ISO_PERIOD,
  "The period that the figure is about: ISO year, or year and month.",
);

export const undatedReferencePeriod = nullable(
  pattern(
    ISO_PERIOD,
    "The period that the figure is about: ISO year, or year and month; NULL where the publisher dates it not at all (editorial figures of a careers service).",
  ),
);

export const currency = oneOf(["USD", "GBP"], "ISO 4217 code.");

export const relativeErrorPercent = nullable(
  real("Coefficient of variation or relative standard error, where published.", {
    unit: "percent",
    minimum: 0,
  }),
);

export const position = integer("Order on the page, from 1.", { minimum: 1 });

export const jobs = (description: string) => nullable(integer(description, { unit: "persons", minimum: 0 }));

export const isoTime = (description: string) =>
  pattern(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{3})?Z$/, description);

export const isoDate = (description: string) => pattern(/^\d{4}-\d{2}-\d{2}$/, description);

export const sha256 = (description: string) => pattern(/^[0-9a-f]{64}$/, description);
