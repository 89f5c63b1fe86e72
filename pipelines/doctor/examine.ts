import { StoreError } from "../../sources/archive/store-error.ts";
import { EXIT, type ExitCode } from "../exit-codes.ts";
import { type DoctorCheck, damage, type Examined, error, type Finding } from "./doctor-check.ts";

/** A finding, and which check has found it. */
export type Examination = Pick<DoctorCheck, "area" | "name"> & Finding;

/** Goes through the checks one after another; what a check stumbles over is its finding. */
export async function examine(
  checks: readonly DoctorCheck[],
  examined: Examined,
): Promise<readonly Examination[]> {
  const found: Examination[] = [];
  for (const { area, name, look } of checks) {
    examined.signal.throwIfAborted();
    const findings = await findingsOf(look, examined);
    found.push(...findings.map((finding) => ({ area, name, ...finding })));
  }
  return found;
}

async function findingsOf(look: DoctorCheck["look"], examined: Examined): Promise<readonly Finding[]> {
  try {
    return await look(examined);
  } catch (thrown) {
    if (examined.signal.aborted) throw thrown;
    if (thrown instanceof StoreError) return [damage(thrown.message, "See there; then run this again.")];
    const words = thrown instanceof Error ? thrown.message : String(thrown);
    return [
      error(
        `This could not be looked at: ${words}`,
        "Run it again with --verbose, and report what it prints.",
      ),
    ];
  }
}

/** 0: nothing but warnings; 7: the store is broken; 3: something else is. */
export function exitOf(findings: readonly Finding[]): ExitCode {
  if (findings.some(({ isDamage }) => isDamage)) return EXIT.store;
  return findings.some(({ level }) => level === "error") ? EXIT.degraded : EXIT.done;
}
