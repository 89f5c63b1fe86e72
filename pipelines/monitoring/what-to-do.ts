import type { RunReport } from "../refresh/report.ts";
import { decisionsIn, type HeldDecision } from "./decisions.ts";

/** What a person is to do after a run, the most pressing first; empty where nobody has to do anything. */
export function whatToDo(report: RunReport): readonly string[] {
  return [...ADVICE[report.outcome], ...decisionsIn(report).map(decisionAdvice)];
}

const ADVICE: Readonly<Record<RunReport["outcome"], readonly string[]>> = {
  running: [],
  published: [],
  unchanged: [],
  degraded: [
    "Nothing at once: what could not be renewed is published as it was. The next run tries again by itself.",
    "Where the same source is carried forward for days, run `occupations doctor --live`: it asks each host once, and tells what has changed.",
  ],
  refused: [
    "The version before stays in place; readers see nothing of this. Read below what was refused.",
    "Where the publisher has changed its pages, run `occupations doctor --live`, and put the reader in sources/ right.",
  ],
  failed: [
    "Check this machine's network, and the publishers' sites in a browser. `occupations doctor --live` asks each host once.",
    "The next run goes on from here by itself.",
  ],
  crashed: [
    "Run `occupations doctor`: it tells whether the store is sound and has room. What was published before is whole.",
    "Run the command again; where it crashes again with a bug, report what --verbose prints.",
  ],
  interrupted: ["Run the command again: it goes on from there without asking again for what it has."],
  misused: ["Put the command line right; nothing was changed."],
};

function decisionAdvice({ source, rule }: HeldDecision): string {
  const whose = source === null ? "" : ` --source ${source}`;
  return `A person decides: where the publisher means what \`${rule}\` holds back, run \`occupations refresh${whose} --accept ${rule} --reason "…"\`. Where not, leave it: what was published stays.`;
}
