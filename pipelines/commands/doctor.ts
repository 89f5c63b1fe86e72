import type { Examined, Finding } from "../doctor/doctor-check.ts";
import { DOCTOR_CHECKS } from "../doctor/doctor-checks.ts";
import { type Examination, examine, exitOf } from "../doctor/examine.ts";
import { liveCheck } from "../doctor/publishers/live.ts";
import { UsageError } from "../errors/usage-error.ts";
import { heading } from "../text/style.ts";
import { wrap } from "../text/wrap.ts";
import type { Layout, World } from "../world.ts";
import type { CommandDefinition } from "./command.ts";
import { mirrorUrl } from "./way-options.ts";

type Options = {
  readonly live?: boolean;
  readonly deep?: boolean;
  readonly mirror?: string;
  readonly contact?: string;
};

export const doctorCommand: CommandDefinition<Options> = {
  name: "doctor",
  summary: "is everything in order, and what to do where it is not",
  examples: [
    "occupations doctor",
    "occupations doctor --deep",
    "occupations doctor --live --contact data@example.org",
    "occupations doctor --live --mirror http://127.0.0.1:8080 --json",
  ],
  declare: (command) =>
    command
      .option("--live", "also ask each host for one document, as politely as a run")
      .option("--deep", "read every byte of the latest version")
      .option("--mirror <url>", "with --live: ask your own copy of the sites")
      .option("--contact <email>", "how publishers can reach you (or OCCUPATIONS_CONTACT)"),
  run: async (world, _, options) => {
    const isLive = options.live ?? false;
    const checks = isLive ? [...DOCTOR_CHECKS, liveCheck] : DOCTOR_CHECKS;
    const found = await examine(checks, examinedFrom(world, options));
    const exit = exitOf(found);
    return {
      exit,
      isReport: true,
      json: { exit, ...countsOf(found), findings: found.map(findingJson) },
      text: (layout) => doctorText(found, layout),
    };
  },
};

function examinedFrom(world: World, options: Options): Examined {
  const { store, now, env, registry, signal } = world;
  const contact = options.contact ?? (env.OCCUPATIONS_CONTACT || undefined);
  const mirror = options.mirror === undefined ? undefined : mirrorUrl(options.mirror);
  if (mirror !== undefined && options.live !== true)
    throw new UsageError("--mirror says whom --live asks. Give --live as well.");
  if (options.live === true && mirror === undefined && contact === undefined)
    throw new UsageError(
      "The publishers require a way to reach whoever asks. Give your mailbox with --contact data@example.org or OCCUPATIONS_CONTACT; nobody was asked.",
      "contact-missing",
    );
  return { store, now, env, registry, signal, contact, mirror, isDeep: options.deep ?? false };
}

type Counts = { readonly errors: number; readonly warnings: number };

function countsOf(found: readonly Finding[]): Counts {
  const count = (level: Finding["level"]) => found.filter((finding) => finding.level === level).length;
  return { errors: count("error"), warnings: count("warning") };
}

function findingJson({ area, name, level, what, todo, isDamage }: Examination): object {
  return { area, check: name, level, what, what_to_do: todo ?? null, is_damage: isDamage ?? false };
}

function doctorText(found: readonly Examination[], layout: Layout): string {
  const areas = [...new Set(found.map(({ area }) => area))];
  const parts = areas.map((area) =>
    [
      heading(area, layout),
      ...found.filter((finding) => finding.area === area).map((finding) => findingText(finding, layout)),
    ].join("\n"),
  );
  return [...parts, verdict(countsOf(found))].join("\n\n");
}

function findingText({ name, level, what, todo }: Examination, { width }: Layout): string {
  const label = `${level.padEnd(8)} ${name.padEnd(14)}`;
  const indent = " ".repeat(label.length);
  const lines = [wrap(what, Math.min(width, 110), label, indent)];
  if (todo !== undefined) lines.push(wrap(todo, Math.min(width, 110), `${indent}→ `, `${indent}  `));
  return lines.join("\n");
}

function verdict({ errors, warnings }: Counts): string {
  const some = (count: number, what: string) => `${count} ${what}${count === 1 ? "" : "s"}`;
  if (errors > 0) return `Something is wrong: ${some(errors, "error")}, ${some(warnings, "warning")}.`;
  return warnings > 0 ? `All is well, but for ${some(warnings, "warning")}.` : "All is well.";
}
