import { count } from "../text/figures.ts";
import { heading } from "../text/style.ts";
import { wrap } from "../text/wrap.ts";
import type { Layout } from "../world.ts";
import type { Profile, Related } from "./read-profile.ts";

const RELATIONS = [
  ["similar", "Similar occupations"],
  ["covers", "Codes that it covers"],
  ["equivalent", "Counterparts in other classifications"],
] as const;

/** Similar occupations, covered codes and counterparts, each under its heading. */
export function relatedOccupations({ relations, counterparts }: Profile, layout: Layout): readonly string[] {
  return RELATIONS.flatMap(([kind, words]) => {
    // Those of the other country stand in a part of their own.
    const isOwn = (relation: Related) => !counterparts.some(({ id }) => id === relation.to_id);
    const related = relations.filter((relation) => relation.kind === kind && isOwn(relation));
    if (related.length === 0) return [];
    const lines = related.map((other) => wrap(relatedWords(other), layout.width, "  ", "    "));
    return [heading(words, layout), lines.join("\n")];
  });
}

const SCHEMES: Readonly<Record<string, string>> = {
  "us-soc-2018": "SOC 2018",
  "us-soc-2010": "SOC 2010",
  "onet-soc": "O*NET-SOC",
  "uk-soc-2020": "UK SOC 2020",
  "uk-soc-2010": "UK SOC 2010",
  "isco-08": "ISCO-08",
};

function relatedWords({ kind, scheme, code, title: name, to_id, method, score, weight }: Related): string {
  if (kind === "similar") return `${name} (${to_id})`;
  const coded = `${SCHEMES[scheme] ?? scheme} ${code}  ${name}`;
  if (kind === "covers") return coded;
  // Of a computed link, paths are counted; of a published one, entries of an index.
  const [one, many] = score === null ? ["entry", "entries"] : ["path", "paths"];
  const support = [
    ...(score === null ? [] : [`score ${score}`]),
    ...(weight === null ? [] : [`${count(weight)} ${weight === 1 ? one : many}`]),
  ];
  return `${coded} (${[to_id, [method, ...support].join(", ")].join("; ")})`;
}

const NAMES_SHOWN = 10;

/** The first of the other names, and how many there are. */
export function otherNames({ names }: Profile, layout: Layout): readonly string[] {
  if (names.length === 0) return [];
  const own = [...new Set(names.map(({ name }) => name))];
  const more = own.length - NAMES_SHOWN;
  const rest = more > 0 ? ` and ${count(more)} more` : "";
  return [
    heading(`Other names (${count(own.length)})`, layout),
    wrap(own.slice(0, NAMES_SHOWN).join("; ") + rest, layout.width, "  "),
  ];
}
