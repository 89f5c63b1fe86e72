import type { CodedTitle } from "../../sources/crosswalk/crosswalk-extract.ts";
import { DocumentError, quoted } from "../../sources/reading/document-error.ts";
import { classifiedOccupation } from "../classified-occupation.ts";
import type { CaptureReference } from "../facts.ts";
import type { Fact, Row } from "../model/model.ts";
import { iscoLevelOf } from "../wording/isco-code.ts";
import { soc2010LevelOf } from "../wording/soc-2010-code.ts";
import { socLevelOf } from "../wording/soc-code.ts";
import { withoutMark } from "./merged-mark.ts";

/** The classifications that the crosswalks name, and what a code of each tells. */
const SCHEMES = {
  "us-soc-2010": { country: "US", levelOf: soc2010LevelOf },
  "us-soc-2018": { country: "US", levelOf: socLevelOf },
  "isco-08": { country: null, levelOf: iscoLevelOf },
} as const;

export type CrosswalkScheme = keyof typeof SCHEMES;

export function idOf(scheme: CrosswalkScheme, { code }: CodedTitle): string {
  return `${scheme}/${code.text}`;
}

/** A group as an occupation. The crosswalks tell no wider groups: where another source does, its row stands. */
export function codedOccupation(
  scheme: CrosswalkScheme,
  coded: CodedTitle,
  { url, capture }: { readonly url: string; readonly capture: CaptureReference },
): Fact {
  const { country, levelOf } = SCHEMES[scheme];
  const { code, title } = coded;
  const level: Row<"occupation">["level"] | undefined = levelOf(code.text);
  if (level === undefined)
    throw new DocumentError({
      ...{ url, locator: code.at },
      ...{ expected: `a code of ${scheme}`, found: quoted(code.text) },
    });
  const words = withoutMark(title.text);
  return classifiedOccupation(
    { scheme, code: code.text, level, country, title: words },
    capture,
    { at: code.at, raw: null },
    { at: title.at, raw: words === title.text ? null : title.text },
  );
}
