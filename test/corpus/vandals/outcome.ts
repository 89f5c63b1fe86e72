import type { ProgramReading } from "./read-as-program.ts";
import { type Statements, statementsOf } from "./statements.ts";

/**
 * What became of a changed document. `other words`: prose that the changed document says and the real one does not;
 * `misplaced`: prose of the real one in another part of the page; `WRONG`: a figure, title, link or code that the real one
 * does not tell.
 */
export type OutcomeKind = "same" | "refused" | "held back" | "lost" | "other words" | "misplaced" | "WRONG";

export type Outcome = {
  readonly kind: OutcomeKind;
  /** The reason of a refusal; what was lost; what is wrong. */
  readonly details: readonly string[];
};

/** What would be published of a changed document, measured by what the real one says. */
export function outcomeOf(truth: Statements, reading: ProgramReading): Outcome {
  if ("refused" in reading) return { kind: "refused", details: [reading.refused] };
  const said = statementsOf(reading.said);
  const wrong = [...said.values].filter((value) => !truth.values.has(value));
  if (wrong.length > 0) return { kind: "WRONG", details: wrong };
  const misplaced = misplacedWords(truth, said);
  if (misplaced.length > 0) return { kind: "misplaced", details: misplaced };
  const lost = [
    ...[...truth.values].filter((value) => !said.values.has(value)),
    ...[...truth.words.keys()].filter((words) => !said.words.has(words)),
  ];
  const others = [...said.words.keys()].filter((words) => !truth.words.has(words));
  if (others.length > 0) return { kind: "other words", details: others };
  return lost.length > 0 ? { kind: "lost", details: lost } : { kind: "same", details: [] };
}

/** Words of the real page that stand in a part of it that they do not belong to. */
function misplacedWords(truth: Statements, said: Statements): string[] {
  return [...said.words].flatMap(([words, parts]) => {
    const lawful = truth.words.get(words);
    if (lawful === undefined) return [];
    return [...parts].filter((part) => !lawful.has(part)).map((part) => `${part}: “${words}”`);
  });
}
