import { join } from "node:path";
import { MANIFEST, manifestSchema } from "../../sinks/manifest.ts";
import { readJson } from "../publish/store-layout.ts";
import { latestVersion } from "../published-version.ts";
import type { RefreshSettings } from "../refresh/settings.ts";
import type { State } from "../state/state.ts";
import { isStanding } from "./acceptable-rules.ts";
import { createLedger, type Ledger } from "./ledger.ts";
import { standingOf } from "./manifest-acceptances.ts";

/** The ledger of a run: what the operator accepts now, what the latest version still lets pass, and what no version tells yet. */
export async function runLedger(
  store: string,
  state: State,
  { acceptance, sourceIds }: Pick<RefreshSettings, "acceptance" | "sourceIds">,
): Promise<Ledger> {
  const latest = await latestVersion(store);
  const manifest =
    latest === undefined ? undefined : await readJson(join(latest.folder, MANIFEST), manifestSchema);
  const standing = manifest === undefined ? [] : standingOf(manifest, isStanding);
  const isChosen = (sourceId: string) => sourceIds.length === 0 || sourceIds.includes(sourceId);
  return createLedger(acceptance, isChosen, { standing, pending: state.letPasses.all() });
}
