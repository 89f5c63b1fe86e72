import type { Row } from "../../transforms/model/model.ts";

/** A document or a source is older than the run, or missing. */
const LACKS = ["document-missing", "document-carried-forward", "source-carried-forward"] as const;

/**
 * Rules whose findings come from a run, not from the documents: that something could not be fetched, or was refused. A
 * version that is built again takes them from the first one.
 */
export const RUN_RULES = [...LACKS, "not-compared-with-last", "acceptance-outdated"] as const;

export type RunRule = (typeof RUN_RULES)[number];

export function isRunFinding({ rule }: Pick<Row<"issue">, "rule">): boolean {
  return (RUN_RULES as readonly string[]).includes(rule);
}

/** Whether a finding means that something of the version is not of this run: the operator wants to know. */
export function isLack({ rule }: Pick<Row<"issue">, "rule">): boolean {
  return (LACKS as readonly string[]).includes(rule);
}
