import { addressOf } from "./addresses.ts";
import { button, type Child, element, link } from "./element.ts";
import { count } from "./figures.ts";
import { FILTER_NAMES, type Filters, filtersFrom, passes } from "./filters.ts";
import { type Listed, type ListedOccupation, listedNames } from "./listed.ts";
import { employerWords, growthWords, jobsWords, payWords } from "./main-numbers.ts";
import type { Found } from "./name-index.ts";
import { searchPart } from "./parts.ts";
import { countryWords, kindWords } from "./schemes.ts";

const AT_ONCE = 25;

/** The front page: search as you type, filters, and what was found. */
export function searchPage(list: Listed, query: URLSearchParams): HTMLElement {
  const input = element("input", {
    type: "search",
    id: "words",
    name: "q",
    autocomplete: "off",
    spellcheck: "false",
    placeholder: "nurse, medical coder, bus driver",
    value: query.get("q") ?? "",
  });
  const form = element(
    "form",
    { role: "search", class: "search" },
    element(
      "div",
      { class: "search-words" },
      element("label", { for: "words" }, "Find an occupation"),
      input,
    ),
    filterFields(list, filtersFrom(query)),
  );
  const status = element("p", { role: "status", class: "result-count" });
  const results = element("div", { class: "results" });
  const update = () => showResults(list, form, status, results);
  form.addEventListener("input", () => {
    keepInAddress(form);
    void update();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  // A form of several fields without a button is not sent by Enter: here Enter leads to the first result.
  input.addEventListener("keydown", ({ key }) => {
    if (key === "Enter") void update().then(() => results.querySelector("a")?.focus());
  });
  void update();
  return element(
    "div",
    { class: "search-page" },
    element("h1", { tabindex: -1 }, "What occupations do, pay and need"),
    element(
      "p",
      { class: "summary" },
      "The official figures of the United States and the United Kingdom, each traced to its source.",
    ),
    form,
    status,
    results,
  );
}

type Field = readonly [name: string, label: string, control: HTMLElement];

function filterFields(list: Listed, filters: Filters): HTMLElement {
  const educations = [...new Set(list.occupations.map(({ entry_education }) => entry_education))];
  const fields: readonly Field[] = [
    [
      "country",
      "Country",
      choice("country", filters.country, [
        ["US", "United States"],
        ["UK", "United Kingdom"],
      ]),
    ],
    [
      "pay",
      "Pay a year, at least",
      element("input", { id: "pay", name: "pay", inputmode: "numeric", size: 8, value: filters.pay }),
    ],
    ["growth", "Growth", choice("growth", filters.growth, GROWTHS)],
    [
      "education",
      "Entry education (US)",
      choice(
        "education",
        filters.education,
        educations
          .filter((one) => one !== null)
          .toSorted()
          .map((one) => [one, one]),
      ),
    ],
    [
      "employer",
      "Largest employer",
      element("input", {
        id: "employer",
        name: "employer",
        size: 16,
        placeholder: "hospital",
        value: filters.employer,
      }),
    ],
  ];
  const isUsed = FILTER_NAMES.some((name) => filters[name] !== "");
  return element(
    "details",
    { class: "filters", open: isUsed || window.innerWidth >= 720 },
    element("summary", {}, "Filters"),
    element(
      "div",
      { class: "fields" },
      ...fields.map(([name, label, control]) =>
        element("div", { class: "field" }, element("label", { for: name }, label), control),
      ),
    ),
    element(
      "p",
      { class: "note" },
      "Pay is compared in the currency of each country; who has no yearly figure is left out then.",
    ),
  );
}

const GROWTHS = [
  ["growing", "Growing"],
  ["faster", "Faster than all occupations"],
  ["shrinking", "Shrinking"],
] as const;

function choice(
  id: string,
  chosen: string,
  options: readonly (readonly [string, string])[],
): HTMLSelectElement {
  return element(
    "select",
    { id, name: id },
    element("option", { value: "" }, "Any"),
    ...options.map(([value, words]) => element("option", { value, selected: value === chosen }, words)),
  );
}

/** What is asked stands in the address, so that it can be shared; no step of the history for every letter. */
function keepInAddress(form: HTMLFormElement): void {
  const asked = [...askedIn(form)].filter(([, value]) => value !== "");
  const search = new URLSearchParams(asked).toString();
  history.replaceState(null, "", search === "" ? "#/" : `#/?${search}`);
}

function askedIn(form: HTMLFormElement): readonly [string, string][] {
  return [...new FormData(form)].map(([name, value]) => [name, String(value).trim()]);
}

type Index = (words: string) => readonly Found[];

let indexing: Promise<Index> | undefined;

/** Names, and the search itself, are loaded when somebody types, not before. */
function nameIndex(list: Listed): Promise<Index> {
  indexing ??= Promise.all([listedNames(), searchPart()]).then(([names, { createNameIndex }]) =>
    createNameIndex(
      list.occupations.map(({ title, level }, index) => ({
        title,
        isProfile: level === "profile",
        names: names[index] ?? [],
      })),
    ),
  );
  return indexing;
}

type Result = { readonly occupation: ListedOccupation; readonly name: string | null };

async function showResults(
  list: Listed,
  form: HTMLFormElement,
  status: HTMLElement,
  target: HTMLElement,
): Promise<void> {
  const asked = new URLSearchParams([...askedIn(form)]);
  const words = asked.get("q") ?? "";
  const filters = filtersFrom(asked);
  const isFiltered = FILTER_NAMES.some((name) => filters[name] !== "");
  const found = words === "" ? largest(list, isFiltered) : await named(list, words);
  if ((new FormData(form).get("q") ?? "") !== words && String(new FormData(form).get("q")).trim() !== words)
    return; // typed on meanwhile
  const growthOfAll = list.byId.get("us-soc-2018/00-0000")?.growth_percent ?? null;
  const shown = found.filter(({ occupation }) => passes(occupation, filters, growthOfAll));
  status.textContent = countWords(shown.length, words, isFiltered);
  target.replaceChildren(resultList(shown, AT_ONCE));
}

async function named(list: Listed, words: string): Promise<readonly Result[]> {
  const find = await nameIndex(list);
  return find(words).flatMap(({ index, name }) => {
    const occupation = list.occupations[index];
    return occupation === undefined ? [] : [{ occupation, name }];
  });
}

/** Before anything is asked: profiles with the most jobs. With filters: all that have a number of jobs first. */
function largest(list: Listed, isFiltered: boolean): readonly Result[] {
  return list.occupations
    .filter(({ level }) => isFiltered || level === "profile")
    .toSorted((one, other) => (other.jobs ?? -1) - (one.jobs ?? -1))
    .map((occupation) => ({ occupation, name: null }));
}

function countWords(number: number, words: string, isFiltered: boolean): string {
  if (words === "" && !isFiltered) return `${count(number)} profiles, those with the most jobs first`;
  if (number === 0) return "Nothing found. Try fewer words, or fewer filters.";
  return `${count(number)} ${number === 1 ? "occupation" : "occupations"} found`;
}

function resultList(results: readonly Result[], limit: number): HTMLElement {
  const list = element("ol", { class: "result-list" }, ...results.slice(0, limit).map(resultItem));
  const rest = results.length - limit;
  if (rest <= 0) return list;
  const more = button(`Show ${count(Math.min(rest, AT_ONCE * 4))} more`, () => {
    const longer = resultList(results, limit + AT_ONCE * 4);
    whole.replaceWith(longer);
    longer.querySelectorAll<HTMLElement>("li h2 a")[limit]?.focus();
  });
  const whole = element("div", {}, list, more);
  return whole;
}

function resultItem({ occupation, name }: Result): HTMLElement {
  const facts = [payWords(occupation), jobsWords(occupation), growthWords(occupation)];
  const employer = employerWords(occupation);
  return element(
    "li",
    {},
    element("h2", {}, link(addressOf(occupation.id), occupation.title)),
    element(
      "p",
      { class: "kind" },
      `${countryWords(occupation.country)} · ${kindWords(occupation)}`,
      name === null ? null : ` · also called ${name}`,
    ),
    element(
      "ul",
      { class: "facts" },
      ...facts.map((words) => element("li", {}, words)),
      ...extra(occupation, employer),
    ),
  );
}

function extra({ entry_education }: ListedOccupation, employer: string | null): Child[] {
  return [entry_education, employer === null ? null : `largest employer: ${employer}`]
    .filter((words) => words !== null)
    .map((words) => element("li", {}, words));
}
