import type { ProfileExtract } from "../../../sources/us-ooh/profile-extract.ts";
import type { PageContext } from "../../../transforms/us-ooh/page.ts";
import { readingOf, writtenCase } from "../../sources/us-ooh/cases.ts";

/** The page of a case on its way to facts, with some of its words changed. */
export function pageOf(name: string, changes: Partial<ProfileExtract> = {}): PageContext {
  const extract = readingOf(writtenCase(name).document).extract as ProfileExtract;
  return {
    id: "us-ooh/somebody",
    extract: { ...extract, ...changes },
    capture: { id: "c", sourceId: "us-ooh" },
    remarks: [],
  };
}
