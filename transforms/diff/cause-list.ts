import type { Cause, CauseKind } from "../model/change.ts";

/** A cause before it is numbered; what it does not say is NULL. */
export type Reason = { readonly kind: CauseKind } & Partial<Omit<Cause, "id" | "kind">>;

/** Numbers causes in the order in which they are met, each one once. */
export type CauseList = {
  readonly idsOf: (reasons: readonly Reason[]) => number[];
  readonly get: (id: number) => Cause;
  readonly all: () => readonly Cause[];
};

export function createCauseList(): CauseList {
  const causes: Cause[] = [];
  const ids = new Map<string, number>();
  const idOf = (reason: Reason): number => {
    const cause = causeOf(reason);
    const name = JSON.stringify(cause);
    const known = ids.get(name);
    if (known !== undefined) return known;
    const id = causes.length + 1;
    causes.push({ id, ...cause });
    ids.set(name, id);
    return id;
  };
  return {
    idsOf: (reasons) => [...new Set(reasons.map(idOf))],
    get: (id) => {
      const cause = causes[id - 1];
      if (cause === undefined) throw new Error(`There is no cause ${id}.`);
      return cause;
    },
    all: () => causes,
  };
}

function causeOf(reason: Reason): Omit<Cause, "id"> {
  return {
    kind: reason.kind,
    source_id: reason.source_id ?? null,
    url: reason.url ?? null,
    edition_before: reason.edition_before ?? null,
    edition_after: reason.edition_after ?? null,
    capture_before: reason.capture_before ?? null,
    capture_after: reason.capture_after ?? null,
    derived_from: reason.derived_from ?? [],
    reason: reason.reason ?? null,
  };
}
