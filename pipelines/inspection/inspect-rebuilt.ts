import type { Kysely } from "kysely";
import type { Manifest } from "../../sinks/manifest.ts";
import type { Dataset } from "../../transforms/model/model.ts";
import { isStanding } from "../acceptances/acceptable-rules.ts";
import { createLedger } from "../acceptances/ledger.ts";
import { standingOf } from "../acceptances/manifest-acceptances.ts";
import { CHECKS, runChecks } from "../checks/checks.ts";
import type { Inspection } from "../publish/stage.ts";

/**
 * Looks at the facts of a version that is built once more. The rules of the domain are looked at again, with what its
 * manifest says was let pass; what was measured by the version before it, or by the occasion, is the manifest's word.
 */
export async function inspectRebuilt(
  database: Kysely<Dataset>,
  manifest: Pick<Manifest, "checks" | "acceptances">,
): Promise<Inspection> {
  const standing = standingOf(manifest, isStanding);
  const { issues, checks } = await runChecks(
    database,
    createLedger(undefined, () => true, { standing, pending: [] }),
  );
  const others = manifest.checks.filter((name) => CHECKS.every(({ rule }) => rule !== name));
  return { issues, checks: [...checks, ...others], acceptances: manifest.acceptances };
}
