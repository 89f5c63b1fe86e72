import { DOCUMENT_FAULTS } from "./document-faults.ts";
import type { Fault } from "./fault.ts";
import { NETWORK_FAULTS } from "./network-faults.ts";
import { PUBLISHER_FAULTS } from "./publisher-faults.ts";
import { STORE_FAULTS } from "./store-faults.ts";

/** Every fault that the program must come out of, in the order of the README. */
export const FAULTS: readonly Fault[] = [
  ...PUBLISHER_FAULTS,
  ...NETWORK_FAULTS,
  ...DOCUMENT_FAULTS,
  ...STORE_FAULTS,
];
