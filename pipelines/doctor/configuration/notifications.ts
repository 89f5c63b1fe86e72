import { accessSync, constants, statSync } from "node:fs";
import { delimiter, join } from "node:path";
import { notifyCommandFrom } from "../../monitoring/notifications/command-channel.ts";
import { webhookFault, webhookFrom } from "../../monitoring/notifications/webhook-channel.ts";
import type { World } from "../../world.ts";
import { type DoctorCheck, error, type Finding, ok } from "../doctor-check.ts";

/** Every way to the operator can be gone; nothing is sent. */
export const notificationsCheck: DoctorCheck = {
  area: "configuration",
  name: "notifications",
  look: ({ env }) => {
    const findings = [...webhookFindings(env), ...commandFindings(env)];
    if (findings.length > 0) return findings;
    return [
      ok("Nobody is told of changes: neither OCCUPATIONS_WEBHOOK nor OCCUPATIONS_NOTIFY_COMMAND is set."),
    ];
  },
};

function webhookFindings(env: World["env"]): readonly Finding[] {
  const address = webhookFrom(env);
  if (address === undefined) return [];
  const fault = webhookFault(address);
  if (fault !== undefined) return [error(fault, "Correct it, or unset it.")];
  return [ok(`The webhook at ${new URL(address).host} is told of changes.`)];
}

function commandFindings(env: World["env"]): readonly Finding[] {
  const command = notifyCommandFrom(env);
  if (command === undefined) return [];
  const { program } = command;
  if (isExecutable(program, env)) return [ok(`${program} is told of changes.`)];
  return [
    error(
      `OCCUPATIONS_NOTIFY_COMMAND names ${program}, which is no program that this user may run.`,
      "Give its whole path, and make it executable for this user.",
    ),
  ];
}

function isExecutable(program: string, env: World["env"]): boolean {
  if (program.includes("/")) return isExecutableFile(program);
  return (env.PATH ?? "").split(delimiter).some((folder) => isExecutableFile(join(folder, program)));
}

function isExecutableFile(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
