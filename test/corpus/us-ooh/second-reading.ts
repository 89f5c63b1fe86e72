import { flatten, fold, type Piece } from "./flat-page.ts";

/**
 * The facts of a page, read a second time in another way: line by line, by what the lines say. Every fact is a row of
 * words, so that two readings can be compared as sets.
 */
export type Facts = Record<
  | "profile"
  | "wage"
  | "requirement"
  | "employment"
  | "projection"
  | "employer_share"
  | "duty"
  | "specialty"
  | "quality"
  | "covers"
  | "similar",
  string[]
>;

const fact = (...values: (string | number | null | undefined)[]): string =>
  values.map((value) => value ?? "–").join(" | ");

const number = (words: string): number => {
  const million = /^([\d.]+) million$/.exec(words);
  if (million?.[1] !== undefined) return Math.round(Number(million[1]) * 1_000_000);
  const plain = words.replaceAll(",", "").replace(/^[$]/, "").replace(/[−–]/, "-").replace(/%$/, "");
  if (!/^-?\d+(\.\d+)?$/.test(plain)) throw new Error(`Not a number: “${words}”`);
  return Number(plain);
};

const MONTHS = "January February March April May June July August September October November December".split(
  " ",
);
const month = (name: string, year: string): string =>
  `${year}-${String(MONTHS.indexOf(name) + 1).padStart(2, "0")}`;

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** The survey publishes no wage above these: what stands there is earned or exceeded. */
const CAPS = [239_200, 115];

/** `$239,200 or more` and the like. */
function money(words: string): { amount: number; qualifier: string } {
  const more = /^(.*?) or more$/.exec(words);
  return { amount: number(more?.[1] ?? words), qualifier: more === null ? "exact" : "at-least" };
}

/** "Widget makers typically do the following:" is the head of a list, and says nothing of a kind of worker. */
const ONLY_AN_INTRODUCTION = /^[^.]* typically do the following:$/;

type Pane = { readonly lines: Piece[]; readonly prose: Piece[] };

function paneOf(pieces: Piece[], id: string): Pane {
  const lines = pieces.filter((piece) => piece.inside.includes(id));
  return { lines, prose: lines.filter((piece) => piece.zone === "prose") };
}

/** The rows after each sentence that announces a table, with the sentence. */
function announced(prose: Piece[]): { sentence: string; rows: Piece[] }[] {
  const found: { sentence: string; rows: Piece[] }[] = [];
  let before = "";
  let table = -1;
  for (const piece of prose) {
    if (piece.kind !== "row") before = piece.text;
    else if (piece.table !== table) {
      table = piece.table;
      found.push({ sentence: before, rows: [piece] });
    } else found.at(-1)?.rows.push(piece);
  }
  return found;
}

type Outlook = { title: string; code: string; base: number; target: number; percent: number; change: number };

function outlookRows(pieces: Piece[]): Outlook[] {
  return pieces
    .filter(
      (piece) =>
        piece.kind === "row" && piece.cells.length >= 6 && /^(\d\d-\d{4}|—)$/.test(piece.cells[1] ?? ""),
    )
    .map(({ cells }) => ({
      title: cells[0] ?? "",
      code: cells[1] ?? "",
      base: number(cells[2] ?? ""),
      target: number(cells[3] ?? ""),
      percent: number(cells[4] ?? ""),
      change: number(cells[5] ?? ""),
    }));
}

const BESIDE_THE_CLASSIFICATION = ["21-1018", "25-2052", "25-9045", "51-2028", "53-1047"];

const levelOf = (code: string): string => {
  if (BESIDE_THE_CLASSIFICATION.includes(code)) return "matrix";
  if (/-0000$/.test(code)) return "major";
  if (/-\d000$|-1100$|-1200$|-5100$|-[135]{1}[12]00$/.test(code)) return "minor";
  return code.endsWith("0") ? "broad" : "detailed";
};

