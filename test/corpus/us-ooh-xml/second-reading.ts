import { type DefaultTreeAdapterTypes, parseFragment, defaultTreeAdapter as tree } from "parse5";

type Node = DefaultTreeAdapterTypes.ChildNode;

/** What a compilation says, kind by kind, a line for each thing. */
export type Said = Readonly<Record<Kind, readonly string[]>>;
export type Kind =
  | "profile"
  | "band"
  | "wage"
  | "requirement"
  | "figure"
  | "row"
  | "covers"
  | "similar"
  | "section";

/** The text that stands between the tags of an element, CDATA or not. */
function inside(xml: string, ...names: readonly string[]): string {
  const within = names.slice(0, -1).reduce((text, name) => {
    const start = text.search(new RegExp(`<${name}[ >]`));
    return start === -1 ? "" : text.slice(start, text.indexOf(`</${name}>`, start));
  }, xml);
  const name = names.at(-1) ?? "";
  const found = new RegExp(`<${name}(?: [^>]*)?>(.*?)</${name}>`, "s").exec(within)?.[1] ?? "";
  const cdata = /^\s*<!\[CDATA\[(.*)\]\]>\s*$/s.exec(found)?.[1];
  return cdata ?? found.replaceAll("&apos;", "'").replaceAll("&amp;", "&");
}

const squeezed = (text: string): string => text.replace(/[\s\u00a0]+/g, " ").trim();

const number = (digits: string): number => Number(digits.replace(/[^\d.-]/g, ""));

const line = (...values: (string | number | null)[]): string =>
  values.map((value) => value ?? "–").join(" | ");

/** Reads the compilation with expressions over its text, occupation by occupation; HTML with parse5. */
export function readAgain(xml: string): Said {
  const said: Record<Kind, string[]> = {
    ...{
      profile: [],
      band: [],
      wage: [],
      requirement: [],
      figure: [],
      row: [],
      covers: [],
      similar: [],
      section: [],
    },
  };
  for (const occupation of xml.split("<occupation>").slice(1)) readOccupation(occupation, said);
  return said;
}

