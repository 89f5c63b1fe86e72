/** Who holds a store, and since when. */
export type StoreOwner = {
  readonly pid: number;
  readonly host: string;
  /** ISO time. */
  readonly startedAt: string;
  /** What it is doing: `refresh`. */
  readonly command: string;
};

/** Another process writes to this store. Exit code 5. */
export class StoreHeldError extends Error {
  override readonly name = "StoreHeldError";
  readonly code = "store-held";
  /** Undefined where the other process has only just begun. */
  readonly owner: StoreOwner | undefined;

  constructor(store: string, owner: StoreOwner | undefined) {
    super(`${store} is held by ${holder(owner)}. Wait for it to end, or stop it; nothing was changed.`);
    this.owner = owner;
  }
}

function holder(owner: StoreOwner | undefined): string {
  if (owner === undefined) return "another run that has just begun";
  return `\`occupations ${owner.command}\` (process ${owner.pid} on ${owner.host}) since ${owner.startedAt}`;
}
