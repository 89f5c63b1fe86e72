import type { Kysely } from "kysely";
import type { Dataset, Row } from "../../transforms/model/model.ts";

/** A rule that the facts of a version must keep, whatever source they come from. */
export type Check = {
  readonly rule: string;
  /** What a breach would do to a consumer; one line for the README. */
  readonly protects: string;
  /** error: the version is refused; warning: it is published with an issue. */
  readonly severity: "error" | "warning";
  /** The breaches, each told in words. */
  readonly find: (database: Kysely<Dataset>) => Promise<readonly Breach[]>;
};

export type Breach = Pick<Row<"issue">, "source_id" | "occupation_id" | "capture_id" | "message">;
