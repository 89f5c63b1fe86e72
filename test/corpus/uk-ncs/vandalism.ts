import { type Change, every, oneIn } from "../page-change.ts";

/** In the part of the page that is read. */
const one = oneIn((html) => [html.indexOf("<main"), html.length]);

const OPPORTUNITIES = /<section id="[cC]urrent-?[oO]pportunities">[\s\S]*?<\/section>/;

/** What changes nothing of what a page says. A careful reader takes the same facts from it. */
export const HARMLESS: Readonly<Record<string, Change>> = {
  "items are left open": every(/<\/li>/g, ""),
  "paragraphs are left open": every(/<\/p>/g, ""),
  "tags are in capitals": every(/<\/?(?:p|ul|li|h[1-6]|section|div|span)\b/g, (words) => words.toUpperCase()),
  "attributes are in simple quotes": every(/(?<==)"([^"']*)"/g, "'$1'"),
  "lines end as in DOS": every(/\n/g, "\r\n"),
  "blanks do not break": every(/(?<=<(?:p|li)[^<>]*>[^<>]*\S) (?=\S)/g, "&nbsp;"),
  "pounds are entities": every(/£|&#xA3;|&#163;/g, "&pound;"),
  "the old salary stands in a comment": every(
    /<div id="Salary"/g,
    '<!-- <p class="dfc-code-jpsstarter">£1 <span>Starter</span></p> -->$&',
  ),
  "the old salary is struck out": every(/(?<=class="dfc-code-jpsstarter">)/g, "<del>£99,000</del> "),
  "classes come in company": every(/class="dfc-code/g, 'class="govuk-body dfc-code'),
  "vacancies are gone": every(new RegExp(OPPORTUNITIES.source, "g"), ""),
  "vacancies pay otherwise": every(new RegExp(OPPORTUNITIES.source, "g"), (words) =>
    words.replace(/\d/g, "7"),
  ),
  "titles name another service": every(
    /National Careers Service|Explore careers/g,
    "Get careers information",
  ),
  "no class around the contents": every(/ class="job-profile-subsection-content"/g, ""),
  "boxes stand around lists": every(/<ul>[\s\S]*?<\/ul>/g, '<div class="list">$&</div>'),
  "a script stands in the prose": every(/<section id="HowToBecome">/g, "$&<script>var pay = '£1';</script>"),
};

const RENAMED =
  /id="(Salary|WorkingHours|WorkingHoursPatterns|HowToBecome|WhatItTakes|Skills|WhatYouWillDo|CareerPathAndProgression|University|College|Apprenticeship|work|volunteering|directapplication|otherroutes|moreinfo|restrictions|workingenvironment)"/;
const CLASS =
  /class="(dfc-code-jpsstarter|dfc-code-jpsexperienced|dfc-code-jpsalaryblank|dfc-code-jphours|dfc-code-jpwhoursdetail|dfc-code-jpwpatterndetail|list-reqs|list-link|job-profile-related)"/;
const PART = /<section id="(HowToBecome|WhatItTakes|WhatYouWillDo|CareerPathAndProgression)"/;
const SALARY = /(?<=class="dfc-code-jps(?:starter|experienced)">)(?:£|&#xA3;|&#163;)([\d,]+)/;
const HOURS = /(?<=class="dfc-code-jphours">\s*)([\d.]+)\s+to\s+([\d.]+)/;

/** What a redesign or a slip of the hand does. A careful reader refuses the page, or what it still takes is the same. */
export const REFUSED: Readonly<Record<string, Change>> = {
  "an id is another": one(RENAMED, ([, id]) => `id="${id}-v2"`),
  "a class is another": one(CLASS, ([, name]) => `class="${name}__v2"`),
  "a heading of a block is another": one(
    /(?<=<h2>\s*)(Average salary|Typical hours|You could work)/,
    ([words]) => `About ${words}`,
  ),
  "a heading of a section is another": one(
    /(?<=<h[23][^>]*>)(How to become|What it takes|What you'll do|Career path|University|College|Apprenticeship|Work|Volunteering|Direct|Other|More info|Skills and|Restrictions|Day-to-day|Working env|Related)/i,
    ([words]) => `About ${words}`,
  ),
  "requirements stand under another heading": one(
    /(<h4>)Entry requirements(<\/h4>\s*(?:<p>[^<]*<\/p>\s*)?<ul class="list-reqs">)/,
    ([, before, after]) => `${before}What you need${after}`,
  ),
  "pounds are dollars": every(/£|&#xA3;|&#163;/g, "$"),
  "a salary is ten times less": one(SALARY, ([words]) => words.replace(/(\d)(,)(\d{3})/, "$2$1.$3")),
  "a salary has lost its comma": one(SALARY, ([words]) => words.replace(",", "")),
  "a salary is nothing": one(SALARY, () => "£0"),
  "a salary is a range": one(SALARY, ([words]) => `${words} to ${words}`),
  "a salary is empty": one(SALARY, () => ""),
  "the salaries are swapped": (html) => {
    const [low, high] = [...html.matchAll(new RegExp(SALARY.source, "g"))].map(([words]) => words);
    if (low === undefined || high === undefined) return html;
    return html.replace(low, "LOW").replace(high, low).replace("LOW", high);
  },
  "a salary is missing": one(/<p class="dfc-code-jps\w+">[\s\S]*?<\/p>/, () => ""),
  "a salary more": one(/(?=<p class="dfc-code-jps\w+">)/, () => "<p>£30,000 <span>Median</span></p>"),
  "the salary is for a week": one(/\(a year\)/, () => "(a week)"),
  "the hours are for a day": one(/\(a week\)/, () => "(a day)"),
  "the hours' detail is a day": one(/(?<=jpwhoursdetail">)[^<]*/, () => "a day"),
  "the hours are turned round": one(HOURS, ([, low, high]) => `${Number(high) + 1} to ${low}`),
  "the hours are empty": one(HOURS, () => ""),
  "the hours have a minus": one(HOURS, ([, low, high]) => `-${low} to ${high}`),
  "the hours are told with a dash": one(HOURS, ([, low, high]) => `${low}–${high}`),
  "a part is missing": one(
    new RegExp(`${PART.source}[\\s\\S]*?(?=<section id="Wh|<section id="C)`),
    () => "",
  ),
  "a part is empty": one(
    new RegExp(`(${PART.source}[^>]*>)[\\s\\S]*?(?=<\\/section>\\s*<)`),
    ([, tag]) => `${tag}`,
  ),
  "a part stands twice": one(
    /<section id="(?:WhatItTakes|Skills)"|<section class="[^"]*" id="Skills"/,
    ([words]) => {
      const tag = `${words}>`;
      return `${tag}<h2>What it takes</h2><section><h3>Skills and knowledge</h3><ul><li>luck</li></ul></section></section>${words}`;
    },
  ),
  "the title is missing": one(/<h1[^>]*>[\s\S]*?<\/h1>/, () => ""),
  "the overview is missing": one(/(?<=<\/h1>[\s\S]{0,400}?<\/h2>\s*)<p>[\s\S]*?<\/p>/, () => ""),
  "the skills are missing": one(/<h3>Skills and knowledge<\/h3>[\s\S]*?<\/ul>/, () => ""),
  "a related career has no link": one(
    /(job-profile-related[\s\S]*?<li>)<a [^>]*>([^<]*)<\/a>/,
    ([, before, title]) => `${before}${title}`,
  ),
};

/** What the page does not show, or hardly: the changed page might as well be right. */
export const REMARKED: Readonly<Record<string, Change>> = {
  "a route is missing": one(
    /<section class="job-profile-subsection" id="(?:University|College|Apprenticeship|work|volunteering|directapplication)">[\s\S]*?<\/section>/,
    () => "",
  ),
  "the related careers are missing": one(/<div class="job-profile-related">[\s\S]*?<\/div>/, () => ""),
  "the working environment is missing": one(
    /<section class="job-profile-subsection" id="workingenvironment">[\s\S]*?<\/section>/,
    () => "",
  ),
  "a related link leads elsewhere": one(
    /(job-profile-related[\s\S]*?<li><a href=")[^"]*/,
    ([, before]) => `${before}/explore-careers/all`,
  ),
};

type Limit = { readonly change: Change; readonly tables: readonly string[] };

/** Only a comparison with the last version can tell these: nothing but the named tables may lose a row. */
export const LIMITS: Readonly<Record<string, Limit>> = {
  "an item of a list is missing": {
    change: one(/<li>[\s\S]*?<\/li>/, () => ""),
    tables: ["duty", "quality", "requirement", "relation"],
  },
  "the day-to-day tasks are missing": {
    change: one(
      /<section class="job-profile-subsection">\s*<h3>Day-to-day tasks[\s\S]*?<\/section>/,
      () => "",
    ),
    tables: ["duty"],
  },
  "the restrictions are missing": {
    change: one(/<section class="job-profile-subsection" id="restrictions">[\s\S]*?<\/section>/, () => ""),
    tables: ["requirement"],
  },
  "another title is missing": {
    change: one(/(Alternative titles for this job include <\/span>\s*)[^<,]*,/, ([, before]) => `${before}`),
    tables: ["occupation_name"],
  },
  "the group of jobs is missing": {
    change: one(/<div class="job-profile-hero-additional">[\s\S]*?<\/div>/, () => ""),
    tables: ["mention"],
  },
};
