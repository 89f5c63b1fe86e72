import { clockCheck } from "./configuration/clock.ts";
import { contactCheck } from "./configuration/contact.ts";
import { filesCheck } from "./configuration/files.ts";
import { nodeCheck } from "./configuration/node.ts";
import { notificationsCheck } from "./configuration/notifications.ts";
import { timeZoneCheck } from "./configuration/time-zone.ts";
import type { DoctorCheck } from "./doctor-check.ts";
import { sourcesCheck } from "./program/sources.ts";
import { databasesCheck } from "./store/databases.ts";
import { diskCheck } from "./store/disk.ts";
import { folderCheck } from "./store/folder.ts";
import { latestCheck } from "./store/latest.ts";
import { leftoversCheck } from "./store/leftovers.ts";
import { lockCheck } from "./store/lock.ts";
import { spaceCheck } from "./store/space.ts";

/** Everything that can be looked at without asking anybody, in the order of the report. */
export const DOCTOR_CHECKS: readonly DoctorCheck[] = [
  folderCheck,
  diskCheck,
  lockCheck,
  leftoversCheck,
  databasesCheck,
  latestCheck,
  spaceCheck,
  contactCheck,
  notificationsCheck,
  filesCheck,
  clockCheck,
  timeZoneCheck,
  nodeCheck,
  sourcesCheck,
];
