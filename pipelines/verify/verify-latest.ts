import {
  indexFile,
  indexSchema,
  latestFile,
  latestSchema,
  readJson,
  readLatestLink,
  readVersions,
} from "../publish/store-layout.ts";
import { count } from "../text/figures.ts";
import { firstOf, type Verified } from "./verified.ts";

/** Whether `latest`, `latest.json` and `index.json` tell of the versions that are there. */
export async function verifyLatest(store: string): Promise<Verified> {
  const versions = await readVersions(store);
  const ids = versions.map(({ id }) => id);
  const linked = await readLatestLink(store);
  const told = await readJson(latestFile(store), latestSchema);
  const index = await readJson(indexFile(store), indexSchema);
  const listed = index?.versions.map(({ id }) => id) ?? [];
  const problems = [
    ...(linked !== undefined && ids.includes(linked)
      ? []
      : [`latest names ${linked ?? "nothing"}, which is no version.`]),
    ...(told?.id === linked ? [] : [`latest.json names ${told?.id ?? "nothing"}; the link names ${linked}.`]),
    ...ids.filter((id) => !listed.includes(id)).map((id) => `index.json does not list ${id}.`),
    ...listed.filter((id) => !ids.includes(id)).map((id) => `index.json lists ${id}, which is not there.`),
  ];
  const remedy = problems.length === 0 ? [] : ["The next `occupations refresh` puts this in order."];
  return {
    part: "latest",
    looked_at: ids.length === 1 ? "1 version" : `${count(ids.length)} versions`,
    problems: firstOf(problems),
    notes: remedy,
  };
}
