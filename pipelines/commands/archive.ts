import { archiveExportCommand } from "./archive-export.ts";
import { archiveImportCommand } from "./archive-import.ts";
import { archiveListCommand } from "./archive-list.ts";
import { archiveShowCommand } from "./archive-show.ts";
import type { CommandGroup } from "./command.ts";

export const archiveCommands: CommandGroup = {
  name: "archive",
  summary: "the archived responses: list, show, import, export",
  commands: [archiveListCommand, archiveShowCommand, archiveImportCommand, archiveExportCommand],
};
