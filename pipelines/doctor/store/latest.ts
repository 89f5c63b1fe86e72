import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { readChecksums } from "../../../sinks/checksums.ts";
import { digestFile } from "../../../sinks/digest.ts";
import { MANIFEST } from "../../../sinks/manifest.ts";
import { readManifest, readVersions } from "../../publish/store-layout.ts";
import { verifyVersion } from "../../publish/verify.ts";
import { latestVersion, type PublishedVersion } from "../../published-version.ts";
import { verifyLatest } from "../../verify/verify-latest.ts";
import { type DoctorCheck, damage, type Finding, ok, warning } from "../doctor-check.ts";

/** What readers get: the link, and the version behind it, by its sizes, or with `--deep` by every byte. */
export const latestCheck: DoctorCheck = {
  area: "store",
  name: "latest",
  look: async ({ store, isDeep }) => {
    const latest = await latestVersion(store);
    if (latest === undefined && (await readVersions(store)).length === 0)
      return [ok("Nothing is published yet.")];
    const { problems, notes } = await verifyLatest(store);
    const told = problems.map((problem) =>
      damage(problem, "The next `occupations refresh` puts this in order."),
    );
    const said = notes
      .filter(() => problems.length === 0)
      .map((note) => warning(note, "Run it again later."));
    if (latest === undefined || problems.length > 0) return [...told, ...said];
    return [...said, await versionFinding(store, latest, isDeep)];
  },
};

async function versionFinding(store: string, latest: PublishedVersion, isDeep: boolean): Promise<Finding> {
  const problems = isDeep ? await verifyVersion(latest.folder) : await quickProblems(store, latest);
  const [first] = problems;
  if (first === undefined)
    return ok(`${latest.id} is as it was published${isDeep ? "" : ", by the sizes of its files"}.`);
  const more = problems.length === 1 ? "" : ` And ${problems.length - 1} more.`;
  return damage(
    `${latest.id} is not as it was published: ${first}${more}`,
    "Go back to the version before with `occupations rollback`, or restore the folder from a backup. `occupations verify --rebuild` tells whether the archive makes it anew.",
  );
}

/** The manifest byte for byte, and the sizes of all files that it lists. */
async function quickProblems(store: string, { id, folder }: PublishedVersion): Promise<readonly string[]> {
  const manifest = await readManifest(store, id);
  if (manifest === undefined) return [`${MANIFEST} cannot be read.`];
  const isSame = digestFile(join(folder, MANIFEST)).sha256 === readChecksums(folder).get(MANIFEST);
  const odd = manifest.files.filter(({ path, bytes }) => sizeOf(join(folder, path)) !== bytes);
  return [
    ...(isSame ? [] : [`${MANIFEST} has another SHA-256 than when it was published.`]),
    ...odd.map(({ path }) => `${path} is missing or has another size.`),
  ];
}

function sizeOf(path: string): number | undefined {
  return existsSync(path) ? statSync(path).size : undefined;
}
