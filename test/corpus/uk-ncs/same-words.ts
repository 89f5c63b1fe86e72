import { rowsOf } from "../../sources/cases/facts-of.ts";
import type { FirstReading } from "./corpus.ts";
import { bare, type Lines } from "./second-reading.ts";

const line = (...values: (string | number | null)[]): string =>
  values.map((value) => value ?? "–").join(" | ");

/** The facts of one profile as the second reading writes them down. */
export function inTheSameWords({ facts, mentions }: FirstReading): Lines {
  const requirements = rowsOf(facts, "requirement");
  const withPart = (part: string) => requirements.filter((row) => row.part === part);
  return {
    profile: rowsOf(facts, "occupation").map((row) => line(row.code, row.title, row.summary)),
    name: rowsOf(facts, "occupation_name").map((row) => row.name),
    wage: rowsOf(facts, "wage").map((row) => line(row.statistic, row.amount, row.qualifier)),
    hours: rowsOf(facts, "working_hours").map((row) =>
      line(row.low, row.high, row.detail, row.pattern, row.pattern_detail),
    ),
    route: withPart("description").map((row) => line(row.route, bare(withoutLinks(row.text)))),
    requirement: withPart("entry-requirement").map((row) => row.text),
    restriction: requirements.filter(({ kind }) => kind === "restriction").map((row) => row.text),
    duty: rowsOf(facts, "duty").map((row) => line(row.heading, row.text)),
    skill: rowsOf(facts, "quality").map((row) => row.name),
    similar: rowsOf(facts, "relation").map((row) => row.to_id.replace("uk-ncs/", "")),
    mention: mentions.map(({ code, title }) => line(code, title)),
    section: rowsOf(facts, "section").map((row) =>
      line(row.heading, bare(withoutLinks(row.text)), targets(row.text).join(" ")),
    ),
  };
}

const LINK = /\[((?:[^\]\\]|\\.)*)\]\(([^()\s]*)\)/g;

const withoutLinks = (markdown: string) => markdown.replace(LINK, "$1");

/** In Markdown an address may hold no bracket of its own. */
const targets = (markdown: string) =>
  [...markdown.matchAll(LINK)]
    .map(([, , target = ""]) => target.replaceAll("%28", "(").replaceAll("%29", ")"))
    .filter((target, index, all) => target !== all[index - 1]);
