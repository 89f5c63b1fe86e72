import type { Check } from "../../../pipelines/checks/check.ts";
import { type AnyRow, SMALL_DATASET } from "../../sinks/small-dataset.ts";
import { openSmallSnapshot } from "../../sinks/small-snapshot.ts";

export const NURSES = "us-ooh/registered-nurses";
export const ACTORS = "us-ooh/actors";
export const DRIVERS = "us-ooh/bus-drivers";
export const PHYSICIANS = "us-ooh/physicians-and-surgeons";

/** The breaches of a rule in the small dataset and these rows beside. */
export function breachesOf({ find }: Check, ...rows: readonly AnyRow[]) {
  return find(openSmallSnapshot([...SMALL_DATASET, ...rows]).database);
}

/** The messages of the breaches, each after the occupation that it is about. */
export async function messagesOf(check: Check, ...rows: readonly AnyRow[]): Promise<string[]> {
  const breaches = await breachesOf(check, ...rows);
  return breaches.map(({ occupation_id, message }) => `${occupation_id}: ${message}`);
}
