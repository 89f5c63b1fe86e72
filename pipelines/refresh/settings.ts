import type { AcquiredBy } from "../../sources/archive/capture.ts";
import type { GivenAcceptance } from "../acceptances/given-acceptance.ts";

/** What a refresh was asked to do. */
export type RefreshSettings = {
  /** Ids of the sources to go through; empty = all. */
  readonly sourceIds: readonly string[];
  /** Codes of the documents to ask for; empty = all. */
  readonly codes: readonly string[];
  /** Addresses of the documents to ask for, where only what failed in another run is asked for; empty = all. */
  readonly urls: readonly string[];
  /** The run whose failures these are. */
  readonly retryOf: string | undefined;
  /** Only sources that are due are asked; of the others, what was found before still holds. */
  readonly honoursSchedule: boolean;
  /** Where responses come from; `archive`: nothing is asked. */
  readonly from: AcquiredBy | "archive";
  readonly mirror: URL | undefined;
  readonly contact: string | undefined;
  /** Ask for every document again, also those that an unfinished round has. */
  readonly force: boolean;
  /** Spare the pages that another document calls unchanged. */
  readonly isLight: boolean;
  readonly isDryRun: boolean;
  /** What a person lets pass in this run, of the chosen sources. */
  readonly acceptance: GivenAcceptance | undefined;
  /** Where metrics are written after the run, for the textfile collector of Prometheus. */
  readonly metricsFile?: string | undefined;
};

/** Whether the answers are the publisher's own: absolute minimums hold for these only. */
export function isLive({ from }: RefreshSettings): boolean {
  return from === "fetch";
}
