import { z } from "zod";
import { quote } from "../reading/page.ts";

const place = z.string().min(1);
const words = z.string().min(1);

/** A figure of pay: "£24,907" and its label "Starter"; `whole` is both as published. */
const payFigure = z.strictObject({ amount: words, label: words, whole: words, at: place });

/** Words with smaller words beside them: "37 to 42" and "a week"; `whole` is both as published. */
const detailed = z.strictObject({ text: z.string(), detail: words.nullable(), whole: z.string(), at: place });

const section = z.strictObject({
  topic: words,
  heading: words,
  /** Markdown. */
  text: words,
  at: place,
});

export const ENTRY_ROUTES = [
  "university",
  "college",
  "apprenticeship",
  "work",
  "volunteering",
  "direct-application",
  "other-routes",
] as const;

const entryRoute = z.strictObject({
  route: z.enum(ENTRY_ROUTES),
  /** Markdown: how the route works, without entry requirements and links; NULL where nothing is said. */
  description: words.nullable(),
  /** The list under "Entry requirements". */
  requirements: z.array(quote),
  at: place,
});

/** What one job profile says, in the publisher's words, each with its place on the page. */
export const profileExtract = z.strictObject({
  url: z.url(),
  title: quote,
  /** What follows "Alternative titles for this job include"; NULL where nothing does. */
  alternativeTitles: quote.nullable(),
  /** The paragraphs below the title. */
  overview: z.array(quote).min(1),
  salary: z.strictObject({
    /** "Average salary (a year)": only it says what the amounts pay for. */
    heading: quote,
    starter: payFigure.nullable(),
    experienced: payFigure.nullable(),
    /** "Variable", where there are no amounts. */
    blank: quote.nullable(),
  }),
  hours: z.strictObject({ heading: quote, typical: detailed }),
  pattern: detailed,
  /** The link to the group of jobs that the profile belongs to; NULL where there is none. */
  jobGroup: z.strictObject({ href: words, words: z.string(), at: place }).nullable(),
  sections: z.array(section).min(1),
  duties: z.array(z.strictObject({ introduction: quote.nullable(), items: z.array(quote).min(1) })),
  routes: z.array(entryRoute),
  restrictions: z.array(quote),
  skills: z.array(quote).min(1),
  related: z.array(z.strictObject({ title: words, url: z.url(), at: place })),
});

export type ProfileExtract = z.infer<typeof profileExtract>;
