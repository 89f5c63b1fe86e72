import { readFileSync } from "node:fs";
import { join } from "node:path";
import { documentPath } from "../../sinks/document/file-name.ts";
import { inStore } from "../../sources/archive/store-error.ts";
import { findOccupation } from "../find-occupation.ts";
import { readProfile } from "../profile/read-profile.ts";
import { renderProfile } from "../profile/render-profile.ts";
import { findVersion, inSnapshot } from "../published-version.ts";
import { redirectLines } from "../text/redirect-lines.ts";
import type { CommandDefinition } from "./command.ts";

export const showCommand: CommandDefinition<{ readonly version?: string }> = {
  name: "show",
  summary: "one occupation for a reader: duties, pay, employers, outlook, how to become one",
  examples: [
    "occupations show registered-nurses",
    "occupations show us-ooh/actors --version 20261123T021500Z-1a2b3c4d",
    "occupations show us-ooh/actors --json",
  ],
  declare: (command) =>
    command
      .argument(
        "<id>",
        "an occupation: us-ooh/registered-nurses, registered-nurses, or the address of its page",
      )
      .option("--version <v>", "another version than the latest"),
  run: async ({ store, json }, [words = ""], options) => {
    const version = await findVersion(store, options.version);
    const { redirect, profile } = inSnapshot(version, (database) => {
      const { id, redirect } = findOccupation(database, words);
      return { redirect, profile: readProfile(database, id) };
    });
    return {
      json: json ? readDocument(version.folder, profile.occupation) : {},
      text: (layout) => [...redirectLines(redirect, layout), renderProfile(profile, layout)].join("\n\n"),
    };
  },
};

/** The document of the occupation as it was published. */
function readDocument(
  folder: string,
  occupation: { readonly scheme: string; readonly code: string },
): object {
  const path = join(folder, "json", documentPath(occupation));
  return inStore(path, () => JSON.parse(readFileSync(path, "utf8")));
}
