/** How a command ended, for shells and monitoring. */
export const EXIT = {
  /** Published, or nothing changed. */
  done: 0,
  bug: 1,
  usage: 2,
  /** Published, but some source was carried forward; held by a rollback; `status`: stale or degraded. */
  degraded: 3,
  /** Refused by a check; nothing was published. `verify`: not as it was published. */
  refused: 4,
  /** Another run holds the store. */
  held: 5,
  /** No source could be reached. */
  unreachable: 6,
  /** The store, or a database that is published to, cannot be read or written. */
  store: 7,
  /** Interrupted; can be resumed. */
  interrupted: 130,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
