/** Elements before the first occupation, each there once. */
export const HEADER = [
  "publication_title",
  "current_year",
  "projection_year",
  "reference_year",
  "reference_period",
  "last_updated",
] as const;

/** Elements of every occupation that are read, by their paths, each there once. */
export const ALWAYS = [
  "title",
  "occupation_code",
  "publish_date",
  "occupation_name_full",
  "occupation_name_short_plural",
  "occupation_name_short_singular",
  "what_they_do/section_title",
  "what_they_do/section_body",
  "work_environment/section_title",
  "work_environment/section_body",
  "how_to_become_one/section_title",
  "how_to_become_one/section_body",
  "pay/section_title",
  "pay/section_body",
  "job_outlook/section_title",
  "job_outlook/section_body",
  "similar_occupations/section_body",
  "more_information/section_title",
  "more_information/section_body",
  "citation",
] as const;

/** The quick facts and the elements of each. `help` explains the figure, and tells its year. */
export const QUICK_FACTS = {
  qf_median_pay_annual: ["value", "range", "note", "help"],
  qf_median_pay_hourly: ["value", "note", "help"],
  qf_entry_level_education: ["value"],
  qf_work_experience: ["value"],
  qf_on_the_job_training: ["value"],
  qf_number_of_jobs: ["value", "range", "help"],
  qf_employment_outlook: ["value", "description", "range", "help"],
  qf_employment_openings: ["value", "help"],
} as const;

/** Elements that an occupation has all of, or none (military careers). */
export const WITH_FIGURES: readonly string[] = [
  ...Object.entries(QUICK_FACTS).flatMap(([fact, parts]) =>
    parts.map((part) => `quick_facts/${fact}/${part}`),
  ),
  "summary_what_they_do",
  "summary_work_environment",
  "summary_how_to_become_one",
  "summary_pay",
  "summary_outlook",
  "job_outlook/section_datatable",
];

/** The one element that an occupation can have many of. */
export const SOC_CODE = "soc_coverage/soc_code";

/** Elements that are left out on purpose, and why. */
export const LEFT_OUT: Readonly<Record<string, string>> = {
  description: "the text for search engines, on some pages older than that of the Summary, which is read",
  publish_time: "the hour of the publish date, the same for all",
  video_link: "a video",
  image: "a picture",
  "what_they_do/section_image": "a picture",
  "work_environment/section_image": "a picture",
  "how_to_become_one/section_image": "a picture",
  "pay/section_chart_html": "a picture of figures that stand in the quick facts",
  "job_outlook/section_chart": "a picture of figures that stand in the projections table",
  summary_state_and_area: "the same words for every occupation",
  summary_similar_occupations: "the same words for every occupation",
  summary_more_information: "the same words for every occupation",
  "state_and_area/section_title": "the same words for every occupation",
  "state_and_area/section_body": "the same words for every occupation",
  "similar_occupations/section_title": "the same words for every occupation",
  "quick_facts/qf_entry_level_education/help": "explains the category, the same words for every occupation",
  "quick_facts/qf_work_experience/help": "explains the category, the same words for every occupation",
  "quick_facts/qf_on_the_job_training/help": "explains the category, the same words for every occupation",
};

const READ: ReadonlySet<string> = new Set([...ALWAYS, ...WITH_FIGURES, SOC_CODE]);

/** Elements that hold others: every beginning of a known path. */
const CONTAINERS: ReadonlySet<string> = new Set(
  [...READ, ...Object.keys(LEFT_OUT)].flatMap((path) => {
    const steps = path.split("/");
    return steps.slice(0, -1).map((_, index) => steps.slice(0, index + 1).join("/"));
  }),
);

export type ElementKind = "read" | "left-out" | "container" | "unknown";

export function kindOfElement(path: string): ElementKind {
  if (READ.has(path)) return "read";
  if (CONTAINERS.has(path)) return "container";
  return path in LEFT_OUT ? "left-out" : "unknown";
}
