import { type DoctorCheck, error, type Finding, ok, warning } from "../doctor-check.ts";

/** The Node that runs this is one that it is tested on. */
export const nodeCheck: DoctorCheck = {
  area: "configuration",
  name: "node",
  look: () => [nodeFinding(process.versions.node)],
};

/** `version`: "20.20.0". */
export function nodeFinding(version: string): Finding {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const isBefore = (otherMajor: number, otherMinor: number) =>
    major < otherMajor || (major === otherMajor && minor < otherMinor);
  if (isBefore(20, 19))
    return error(`Node ${version} is too old: 20.19 is needed.`, "Install Node 20.19 or newer, or 22.");
  if (!isBefore(24, 19))
    return warning(
      `On Node ${version} the process can abort while it ends: nothing is lost, but the exit code is.`,
      "Run it on Node 20 or 22.",
    );
  return ok(`Node ${version}.`);
}
