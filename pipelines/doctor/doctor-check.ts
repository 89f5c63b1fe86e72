import type { World } from "../world.ts";

/** What the checks have from outside. */
export type Examined = Pick<World, "store" | "now" | "env" | "registry" | "signal"> & {
  /** Every byte is read, however long that takes. */
  readonly isDeep: boolean;
  /** How publishers can reach the operator. */
  readonly contact: string | undefined;
  /** The operator's own copy of the publishers' sites. */
  readonly mirror: URL | undefined;
};

/** One thing that a check has found. */
export type Finding = {
  /** error: runs will not work, or something is broken; warning: they work, and a person should look. */
  readonly level: "ok" | "warning" | "error";
  readonly what: string;
  /** What the operator is to do; nothing where all is well. */
  readonly todo?: string;
  /** Something of the store is broken and has to be restored. */
  readonly isDamage?: true;
};

/** One thing that is looked at; nothing is written, but for the requests of the day that `publishers` counts. */
export type DoctorCheck = {
  readonly area: "store" | "configuration" | "program" | "publishers";
  readonly name: string;
  readonly look: (examined: Examined) => readonly Finding[] | Promise<readonly Finding[]>;
};

export const ok = (what: string): Finding => ({ level: "ok", what });
export const warning = (what: string, todo: string): Finding => ({ level: "warning", what, todo });
export const error = (what: string, todo: string): Finding => ({ level: "error", what, todo });
export const damage = (what: string, todo: string): Finding => ({
  level: "error",
  what,
  todo,
  isDamage: true,
});
