/** A change of one occupation's XML; `pick(n)` gives a number below n, the same on every run. */
export type Change = (occupation: string, pick: (count: number) => number) => string;

const READ_ELEMENTS = [
  ...["title", "occupation_code", "publish_date", "soc_coverage", "occupation_name_full", "citation"],
  ...[
    "occupation_name_short_plural",
    "occupation_name_short_singular",
    "quick_facts",
    "qf_median_pay_annual",
  ],
  ...["qf_median_pay_hourly", "qf_entry_level_education", "qf_work_experience", "qf_on_the_job_training"],
  ...["qf_number_of_jobs", "qf_employment_outlook", "qf_employment_openings", "summary_what_they_do"],
  ...["summary_work_environment", "summary_how_to_become_one", "summary_pay", "summary_outlook"],
  ...["what_they_do", "work_environment", "how_to_become_one", "pay", "job_outlook", "section_datatable"],
  ...["similar_occupations", "more_information"],
];

const element = (name: string) => new RegExp(`<${name}(?: [^>]*)?>.*?</${name}>`, "s");

const one = <T>(list: readonly T[], pick: (count: number) => number): T => list[pick(list.length)] as T;

/** Replaces the n-th place, n picked. */
function atOnePlace(
  text: string,
  pattern: RegExp,
  pick: (count: number) => number,
  to: (found: string) => string,
): string {
  const places = [...text.matchAll(pattern)];
  const place = places.length === 0 ? undefined : one(places, pick);
  if (place === undefined) return text;
  return text.slice(0, place.index) + to(place[0]) + text.slice(place.index + place[0].length);
}

const inElement =
  (name: string, change: (element: string) => string): Change =>
  (occupation) =>
    occupation.replace(element(name), change);

const value = (name: string, to: (words: string) => string): Change =>
  inElement(name, (whole) =>
    whole.replace(
      /(<value[^>]*>)(.*?)(<\/value>)/s,
      (_, open, words, close) => `${open}${to(words)}${close}`,
    ),
  );

/** What no reader may take: the whole document is refused. */
export const REFUSED: Readonly<Record<string, Change>> = {
  "an element is missing": (occupation, pick) => occupation.replace(element(one(READ_ELEMENTS, pick)), ""),
  "an element has another name": (occupation, pick) => {
    const name = one(READ_ELEMENTS, pick);
    return occupation.replace(element(name), (whole) =>
      whole.replace(`<${name}`, "<other").replace(new RegExp(`</${name}>$`), "</other>"),
    );
  },
  "an element stands twice": (occupation, pick) =>
    occupation.replace(
      element(
        one(
          READ_ELEMENTS.filter((name) => name !== "soc_coverage"),
          pick,
        ),
      ),
      (whole) => whole + whole,
    ),
  "an element has lost its end": (occupation, pick) => {
    const name = one(READ_ELEMENTS, pick);
    return occupation.replace(element(name), (whole) => whole.slice(0, -`</${name}>`.length));
  },
  "CDATA has lost its end": (occupation, pick) => atOnePlace(occupation, /\]\]>/g, pick, () => ""),
  "the occupation is cut off": (occupation, pick) => {
    const from = occupation.indexOf("</quick_facts>");
    return from === -1
      ? occupation
      : `${occupation.slice(0, from + pick(occupation.length - from))}</occupation>`;
  },
  "it stands twice": (occupation) => occupation + occupation,
  "the band has other words": inElement("qf_median_pay_annual", (whole) =>
    whole.replace(/(<range[^>]*>)[^<]*/, "$1Middling"),
  ),
  "the band is another": inElement("qf_median_pay_annual", (whole) =>
    whole.replace(/(<range[^>]*>)[^<]*/, "$1$20,000 to $20,001"),
  ),
  "the education is another": value("qf_entry_level_education", () => "Some schooling"),
  "the experience is another": value("qf_work_experience", () => "Yes"),
  "the training is another": value("qf_on_the_job_training", () => "Weeks"),
  "the outlook has other words": inElement("qf_employment_outlook", (whole) =>
    whole.replace(/(<description>)[^<]*/, "$1Rosy"),
  ),
  "the two outlooks differ": inElement("qf_employment_outlook", (whole) =>
    whole.replace(
      /(<range[^>]*>)[^<]*/,
      (_, open) => `${open}${whole.includes("Decline") ? "As fast as average" : "Decline"}`,
    ),
  ),
  "the jobs are in words": value("qf_number_of_jobs", () => "many"),
  "the jobs have commas": value("qf_number_of_jobs", (words) => Number(words).toLocaleString("en-US")),
  "the change is that of another": value("qf_employment_openings", (words) => `${-Number(words) - 60_000}`),
  "the day is none": inElement("publish_date", () => "<publish_date>2025-02-30</publish_date>"),
  "a column of the table is missing": inElement("section_datatable", (whole) =>
    whole.replace(/<th rowspan="2">SOC Code<\/th>/, ""),
  ),
  "the table is of other years": inElement("section_datatable", (whole) => whole.replaceAll("2034", "2035")),
  "a cell of the table is empty": (occupation, pick) =>
    occupation.replace(element("section_datatable"), (table) =>
      atOnePlace(table, /(?<=<td style="align: right">)[\d,-]+(?=<\/td>)/g, pick, () => ""),
    ),
  "its address is none": inElement("citation", (whole) =>
    whole.replaceAll(/https:\/\/www\.bls\.gov\/ooh\/[a-z-]+\/[^"<]+\.htm/g, "/ooh/home.htm"),
  ),
};

/** What stays the same document for a reader. */
export const HARMLESS: Readonly<Record<string, Change>> = {
  "white space is other": (occupation) => occupation.replaceAll("\t", "  \n "),
  "a comment stands between elements": (occupation) =>
    occupation.replace("<publish_date", "<!-- <title>x</title> --><publish_date"),
  "pictures, videos and charts are gone": (occupation) =>
    occupation.replaceAll(
      /<(image|section_image|section_chart|section_chart_html|video_link)( [^>]*)?>.*?<\/\1>/gs,
      "",
    ),
  "CDATA is text with entities": (occupation) =>
    occupation.replace(element("summary_pay"), (whole) =>
      whole.replace(/<!\[CDATA\[(.*)\]\]>/s, (_, html: string) =>
        html.replaceAll("&", "&amp;").replaceAll("<", "&lt;"),
      ),
    ),
  "attributes are other": (occupation) =>
    occupation.replaceAll(' type="text"', "").replaceAll(' type="html"', ' lang="en"'),
};