function readOccupation(xml: string, said: Record<Kind, string[]>): void {
  const [, slug = ""] = /\/([^/"]+)\.htm" target="_new"/.exec(inside(xml, "citation")) ?? [];
  const text = (...names: string[]) => squeezed(inside(xml, ...names));
  const title = text("title");
  const others = [text("occupation_name_short_plural"), text("occupation_name_short_singular")].filter(
    (name) => name.toLowerCase() !== title.toLowerCase(),
  );
  said.profile.push(line(slug, title, text("publish_date"), [...new Set(others)].sort().join(", ")));
  for (const [, code = ""] of inside(xml, "soc_coverage").matchAll(/>(\d\d-\d{4})</g))
    said.covers.push(line(slug, code));
  const rows = inside(xml, "similar_occupations", "section_body").matchAll(
    /<strong[^>]*>\s*<a href="[^"]*\/([^/"]+)\.htm"/g,
  );
  for (const [, other = ""] of rows) said.similar.push(line(slug, other));
  readSections(xml, slug, said.section);
  if (xml.includes("<quick_facts>")) readFigures(xml, slug, said);
}

function readFigures(xml: string, slug: string, said: Record<Kind, string[]>): void {
  const fact = (name: string, part = "value") => squeezed(inside(xml, "quick_facts", `qf_${name}`, part));
  const [annual, hourly] = [fact("median_pay_annual"), fact("median_pay_hourly")];
  const [annualNote, hourlyNote] = [fact("median_pay_annual", "note"), fact("median_pay_hourly", "note")];
  const top = (note: string) => number(/\$([\d,.]+\d)/.exec(note)?.[1] ?? "");
  for (const [period, value, note] of [
    ["year", annual, annualNote],
    ["hour", hourly, hourlyNote],
  ] as const) {
    if (value !== "") said.wage.push(line(slug, period, number(value), "exact"));
    else if (note !== "") said.wage.push(line(slug, period, top(note), "at-least"));
    else if (annual + hourly + annualNote + hourlyNote === "")
      said.wage.push(line(slug, period, null, "not-published"));
  }
  said.band.push(line(slug, ...bandIn(fact("median_pay_annual", "range"))));
  const categories = {
    entry_level_education: "entry-education",
    work_experience: "work-experience",
    on_the_job_training: "on-the-job-training",
  };
  for (const [name, kind] of Object.entries(categories))
    said.requirement.push(line(slug, kind, fact(name) || "See How to Become One"));
  const openings = /([\d,]+) openings/.exec(inside(xml, "summary_outlook"))?.[1] ?? "";
  const outlook = fact("employment_outlook", "description");
  said.figure.push(
    line(
      slug,
      number(fact("number_of_jobs")),
      number(fact("employment_outlook")),
      outlook,
      number(fact("employment_openings")),
      number(openings),
    ),
  );
  for (const row of cellsOf(inside(xml, "job_outlook", "section_datatable")))
    said.row.push(line(slug, ...row));
}

/** The words, and the one or two numbers in them. */
function bandIn(words: string): (string | number | null)[] {
  const amounts = [...words.matchAll(/\d[\d,]*/g)].map(([digits]) => number(digits));
  const [first = null, second = null] = amounts;
  if (amounts.length === 2) return [words, first, second, "exact"];
  if (words.startsWith("Less")) return [words, null, first, "less-than"];
  return amounts.length === 1 ? [words, first, null, "at-least"] : [words, null, null, "not-published"];
}

/** Rows of numbers in a projections table: code, base, target, percent, change. */
function cellsOf(html: string): (string | number)[][] {
  const rows = all(parseFragment(html).childNodes, "tr").map((row) =>
    all([row], "td").map((cell) => squeezed(wordsOf(cell))),
  );
  return rows
    .filter((cells) => cells.length >= 6)
    .map(([code = "", ...cells]) => [code, ...cells.slice(0, 4).map(number)]);
}

function all(nodes: readonly Node[], name: string): Node[] {
  return nodes.flatMap((node) => {
    const own = node.nodeName === name ? [node] : [];
    return [...own, ...("childNodes" in node ? all(node.childNodes, name) : [])];
  });
}

const SILENT = new Set(["script", "style", "del", "s", "tfoot"]);
const BLOCK = new Set([
  "p",
  "div",
  "li",
  "ul",
  "ol",
  "td",
  "th",
  "tr",
  "table",
  "tbody",
  "thead",
  "br",
  "caption",
  "h2",
  "h3",
  "h4",
  "h5",
  "em",
  "strong",
]);

function wordsOf(node: Node): string {
  if (tree.isTextNode(node)) return node.value;
  if (!("childNodes" in node) || SILENT.has(node.nodeName)) return "";
  const words = node.childNodes.map(wordsOf).join("");
  const columns = "attrs" in node ? Number(node.attrs.find(({ name }) => name === "colspan")?.value ?? 1) : 1;
  return BLOCK.has(node.nodeName) ? ` ${words} `.repeat(/^t[dh]$/.test(node.nodeName) ? columns : 1) : words;
}

const SECTIONS = [
  "what_they_do",
  "work_environment",
  "how_to_become_one",
  "pay",
  "job_outlook",
  "more_information",
];
const SUMMARIES = ["what_they_do", "work_environment", "how_to_become_one", "pay", "outlook"];

/** Headings, and all letters, digits and numbers below each. */
function readSections(xml: string, slug: string, sections: string[]): void {
  const own = [
    ...SUMMARIES.map((name) => inside(xml, `summary_${name}`)),
    ...SECTIONS.map((name) => {
      const body = inside(xml, `${name}`, "section_body");
      return `<h2>${inside(xml, name, "section_title").replaceAll("&", "&amp;")}</h2>${body}`;
    }),
  ];
  for (const html of own) {
    let heading = "";
    let words = "";
    const end = () => {
      if (words.trim() !== "") sections.push(line(slug, heading, words));
      words = "";
    };
    for (const node of flat(parseFragment(html).childNodes)) {
      const title = /^h[2-5]$/.test(node.nodeName) ? squeezed(wordsOf(node)) : "";
      if (title !== "") {
        end();
        heading = title;
      } else words += wordsOf(node);
    }
    end();
  }
}

/** Blocks in their order; boxes around headings are opened. */
function flat(nodes: readonly Node[]): Node[] {
  return nodes.flatMap((node) =>
    "childNodes" in node && all(node.childNodes, "h3").length > 0 ? flat(node.childNodes) : [node],
  );
}
