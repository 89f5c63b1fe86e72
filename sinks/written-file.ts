/** A file that a sink wrote: its path below the version's folder, with `/`. */
export type WrittenFile = {
  readonly path: string;
  /** How many rows or documents are in it, where that can be said. */
  readonly rows?: number;
};
