import type { Quote } from "../../sources/reading/page.ts";
import type { Group } from "../../sources/uk-soc/group.ts";
import { classifiedOccupation } from "../classified-occupation.ts";
import type { CaptureReference } from "../facts.ts";
import type { Fact } from "../model/model.ts";
import { refuseWords } from "../refuse-words.ts";
import { iscoLevelOf } from "../wording/isco-code.ts";
import { ukSocLevelOf } from "../wording/uk-soc-code.ts";

/** The three classifications, and what a code of each tells. */
const SCHEMES = {
  "uk-soc-2020": { country: "UK", levelOf: ukSocLevelOf, isTree: true },
  // The index names the unit groups of SOC 2010 only: the wider groups have no titles in it.
  "uk-soc-2010": { country: "UK", levelOf: ukSocLevelOf, isTree: false },
  "isco-08": { country: null, levelOf: iscoLevelOf, isTree: true },
} as const;

export type Scheme = keyof typeof SCHEMES;

/** A group of a classification as an occupation; its code less the last digit is the wider group. */
export function groupOccupation(
  { code, title }: Group,
  scheme: Scheme,
  document: { readonly url: string; readonly capture: CaptureReference },
  description?: Quote,
): Fact {
  const { country, levelOf, isTree } = SCHEMES[scheme];
  const places = description === undefined ? [code, title] : [code, title, description];
  return classifiedOccupation(
    {
      scheme,
      code: code.text,
      level: levelOf(code.text) ?? refuseWords(document, code, `a code of ${scheme}`),
      country,
      title: title.text,
      summary: description?.text,
      parent: isTree && code.text.length > 1 ? code.text.slice(0, -1) : undefined,
    },
    document.capture,
    ...places.map(({ at }) => ({ at, raw: null })),
  );
}
