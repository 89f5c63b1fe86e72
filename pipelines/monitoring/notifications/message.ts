import { hostname } from "node:os";
import { z } from "zod";
import type { RunReport } from "../../refresh/report.ts";
import { whatToDo } from "../what-to-do.ts";
import type { StateChange } from "./state-changes.ts";

/** What is sent: the body of the webhook, and what the command reads on stdin. */
export const messageSchema = z.object({
  /** The same message has the same id, also where it is delivered twice. */
  id: z.string(),
  event: z.enum(["degraded", "refused", "unreachable", "crashed", "stale", "decision-needed", "recovered"]),
  /** For people; chat systems show it. */
  text: z.string(),
  time: z.string(),
  host: z.string(),
  store: z.string(),
  run: z.string(),
  outcome: z.string(),
  exit: z.number().nullable(),
  /** The latest version; NULL where nothing is published. */
  version: z.string().nullable(),
  changes: z.array(
    z.object({ subject: z.string(), from: z.string().nullable(), to: z.string(), reason: z.string() }),
  ),
  what_to_do: z.array(z.string()),
});

export type NotificationMessage = z.infer<typeof messageSchema>;

/** Longer reasons are cut; the report has them whole. */
const LONGEST_REASON = 600;
const MOST_CHANGES = 20;

export function notificationMessage(
  report: RunReport,
  store: string,
  changes: readonly StateChange[],
): NotificationMessage {
  const event = eventOf(changes);
  const told = changes.slice(0, MOST_CHANGES).map(({ subject, from, to, reason }) => ({
    ...{ subject, from, to, reason: shortened(reason) },
  }));
  const advice = event === "recovered" ? [] : whatToDo(report);
  const more = changes.length - told.length;
  return {
    id: `${report.run}-${event}`,
    event,
    text: [
      `occupations on ${hostname()}: ${event}`,
      ...told.map(changeWords),
      ...(more > 0 ? [`• and ${more} more: see the report`] : []),
      ...advice.slice(0, 3).map((words) => `→ ${words}`),
      `Report: ${store}/runs/${report.run}.txt`,
    ].join("\n"),
    ...{ time: report.finished_at ?? report.started_at, host: hostname(), store },
    ...{ run: report.run, outcome: report.outcome, exit: report.exit, version: report.version },
    changes: told,
    what_to_do: [...advice],
  };
}

/** What weighs most: how the run ended, then how old the dataset is, then decisions, then single sources. */
function eventOf(changes: readonly StateChange[]): NotificationMessage["event"] {
  const bad = changes.filter(({ isGood }) => !isGood);
  if (bad.length === 0) return "recovered";
  const subjects = bad.map(({ subject }) => subject);
  const run = bad.find(({ subject }) => subject === "run");
  if (run !== undefined) return messageSchema.shape.event.parse(run.to);
  if (subjects.includes("dataset")) return "stale";
  return subjects.some((subject) => subject.startsWith("decision ")) ? "decision-needed" : "degraded";
}

function changeWords({ subject, from, to, reason }: NotificationMessage["changes"][number]): string {
  const states = from === null ? to : `${from} → ${to}`;
  return `• ${subject}: ${states}${reason === "" ? "" : `. ${reason}`}`;
}

function shortened(words: string): string {
  return words.length <= LONGEST_REASON ? words : `${words.slice(0, LONGEST_REASON - 1)}…`;
}
