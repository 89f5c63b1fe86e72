import { quoted } from "../reading/document-error.ts";
import { fold } from "../reading/text.ts";
import { profileAddress } from "../us-ooh/profile-address.ts";
import type {
  CompilationExtract,
  FiguresExtract,
  OccupationExtract,
  XmlElement,
} from "./compilation-extract.ts";
import { ALWAYS, QUICK_FACTS, WITH_FIGURES } from "./elements.ts";
import type { OccupationTexts } from "./occupation-texts.ts";
import { projectionsFrom } from "./projections.ts";
import { sectionsFrom, similarFrom } from "./prose.ts";

/** One occupation. It has all elements, those with figures all of them or none. */
export function occupationFrom(texts: OccupationTexts, helps: Helps): OccupationExtract {
  const hasFigures = WITH_FIGURES.some(texts.has);
  const missing = [...ALWAYS, ...(hasFigures ? WITH_FIGURES : [])].find((path) => !texts.has(path));
  if (missing !== undefined) texts.refuse(missing, "one element", "none");
  if (hasFigures !== texts.socCodes().length > 0)
    texts.refuse("soc_coverage", hasFigures ? "a SOC code" : "none", `${texts.socCodes().length}`);
  const url = addressFrom(texts);
  if (hasFigures) noteHelps(texts, helps);
  return {
    url,
    at: texts.at(),
    code: codeFrom(texts),
    title: texts.filled("title"),
    names: {
      full: texts.filled("occupation_name_full"),
      plural: texts.filled("occupation_name_short_plural"),
      singular: texts.filled("occupation_name_short_singular"),
    },
    publishDate: texts.filled("publish_date"),
    socCodes: [...texts.socCodes()],
    figures: hasFigures ? figuresFrom(texts, url) : null,
    sections: sectionsFrom(texts),
    similar: similarFrom(texts, url),
  };
}

function codeFrom(texts: OccupationTexts): string {
  const { text, at } = texts.filled("occupation_code");
  return /^[A-Z]\d+$/.test(text) ? text : texts.refuse(at, "a code like B047", quoted(text));
}

/** Nothing but the citation tells the address of the page. */
function addressFrom(texts: OccupationTexts): string {
  const { targets } = texts.htmlWords("citation");
  const [address, ...others] = targets.map(({ href }) => profileAddress(href, texts.url));
  return address === undefined || others.length > 0
    ? texts.refuse(
        "citation",
        "one link, to a profile",
        targets.map(({ href }) => quoted(href)).join(", ") || "none",
      )
    : address;
}

/** An occupation has all of the figures, or none of them. */
function figuresFrom(texts: OccupationTexts, url: string): FiguresExtract {
  const fact = (name: keyof typeof QUICK_FACTS, part: string): XmlElement =>
    texts.words(`quick_facts/${name}/${part}`);
  return {
    payAnnual: {
      value: fact("qf_median_pay_annual", "value"),
      range: fact("qf_median_pay_annual", "range"),
      note: fact("qf_median_pay_annual", "note"),
    },
    payHourly: {
      value: fact("qf_median_pay_hourly", "value"),
      note: fact("qf_median_pay_hourly", "note"),
    },
    education: fact("qf_entry_level_education", "value"),
    experience: fact("qf_work_experience", "value"),
    training: fact("qf_on_the_job_training", "value"),
    // The range is that of the new jobs, whatever the element is called.
    jobs: { value: fact("qf_number_of_jobs", "value"), newJobs: fact("qf_number_of_jobs", "range") },
    outlook: {
      value: fact("qf_employment_outlook", "value"),
      description: fact("qf_employment_outlook", "description"),
      range: fact("qf_employment_outlook", "range"),
    },
    // The change in employment, whatever the element is called.
    change: fact("qf_employment_openings", "value"),
    outlookProse: proseOf(texts, "summary_outlook"),
    projections: projectionsFrom(texts, url),
  };
}

function proseOf(texts: OccupationTexts, path: string): XmlElement {
  const { parts } = texts.htmlWords(path);
  return { text: fold(parts.map(({ text }) => text).join(" ")), at: path };
}

type Help = CompilationExtract["helps"][number];

/** Explanations of quick facts by their words: every occupation has the same ones. */
export type Helps = Map<string, Help>;

function noteHelps(texts: OccupationTexts, helps: Helps): void {
  for (const [fact, parts] of Object.entries(QUICK_FACTS)) {
    if (!parts.some((part) => part === "help")) continue;
    const { text, at } = texts.filled(`quick_facts/${fact}/help`);
    const key = `${fact} ${text}`;
    if (!helps.has(key)) helps.set(key, { fact, text, at: `${texts.at()}/${at}` });
  }
}
