import type { CodeMention } from "../facts.ts";
import type { Fact } from "../model/model.ts";
import type { Finding } from "./assemble.ts";
import type { Classifications } from "./classifications.ts";
import { foldedTitle } from "./titles.ts";

/**
 * What profiles cover whose pages show a code and a title without the edition. Code and title must be those of a unit
 * group. Where they are the same in two editions, the other pages of the source tell which one it uses; where these
 * disagree, or there are none, nothing is stored. Digits alone never join two editions.
 */
export function coveredBy(
  mentions: readonly CodeMention[],
  classifications: Classifications,
): { readonly facts: readonly Fact[]; readonly findings: readonly Finding[] } {
  const fits = mentions.map((mention) => ({ mention, schemes: fittingSchemes(mention, classifications) }));
  const usual = usualSchemes(fits);
  const facts: Fact[] = [];
  const unfitting: CodeMention[] = [];
  for (const { mention, schemes } of fits) {
    const [scheme, ...others] = schemes;
    const decided = others.length === 0 ? scheme : usual.get(mention.source_id);
    if (decided !== undefined && schemes.includes(decided)) facts.push(covers(mention, decided));
    else unfitting.push(mention);
  }
  return { facts, findings: findingsOn(unfitting) };
}

function fittingSchemes({ schemes, code, title }: CodeMention, classifications: Classifications): string[] {
  return schemes.filter((scheme) => {
    const known = classifications.titleOf(scheme, code);
    return known !== undefined && foldedTitle(known) === foldedTitle(title);
  });
}

/** The one edition that the unambiguous pages of a source use; none where they use more than one. */
function usualSchemes(
  fits: readonly { readonly mention: CodeMention; readonly schemes: readonly string[] }[],
): ReadonlyMap<string, string> {
  const used = new Map<string, Set<string>>();
  for (const { mention, schemes } of fits) {
    const [scheme, ...others] = schemes;
    if (scheme === undefined || others.length > 0) continue;
    used.set(mention.source_id, (used.get(mention.source_id) ?? new Set()).add(scheme));
  }
  return new Map(
    [...used].flatMap(([source, schemes]) => (schemes.size === 1 ? [[source, [...schemes][0] ?? ""]] : [])),
  );
}

function covers({ from_id, code, source_id, capture_id, locator, raw }: CodeMention, scheme: string): Fact {
  return {
    table: "relation",
    row: {
      ...{
        from_id,
        to_id: `${scheme}/${code}`,
        kind: "covers",
        method: "published",
        score: null,
        weight: null,
      },
      ...{ source_id, capture_id, locator, raw },
    },
  };
}

function findingsOn(unfitting: readonly CodeMention[]): Finding[] {
  const sources = [...new Set(unfitting.map(({ source_id }) => source_id))];
  return sources.map((source_id) => {
    const mentions = unfitting.filter((mention) => mention.source_id === source_id);
    const examples = mentions.slice(0, 5).map(({ from_id, raw }) => `${from_id} (${raw})`);
    return {
      rule: "code-of-no-edition",
      severity: "info",
      source_id,
      occupation_id: null,
      capture_id: mentions[0]?.capture_id ?? null,
      message: `${mentions.length} profiles show a code and a title that are not those of one edition of the classification; what they cover is not stored: ${examples.join(", ")}${mentions.length > 5 ? " …" : ""}.`,
    };
  });
}
