import type { FetchEvent } from "../../sources/fetching/fetch-event.ts";

/** Tells a person how far a run is. */
export type Progress = {
  readonly begin: (title: string, total: number) => void;
  readonly tick: (detail: string) => void;
  readonly end: () => void;
  /** A line that stays. */
  readonly say: (line: string) => void;
  /** Everything that is asked of publishers, for the log. */
  readonly fetched?: (event: FetchEvent) => void;
};
