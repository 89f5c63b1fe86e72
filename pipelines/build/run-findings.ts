import type { Row } from "../../transforms/model/model.ts";

/**
 * Rules whose findings come from a run, not from the documents: that something could not be fetched, or was refused. A
 * version that is built again takes them from the first one.
 */
export const RUN_RULES = [
  "document-missing",
  "document-carried-forward",
  "source-carried-forward",
  "not-compared-with-last",
] as const;

export type RunRule = (typeof RUN_RULES)[number];

export function isRunFinding({ rule }: Pick<Row<"issue">, "rule">): boolean {
  return (RUN_RULES as readonly string[]).includes(rule);
}
