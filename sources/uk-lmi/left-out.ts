/** Requests whose answers are archived and give no facts, each with the reason. */
export const LEFT_OUT: readonly { readonly path: RegExp; readonly reason: string }[] = [
  {
    path: /^census\/(?:jobs_breakdown|resident_occupations)$/,
    reason:
      "It counts the jobs or the residents around one postcode in the 2011 census, not those of the UK.",
  },
  {
    path: /^wf\/predict\/breakdown\/(?:region|gender|qualification|status)$/,
    reason: "It splits employment by region, gender, qualification or status; the dataset has none of these.",
  },
  {
    path: /^wf\/replacement_demand$/,
    reason: "It gives a yearly rate of replacement in percent, which is no number of openings.",
  },
  {
    path: /^ashe\/annualChanges$/,
    reason: "It gives the change of pay over a year in percent, which is no pay.",
  },
  {
    path: /^(?:ashe|lfs|wf)\/filters(?:\/.+)?$/,
    reason: "It explains the codes of filters, and says nothing of an occupation.",
  },
  { path: /^lfs\/unemployment$/, reason: "The dataset has no unemployment rates." },
  { path: /^ess\/.+$/, reason: "The dataset has no shares of vacancies that are hard to fill." },
  { path: /^hesa\/.+$/, reason: "The dataset has no courses of graduates." },
  { path: /^o-net\/.+$/, reason: "It repeats O*NET, whose scores the dataset does not have." },
  { path: /^vacancies\/.+$/, reason: "Vacancies were of their day." },
];

/** Why the answer to a request that narrows a figure down gives no facts. */
export const NARROWED =
  "It was asked for with a filter, an age or a breakdown: it tells of some workers, not of all in the UK.";
