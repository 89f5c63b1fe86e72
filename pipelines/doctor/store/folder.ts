import { accessSync, constants, existsSync, statSync } from "node:fs";
import { nearestFolder } from "../../status/store-sizes.ts";
import { type DoctorCheck, damage, error, type Finding, ok } from "../doctor-check.ts";

/** The folder is there, or can be made, and this user may read and write it. */
export const folderCheck: DoctorCheck = {
  area: "store",
  name: "folder",
  look: ({ store }) => [existsSync(store) ? existing(store) : missing(store)],
};

function existing(store: string): Finding {
  if (!statSync(store).isDirectory())
    return damage(`${store} is a file.`, "Name the folder of the store with --store.");
  if (!isAllowed(store))
    return error(
      `${store} is closed to this user.`,
      "Let this user read and write the folder and all in it.",
    );
  return ok(`${store} is there, and this user may write it.`);
}

function missing(store: string): Finding {
  const above = nearestFolder(store);
  if (!isAllowed(above))
    return error(
      `${store} is not there, and this user may not make it in ${above}.`,
      "Make the folder for this user, or name another with --store.",
    );
  return ok(`${store} is not there yet: the first run is to come, and makes it.`);
}

function isAllowed(folder: string): boolean {
  try {
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
