import { DocumentError } from "../../sources/reading/document-error.ts";
import type { Remark } from "../../sources/source.ts";
import { classifiedOccupation } from "../classified-occupation.ts";
import type { CaptureReference } from "../facts.ts";
import type { Fact } from "../model/model.ts";
import { ukSocLevelOf } from "../wording/uk-soc-code.ts";

/** One answer of the API on its way to facts. */
export type AnswerContext = {
  readonly url: string;
  readonly capture: CaptureReference;
  readonly remarks: Remark[];
};

/** Every code of the API is one of SOC 2010; a unit group of SOC 2020 can have the same digits and be another. */
const SCHEME = "uk-soc-2010" as const;

type Code = { readonly text: string; readonly at: string };

export function socOf(answer: AnswerContext, { text, at }: Code) {
  const level = ukSocLevelOf(text);
  if (level === undefined) return refuse(answer, at, "a code of SOC 2010", `“${text}”`);
  return { id: `${SCHEME}/${text}`, scheme: SCHEME, code: text, level, country: "UK" } as const;
}

/**
 * The occupation that figures are about. An answer with figures names it by its code alone, which then has to do for a
 * title; where another document has one, that one stands.
 */
export function groupOf(answer: AnswerContext, code: Code): Fact {
  const group = { ...socOf(answer, code), title: code.text };
  return classifiedOccupation(group, answer.capture, { at: code.at, raw: code.text });
}

export function refuse({ url }: AnswerContext, locator: string, expected: string, found: string): never {
  throw new DocumentError({ url, locator, expected, found });
}

/** Each year is told once: the API writes the years in no certain order. */
export function refuseRepeatedYears(
  answer: AnswerContext,
  entries: readonly { readonly year: number; readonly at: string }[],
): void {
  const seen = new Set<number>();
  for (const { year, at } of entries) {
    if (seen.has(year)) refuse(answer, at, "each year once", `${year} once more`);
    seen.add(year);
  }
}
