import type { IscoExtract } from "../../sources/crosswalk/crosswalk-extract.ts";
import type { CaptureReference } from "../facts.ts";
import type { Fact } from "../model/model.ts";
import { provenanceAt } from "../provenance.ts";
import { withoutRepeats } from "../repeats.ts";
import { codedOccupation, idOf } from "./coded-occupation.ts";
import { publishedMethod } from "./published-method.ts";

/** SOC 2010 → ISCO-08, partial where either sheet marks the pair with `*`; the cells of the marks are named. */
export function iscoFacts({ url, pairs }: IscoExtract, capture: CaptureReference): Fact[] {
  const document = { url, capture };
  const facts = pairs.flatMap(({ soc2010, isco08, partOfSoc, partOfIsco }): Fact[] => {
    const marks = [partOfSoc, partOfIsco].filter((mark) => mark !== null);
    const places = [soc2010.code, isco08.code, ...marks].map(({ at, text }) => ({ at, raw: text }));
    return [
      codedOccupation("us-soc-2010", soc2010, document),
      codedOccupation("isco-08", isco08, document),
      {
        table: "relation",
        row: {
          from_id: idOf("us-soc-2010", soc2010),
          to_id: idOf("isco-08", isco08),
          ...{ kind: "equivalent", method: publishedMethod(marks.length > 0), score: null, weight: null },
          ...provenanceAt(capture, ...places),
        },
      },
    ];
  });
  return withoutRepeats(facts, url);
}
