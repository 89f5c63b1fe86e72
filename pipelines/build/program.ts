import { fingerprintOf } from "./fingerprint.ts";

/** All code that has a part in what a version is. */
const CODE = [
  "sources",
  "transforms",
  "sinks",
  "pipelines/build",
  "pipelines/changes",
  "pipelines/checks",
  "pipelines/publish",
];

/** The state of the program that a version is built with: the same one makes the same of the same documents. */
export function programFingerprint(): string {
  return fingerprintOf(CODE);
}