export function readAgain(slug: string, html: string): Facts {
  const pieces = flatten(html);
  const facts: Facts = {
    profile: [],
    wage: [],
    requirement: [],
    employment: [],
    projection: [],
    employer_share: [],
    duty: [],
    specialty: [],
    quality: [],
    covers: [],
    similar: [],
  };
  const meta = (name: string) => pieces.find((piece) => piece.kind === "meta" && piece.tag === name)?.text;
  const title = pieces.find((piece) => piece.tag === "h1")?.text;
  const summary = paneOf(pieces, "tab-1");
  const does = paneOf(pieces, "tab-2");
  const work = paneOf(pieces, "tab-3");
  const become = paneOf(pieces, "tab-4");
  const pay = paneOf(pieces, "tab-5");
  const outlook = paneOf(pieces, "tab-6");
  const alike = paneOf(pieces, "tab-8");
  const more = paneOf(pieces, "tab-9");

  const outlooks = outlookRows(outlook.prose);
  const details = outlooks.length > 1 ? outlooks.slice(1) : [];
  const groupOf = (words: string): { title: string | null; id: string | null } => {
    const detail = details.find((one) => same(one.title, words));
    return { title: capital(words), id: detail === undefined ? null : `us-soc-2018/${detail.code}` };
  };

  const quick = new Map(
    summary.lines
      .filter((piece) => piece.kind === "row" && piece.cells.length === 2)
      .map((piece) => [piece.cells[0] ?? "", piece.cells[1] ?? ""] as const),
  );
  const quickFact = (name: RegExp) => [...quick].find(([label]) => name.test(label));

  // The page itself.
  const cite = pieces.filter((piece) => piece.kind === "cite").map((piece) => piece.text);
  const citation = fold(cite.join(" "))
    .replace(/^Suggested citation: /, "")
    .replace(/ \(visited .*$/, "");
  const headline = summary.prose.findIndex(
    (piece) => piece.kind === "heading" && /^What .* Do$/.test(piece.text),
  );
  const short = headline < 0 ? meta("description") : summary.prose[headline + 1]?.text;
  facts.profile.push(fact(slug, title, short, meta("canonical"), meta("date"), citation));

  // Pay: the quick fact.
  const payMonth = pay.lines
    .map((piece) => /^Median (?:annual|hourly) wages, (\w+) (\d{4})$/.exec(piece.text))
    .find(Boolean);
  const [payLabel, payWords] = quickFact(/Median Pay$/) ?? [];
  if (payLabel !== undefined) {
    const year = payLabel.slice(0, 4);
    const inProse = pay.prose
      .map((piece) => new RegExp(`in (${MONTHS.join("|")}) ${year}`).exec(piece.text))
      .find(Boolean);
    const reference = month(inProse?.[1] ?? payMonth?.[1] ?? "", year);
    const atLeast = payWords?.startsWith("This wage is equal to or greater than") ? "at-least" : "exact";
    for (const [, amount, period] of (payWords ?? "").matchAll(/\$([\d,.]+\d) per (year|hour)/g))
      facts.wage.push(fact(null, null, null, "median", period, number(amount ?? ""), atLeast, reference));
    if (payWords === "")
      for (const period of ["year", "hour"])
        facts.wage.push(fact(null, null, null, "median", period, null, "not-published", reference));
  }

  // Pay: the sentences.
  const payLines = pay.prose.filter((piece) => /^The median (annual|hourly) wage for/.test(piece.text));
  for (const { text } of payLines) {
    const sentence =
      /^The median (annual|hourly) wage for (.+?) was (equal to or greater than )?\$([\d,.]+\d) (?:or more )?in (\w+) (\d{4})\./.exec(
        text,
      );
    if (sentence === null) throw new Error(`${slug}: ${text}`);
    const [, rhythm, whose = "", atLeast, amount = "", monthName = "", year = ""] = sentence;
    const period = rhythm === "annual" ? "year" : "hour";
    const group = payLines.length === 1 ? { title: null, id: null } : groupOf(whose);
    const reference = month(monthName, year);
    const known = fact(
      null,
      group.title,
      group.id,
      "median",
      period,
      number(amount),
      atLeast ? "at-least" : "exact",
      reference,
    );
    if (!facts.wage.includes(known)) facts.wage.push(known);
    for (const [, edge, , bound, value = ""] of text.matchAll(
      /(lowest|highest) 10 percent earned (less|more|equal to or) (than|greater than) \$([\d,.]+\d)/g,
    ))
      facts.wage.push(
        fact(
          null,
          group.title,
          group.id,
          edge === "lowest" ? "p10" : "p90",
          period,
          number(value),
          bound === "greater than" || CAPS.includes(number(value)) ? "at-least" : "exact",
          reference,
        ),
      );
  }

  // Pay: the tables.
  for (const { sentence, rows } of announced(pay.prose)) {
    const words =
      /^In (?<month>\w+) (?<year>\d{4}), the median (?<rhythm>annual|hourly) wages for (?<whose>.+) in the top industries in which they worked were as follows:$/.exec(
        sentence,
      ) ??
      /(?:^M|m)(?<kind>edian|ean \(average\)) (?<rhythm>annual|hourly) wages for (?<whose>.+) in (?<month>\w+) (?<year>\d{4}) were as follows:$/.exec(
        sentence,
      );
    const found = words?.groups;
    if (found === undefined) {
      facts.wage.push(`Not understood: ${sentence}`);
      continue;
    }
    const industries = found.kind === undefined;
    const whose = payLines.length > 1 && industries ? groupOf(found.whose ?? "") : { title: null, id: null };
    for (const { cells } of rows) {
      const { amount, qualifier } = money(cells[1] ?? "");
      const group = industries ? whose : groupOf(cells[0] ?? "");
      facts.wage.push(
        fact(
          industries ? cells[0] : null,
          group.title,
          group.id,
          found.kind?.startsWith("ean") ? "mean" : "median",
          found.rhythm === "annual" ? "year" : "hour",
          amount,
          qualifier,
          month(found.month ?? "", found.year ?? ""),
        ),
      );
    }
  }

  // What it takes.
  for (const [kind, label] of [
    ["entry-education", /^Typical Entry-Level Education$/i],
    ["work-experience", /^Work Experience in a Related Occupation$/i],
    ["on-the-job-training", /^On-the-job Training$/i],
  ] as const) {
    const words = quickFact(label)?.[1];
    if (words !== undefined && words !== "") facts.requirement.push(fact(kind, 1, words));
  }

  // Jobs: the quick fact, the sentences, the tables of detailed occupations, the employers.
  const [jobsLabel, jobs] = quickFact(/^Number of Jobs, \d{4}$/) ?? [];
  if (jobsLabel !== undefined && jobs !== undefined)
    facts.employment.push(fact(null, null, number(jobs), jobsLabel.slice(-4)));
  const heldLines = work.prose.flatMap(
    (piece) => /^(.+) held about ([\d,.]+\d(?: million)?|\d+) jobs in (\d{4})\./.exec(piece.text) ?? [],
  );
  const held = heldLines.length / 4;
  let whole = jobsLabel?.slice(-4) ?? "";
  for (const { sentence, rows } of announced(work.prose)) {
    const about = /^(.+) held about ([\d,.]+\d(?: million)?|\d+) jobs in (\d{4})\./.exec(sentence);
    if (about?.[3] !== undefined) whole = about[3];
    const group = about !== null && held > 1 ? groupOf(about[1] ?? "") : { title: null, id: null };
    if (about !== null && group.title !== null)
      facts.employment.push(fact(group.title, group.id, number(about[2] ?? ""), whole));
    if (/The largest employers of .+ were as follows:$/.test(sentence)) {
      for (const [index, { cells }] of rows.entries())
        facts.employer_share.push(
          fact(group.title, group.id, index + 1, cells[0], number(cells[1] ?? ""), whole),
        );
    } else if (
      /Employment in the detailed occupations that make up .+ was distributed as follows:$/.test(sentence)
    ) {
      for (const { cells } of rows) {
        const part = groupOf(cells[0] ?? "");
        facts.employment.push(fact(part.title, part.id, number(cells[1] ?? ""), whole));
      }
    } else if (jobsLabel !== undefined) facts.employer_share.push(`Not understood: ${sentence}`);
  }

  // Where employment is heading.
  const [outlookLabel = "", outlookWords = ""] = quickFact(/^Job Outlook, \d{4}[–-]\d\d$/) ?? [];
  const years = /(\d\d)(\d\d)[–-](\d\d)$/.exec(outlookLabel);
  const from = years === null ? "" : `${years[1]}${years[2]}`;
  const to = years === null ? "" : `${years[1]}${years[3]}`;
  const openings = outlook.prose
    .map((piece) => /bout ([\d,]+) openings for .+ are projected each year/.exec(piece.text))
    .find(Boolean);
  const { words: growth } = /^(?<percent>-?\d+)% \((?<words>.+)\)$/.exec(outlookWords)?.groups ?? {};
  for (const [index, row] of outlooks.entries()) {
    const group =
      index === 0 ? { title: null, id: null } : { title: row.title, id: `us-soc-2018/${row.code}` };
    const numbers = [from, to, row.base, row.target, row.change, row.percent];
    const beside = index === 0 ? [number(openings?.[1] ?? ""), growth] : [null, null];
    facts.projection.push(fact(group.title, group.id, ...numbers, ...beside));
    if (row.code !== "—") facts.covers.push(fact(`us-soc-2018/${row.code}`, levelOf(row.code), row.title));
  }
  for (const { href, text } of more.prose.flatMap((piece) => piece.links)) {
    const code = /onetonline\.org\/link\/summary\/(\d\d-\d{4}\.\d\d)/.exec(href)?.[1];
    if (code !== undefined) facts.covers.push(fact(`onet-soc/${code}`, "onet", text));
  }

  // What workers do.
  let intro: string | null = null;
  for (const piece of does.prose) {
    if (piece.kind === "item") facts.duty.push(fact(facts.duty.length + 1, intro, piece.text));
    else if (piece.kind === "heading") intro = null;
    else {
      intro = piece.text;
      const name = piece.lead.replace(/(?:[.:,;—]|’s?)$/, "");
      if (name !== "" && !ONLY_AN_INTRODUCTION.test(piece.text))
        facts.specialty.push(fact(facts.specialty.length + 1, name, piece.text));
    }
  }

  // Which qualities count.
  let within = false;
  for (const piece of become.prose) {
    if (piece.kind === "heading") within = /^Important Qualities/.test(piece.text);
    else if (within && piece.lead !== "") {
      const [name = ""] = piece.text.split(/[.:](?= |$)/);
      facts.quality.push(fact(facts.quality.length + 1, name, fold(piece.text.slice(name.length + 1))));
    }
  }

  for (const piece of alike.prose) {
    const target = piece.links.find((link) => link.text !== "" && link.text === piece.cells[1]);
    const slug = /\/ooh\/[^/]+\/([^/#]+)\.htm$/.exec(target?.href ?? "")?.[1];
    if (piece.kind === "row" && slug !== undefined) facts.similar.push(slug);
  }
  return facts;
}

/** The aliases of the A–Z index: the profile, and the name that leads to it. */
export function readIndexAgain(html: string): string[] {
  return flatten(html)
    .filter((piece) => piece.kind === "item" && piece.links.length === 2 && /, see: /.test(piece.text))
    .map(({ links }) => `${/([^/]+)\.htm$/.exec(links[1]?.href ?? "")?.[1]} | ${links[0]?.text}`);
}
