import type { Correction } from "../../sources/correction.ts";
import type { Scalar } from "../facts.ts";
import type { Row } from "../model/model.ts";
import { rowKey } from "./row-key.ts";

/** The correction as a row of the dataset. */
export function correctionRow(correction: Correction, source_id: string): Row<"correction"> {
  const { occupationId, table, column, published, corrected, reason, evidence } = correction;
  return {
    ...{ occupation_id: occupationId, table_name: table, column_name: column, source_id },
    row_key: JSON.stringify(rowKey(correction)),
    ...{ published: textOf(published), corrected: textOf(corrected), reason },
    evidence: `${evidence.url}: ${evidence.words}`,
  };
}

/** What is told of a correction that holds. */
export function correctedFinding(correction: Correction, source_id: string): Row<"issue"> {
  const { published, corrected, reason, evidence } = correction;
  return {
    ...{ rule: "corrected", severity: "info", source_id, occupation_id: correction.occupationId },
    capture_id: null,
    message: `${aboutWords(correction)} is ${wordsOf(corrected)} here, and ${wordsOf(published)} as published. ${reason} See ${evidence.url}: “${evidence.words}”.`,
  };
}

/** What is told of a correction that found something else than it expects: the published value stands. */
export function outdatedFinding(
  correction: Correction,
  source_id: string,
  found: readonly Scalar[],
): Row<"issue"> {
  const { published, corrected, since } = correction;
  const about = aboutWords(correction);
  const file = `sources/${source_id}/corrections.ts`;
  const says = [...new Set(found)].map(wordsOf).join(" and ");
  const message = found.includes(corrected)
    ? `${about}: the publisher now says ${wordsOf(corrected)}, as our correction of ${since} does. Take the correction out of ${file}.`
    : found.length === 0
      ? `${about}: our correction of ${since} matches no fact, so nothing was corrected. Change it in ${file}, or take it out.`
      : found.includes(published)
        ? `${about}: another document has the word now, so our correction of ${since} changes nothing. Take it out of ${file}.`
        : `${about}: our correction of ${since} expects ${wordsOf(published)}, and the publisher says ${says}. The published value stands. Look at the evidence again, and change the correction in ${file} or take it out.`;
  return {
    ...{ rule: "correction-outdated", severity: "warning", source_id },
    ...{ occupation_id: correction.occupationId, capture_id: null, message },
  };
}

/** "wage.amount of us-ooh/actors (area US, statistic median, period hour)" */
function aboutWords({ table, column, occupationId, key }: Correction): string {
  const parts = Object.entries(key).map(([name, value]) => `${name} ${value}`);
  const which = parts.length === 0 ? "" : ` (${parts.join(", ")})`;
  return `${table}.${column} of ${occupationId}${which}`;
}

function wordsOf(value: Scalar): string {
  return value === null ? "nothing" : String(value);
}

function textOf(value: Scalar): string | null {
  return value === null ? null : String(value);
}
