import { join } from "node:path";
import { onTestFinished } from "vitest";
import { openState, type State } from "../../../pipelines/state/state.ts";
import { temporaryFolder } from "../../sinks/temporary-folder.ts";

/** A state file of its own, open; closed and removed with the test. */
export function newState(): { readonly state: State; readonly path: string; readonly reopen: () => State } {
  const path = join(temporaryFolder(), "state.sqlite");
  const open = () => {
    const state = openState(path);
    onTestFinished(() => state.close());
    return state;
  };
  return { state: open(), path, reopen: open };
}
