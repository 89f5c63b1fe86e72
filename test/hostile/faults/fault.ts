import type { ExitCode } from "../../../pipelines/exit-codes.ts";
import type { Network } from "../../../sources/fetching/create-fetcher.ts";
import type { Upstream } from "../upstream.ts";

/** What is at hand to make a fault of. */
export type Scene = { readonly upstream: Upstream; readonly store: string };

/** How the night of the fault is run, where it is not run like any other, and how the fault is ended. */
export type Night = {
  /** In place of `--mirror` and the address of the upstream. */
  readonly from?: readonly string[];
  readonly contact?: string;
  readonly now?: string;
  readonly network?: Network;
  readonly signal?: AbortSignal;
  /** Ends what is wrong with the store or the machine; the upstream behaves again by itself. */
  readonly end?: () => void | Promise<void>;
};

/** One thing that goes wrong in one night, and how the program must come out of it. */
export type Fault = {
  readonly what: string;
  readonly exit: ExitCode;
  /** Words that the operator reads; “” where nothing is worth a word. */
  readonly says: string;
  /** Sources whose last good facts stand in; none where `latest` says it all. */
  readonly carried: readonly string[];
  /** Makes it happen. */
  readonly begin: (scene: Scene) => Night | undefined | Promise<Night | undefined>;
};

/** What of the dataset is there after the night. */
export function keptWords({ exit, carried }: Fault): string {
  if (carried.length > 0) return "the last good facts of that source, marked; the others are fresh";
  return exit === 0 ? "everything is fresh" : "`latest`, as it was";
}
