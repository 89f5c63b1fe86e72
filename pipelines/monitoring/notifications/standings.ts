import type { RunReport } from "../../refresh/report.ts";
import type { SourceReport } from "../../refresh/result.ts";
import type { Told } from "../../state/notifications.ts";
import type { Status } from "../../status/store-status.ts";
import { decisionsIn } from "../decisions.ts";

/** How something stands that the operator wants to know of, and why. */
export type Standing = {
  /** `run`, `dataset`, `source us-ooh`, `decision us-ooh lost-figures`. */
  readonly subject: string;
  readonly state: string;
  readonly isGood: boolean;
  readonly reason: string;
};

/** What is told of a run: how it ended, how each source stands, which decisions wait for a person, how old all of it is. */
export function standingsOf(
  report: RunReport,
  status: Pick<Status, "state" | "problems">,
  told: readonly Told[],
): readonly Standing[] {
  return [
    ...runStanding(report),
    datasetStanding(status),
    ...report.sources.map(sourceStanding),
    ...decisionStandings(report, told),
  ];
}

const RUN_STATES: Readonly<Partial<Record<RunReport["outcome"], string>>> = {
  published: "fresh",
  unchanged: "fresh",
  degraded: "degraded",
  refused: "refused",
  failed: "unreachable",
  crashed: "crashed",
};

/** A run that the operator ended says nothing. */
function runStanding({ outcome, message }: RunReport): readonly Standing[] {
  const state = RUN_STATES[outcome];
  return state === undefined ? [] : [{ subject: "run", state, isGood: state === "fresh", reason: message }];
}

function datasetStanding({ state, problems }: Pick<Status, "state" | "problems">): Standing {
  if (state !== "stale")
    return {
      subject: "dataset",
      state: "fresh",
      isGood: true,
      reason: "The sources were looked at in time.",
    };
  return { subject: "dataset", state, isGood: false, reason: problems[0] ?? "" };
}

const GOOD_STATES: ReadonlySet<string> = new Set(["fresh", "sample", "retired"]);

function sourceStanding({ id, state, reasons }: SourceReport): Standing {
  const isGood = GOOD_STATES.has(state);
  const [first = "", ...others] = reasons;
  const more = others.length === 0 ? "" : ` And ${others.length} more: see the report.`;
  return { subject: `source ${id}`, state, isGood, reason: `${first}${more}` };
}

/** One that was told and no longer shows is settled where its source is well again; until then nobody knows. */
function decisionStandings(report: RunReport, told: readonly Told[]): readonly Standing[] {
  const waiting = decisionsIn(report).map(({ source, rule, reason }) => ({
    ...{ subject: decisionSubject(source, rule), state: "waiting", isGood: false, reason },
  }));
  const settled = told
    .filter(({ subject, state }) => subject.startsWith("decision ") && state === "waiting")
    .filter(({ subject }) => waiting.every((standing) => standing.subject !== subject))
    .filter(({ subject }) => isWellAgain(report, subject.split(" ")[1]))
    .map(({ subject }) => ({
      subject,
      state: "settled",
      isGood: true,
      reason: "It holds nothing back any more.",
    }));
  return [...waiting, ...settled];
}

function decisionSubject(source: string | null, rule: string): string {
  return `decision ${source ?? "all"} ${rule}`;
}

function isWellAgain({ outcome, sources }: RunReport, source: string | undefined): boolean {
  if (source === "all") return RUN_STATES[outcome] === "fresh";
  return sources.some(({ id, state }) => id === source && GOOD_STATES.has(state));
}
