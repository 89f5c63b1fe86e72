import type { EditionPair, EditionsExtract } from "../../sources/crosswalk/crosswalk-extract.ts";
import type { Remark } from "../../sources/source.ts";
import type { CaptureReference } from "../facts.ts";
import type { Fact } from "../model/model.ts";
import { provenanceAt } from "../provenance.ts";
import { withoutRepeats } from "../repeats.ts";
import { codedOccupation, idOf } from "./coded-occupation.ts";
import { isMarkedMerged } from "./merged-mark.ts";
import { publishedMethod } from "./published-method.ts";

/**
 * SOC 2010 → SOC 2018. A pair is partial where the code of 2010 was split, which the publisher says is where it is listed
 * more than once, or where the code of 2018 was merged from several, which it marks with `(##)`.
 */
export function editionFacts({ url, pairs }: EditionsExtract, capture: CaptureReference): Fact[] {
  const document = { url, capture };
  const rowsOf2010 = countBy(pairs, ({ soc2010 }) => soc2010.code.text);
  const facts = pairs.flatMap((pair): Fact[] => {
    const { soc2010, soc2018 } = pair;
    const isPartial = (rowsOf2010.get(soc2010.code.text) ?? 0) > 1 || isMarkedMerged(soc2018.title.text);
    return [
      codedOccupation("us-soc-2010", soc2010, document),
      codedOccupation("us-soc-2018", soc2018, document),
      {
        table: "relation",
        row: {
          from_id: idOf("us-soc-2010", soc2010),
          to_id: idOf("us-soc-2018", soc2018),
          ...{ kind: "equivalent", method: publishedMethod(isPartial), score: null, weight: null },
          ...provenanceAt(
            capture,
            { at: soc2010.code.at, raw: soc2010.code.text },
            { at: soc2018.code.at, raw: soc2018.code.text },
          ),
        },
      },
    ];
  });
  return withoutRepeats(facts, url);
}

/** The mark `(##)` stands at each code of 2018 that is listed more than once, and at no other; where not, that is said. */
export function markRemarks({ pairs }: EditionsExtract): Remark[] {
  const rowsOf2018 = countBy(pairs, ({ soc2018 }) => soc2018.code.text);
  return pairs.flatMap(({ soc2018: { code, title } }): Remark[] => {
    const rows = rowsOf2018.get(code.text) ?? 0;
    if (rows > 1 === isMarkedMerged(title.text)) return [];
    const message = `The title “${title.text}” belongs to a code that is listed ${rows === 1 ? "once" : `${rows} times`}.`;
    return [{ rule: "merged-mark", locator: title.at, message }];
  });
}

function countBy(pairs: readonly EditionPair[], codeOf: (pair: EditionPair) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const pair of pairs) counts.set(codeOf(pair), (counts.get(codeOf(pair)) ?? 0) + 1);
  return counts;
}
