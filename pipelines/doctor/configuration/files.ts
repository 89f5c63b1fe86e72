import { accessSync, constants } from "node:fs";
import { dirname, resolve } from "node:path";
import { type DoctorCheck, error, type Finding, ok, warning } from "../doctor-check.ts";

/** Files outside the store that the environment asks for can be written. */
export const filesCheck: DoctorCheck = {
  area: "configuration",
  name: "files",
  look: ({ env }) => [
    ...fileFindings("OCCUPATIONS_LOG_FILE", env.OCCUPATIONS_LOG_FILE),
    ...fileFindings("OCCUPATIONS_METRICS_FILE", env.OCCUPATIONS_METRICS_FILE),
    ...endingFindings(env.OCCUPATIONS_METRICS_FILE),
  ],
};

function fileFindings(name: string, file: string | undefined): readonly Finding[] {
  if (!file) return [];
  const folder = dirname(resolve(file));
  if (isWritable(folder)) return [ok(`${name} is ${file}; its folder can be written.`)];
  return [error(`${name} is ${file}, and ${folder} cannot be written.`, "Make the folder for this user.")];
}

function endingFindings(file: string | undefined): readonly Finding[] {
  if (!file || file.endsWith(".prom")) return [];
  const what = `OCCUPATIONS_METRICS_FILE is ${file}; the textfile collector reads files that end with .prom only.`;
  return [warning(what, "Give it that ending.")];
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK | constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
