import { DocumentError } from "../../../sources/reading/document-error.ts";
import type { ProfileExtract } from "../../../sources/uk-ncs/profile-extract.ts";
import { normaliseUkNcs } from "../../../transforms/from-uk-ncs.ts";

const quote = (text: string) => ({ text, at: "p" });
const figure = (amount: string, label: string) => ({ amount, label, whole: `${amount} ${label}`, at: "p" });

const PROFILE: ProfileExtract = {
  url: "https://nationalcareers.service.gov.uk/job-profiles/plumber",
  title: quote("Plumber"),
  alternativeTitles: null,
  overview: [quote("Plumbers lay pipes.")],
  salary: {
    heading: quote("Average salary (a year)"),
    starter: figure("£15,000", "Starter"),
    experienced: figure("£40,000", "Experienced"),
    blank: null,
  },
  hours: {
    heading: quote("Typical hours (a week)"),
    typical: { text: "37 to 40", detail: "a week", whole: "37 to 40 a week", at: "p" },
  },
  pattern: { text: "evenings", detail: null, whole: "evenings", at: "p" },
  jobGroup: null,
  sections: [{ topic: "career-path", heading: "Career path and progression", text: "Up.", at: "h2" }],
  duties: [],
  routes: [],
  restrictions: [],
  skills: [quote("care")],
  related: [],
};

/** What the transform makes of a small profile with some of its parts replaced. */
export function factsOf(parts: Partial<ProfileExtract>) {
  return normaliseUkNcs("profile", { ...PROFILE, ...parts }, { id: "c", sourceId: "uk-ncs" });
}

export function refusalOf(parts: Partial<ProfileExtract>): string {
  try {
    factsOf(parts);
  } catch (error) {
    if (error instanceof DocumentError) return error.message;
    throw error;
  }
  throw new Error("Not refused.");
}

/** A salary as the page shows it. */
export const salaryOf = (starter: string, experienced: string): ProfileExtract["salary"] => ({
  ...PROFILE.salary,
  starter: figure(starter, "Starter"),
  experienced: figure(experienced, "Experienced"),
});

export const blankSalaryOf = (words: string): ProfileExtract["salary"] => ({
  ...PROFILE.salary,
  starter: null,
  experienced: null,
  blank: quote(words),
});

/** Hours as the page shows them. */
export const hoursOf = (text: string, detail: string | null = "a week"): ProfileExtract["hours"] => ({
  ...PROFILE.hours,
  typical: { text, detail, whole: `${text} ${detail ?? ""}`.trim(), at: "p" },
});
