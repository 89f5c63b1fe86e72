import { main } from "../../pipelines/main.ts";
import { programRegistry } from "../../pipelines/program-registry.ts";
import type { Output } from "../../pipelines/world.ts";
import type { Network } from "../../sources/fetching/create-fetcher.ts";
import { surroundingsOf } from "./run-command.ts";

/** What a run has from outside. */
export type Circumstances = {
  readonly now?: string;
  readonly signal?: AbortSignal;
  readonly contact?: string;
  readonly network?: Network;
  readonly env?: Readonly<Record<string, string>>;
};

/** Runs a command with `--json` in this process. */
export async function runIn(
  store: string,
  argv: readonly string[],
  { now = "2026-11-20T02:15:00Z", signal, contact, network, env: given = {} }: Circumstances = {},
): Promise<{ exit: number; json: unknown; stderr: string }> {
  const printed = { stdout: "", stderr: "" };
  const into = (stream: keyof typeof printed): Output => ({
    write: (content) => {
      printed[stream] += content;
    },
  });
  const env = {
    ...given,
    OCCUPATIONS_NOW: now,
    ...(contact !== undefined && { OCCUPATIONS_CONTACT: contact }),
  };
  const surroundings = surroundingsOf(into("stdout"), into("stderr"), { env, registry: programRegistry });
  const words = [...argv, "--json", "--quiet", "--store", store];
  const { exit } = await main(words, {
    ...surroundings,
    ...(signal !== undefined && { signal }),
    ...(network !== undefined && { network }),
  });
  return { exit, json: JSON.parse(printed.stdout), stderr: printed.stderr };
}
