import { textTable } from "../../../pipelines/text/table.ts";
import type { Attempt } from "./campaign.ts";
import type { OutcomeKind } from "./outcome.ts";

const FIRST: readonly OutcomeKind[] = ["same", "refused", "lost", "other words", "misplaced", "WRONG"];
const LATER: readonly OutcomeKind[] = ["held back", "lost", "other words", "misplaced", "WRONG"];

const WIDTH = 140;

/** So many examples are shown of what is wrong after one change. */
const EXAMPLES = 3;

/** How often each change came to which end, and what was wrong. */
export function campaignTable(attempts: readonly Attempt[]): string {
  const names = [...new Set(attempts.map(({ change }) => change))];
  const columns = [
    { title: "change" },
    ...["tried", ...FIRST, ...LATER.map((kind) => `later: ${kind}`)].map((title) => ({
      title,
      align: "right" as const,
    })),
  ];
  const rows = [
    ...names.map((name) =>
      rowOf(
        name,
        attempts.filter(({ change }) => change === name),
      ),
    ),
    rowOf("all", attempts),
  ];
  return [
    textTable(columns, rows, WIDTH),
    ...examples("first night", "firstNight", attempts),
    ...examples("later night", "laterNight", attempts),
  ].join("\n");
}

function rowOf(name: string, attempts: readonly Attempt[]): string[] {
  const count = (night: "firstNight" | "laterNight", kind: OutcomeKind) => {
    const number = attempts.filter((attempt) => attempt[night].kind === kind).length;
    return number === 0 ? "·" : `${number}`;
  };
  return [
    name,
    `${attempts.length}`,
    ...FIRST.map((kind) => count("firstNight", kind)),
    ...LATER.map((kind) => count("laterNight", kind)),
  ];
}

function examples(title: string, night: "firstNight" | "laterNight", attempts: readonly Attempt[]): string[] {
  const wrong = attempts.filter((attempt) => attempt[night].kind === "WRONG");
  const shown = wrong.filter(
    ({ change }, index) => wrong.slice(0, index).filter((other) => other.change === change).length < EXAMPLES,
  );
  return [
    `\n${wrong.length} wrong on a ${title}`,
    ...shown.map(
      (attempt) =>
        `${attempt.change}, ${attempt.victim.name} (${attempt.seed})\n${attempt[night].details
          .slice(0, 2)
          .map((detail) => `    ${detail.slice(0, 400)}`)
          .join("\n")}`,
    ),
  ];
}
