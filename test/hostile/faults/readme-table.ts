import { type Fault, keptWords } from "./fault.ts";

/** The table of the README, as the catalogue has it. */
export function readmeTable(faults: readonly Fault[]): string {
  const rows = faults.map((fault) => {
    const says = fault.says === "" ? "" : `“${fault.says}”`;
    return `| ${fault.what} | ${fault.exit} | ${says} | ${keptWords(fault)} |`;
  });
  return ["| fault | exit | what the run says | what is kept |", "|---|---|---|---|", ...rows].join("\n");
}
