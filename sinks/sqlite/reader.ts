import { connectToVersion } from "./reader/connect.ts";
import { followLatest, type LatestSnapshot } from "./reader/latest-snapshot.ts";
import { readerOf, type SnapshotReader } from "./reader/snapshot-reader.ts";
import { latestVersionId, versionFolder } from "./reader/store-versions.ts";

/** What `import … from "occupations"` gives: published versions, for programs that read them. */

export type { Change, Changes } from "../../transforms/model/change.ts";
export type { OccupationDocument } from "../document/document.ts";
export type { LatestSnapshot } from "./reader/latest-snapshot.ts";
export type { Employer } from "./reader/list-employers.ts";
export type { Overview } from "./reader/overview-of.ts";
export type { Comparison, PublishedDataset, UkOverview, UsOverview } from "./reader/published-dataset.ts";
export { ReaderError, type ReaderErrorCode } from "./reader/reader-error.ts";
export type { SearchHit, SearchOptions } from "./reader/search-occupations.ts";
export type { SnapshotReader } from "./reader/snapshot-reader.ts";
export type { WagePoint, WageQuestion } from "./reader/wage-series.ts";

export type OpenOptions = {
  /** A version of the store; without it, the latest. */
  readonly version?: string;
};

/**
 * Opens a published version, read-only. It stays that version, also when a newer one is published.
 *
 * @example An occupation by its id: what it is, with its main numbers.
 * ```ts
 * import { openSnapshot } from "occupations";
 *
 * const snapshot = openSnapshot("data");
 * const nurses = snapshot.overview("us-ooh/registered-nurses");
 * console.log(nurses?.title, nurses?.median_annual_amount, nurses?.currency); // Registered Nurses 93600 USD
 * snapshot.close();
 * ```
 *
 * @example All that is known of it, as its document in `json/` has it: duties, pay, employers, prose, counterparts.
 * ```ts
 * import { openSnapshot } from "occupations";
 *
 * const snapshot = openSnapshot("data");
 * const actors = snapshot.occupation("us-ooh/actors");
 * console.log(actors?.title, Object.keys(actors ?? {}).includes("duties")); // Actors true
 * snapshot.close();
 * ```
 *
 * @example Search: all words must be found, the last one may be a beginning.
 * ```ts
 * import { openSnapshot } from "occupations";
 *
 * const snapshot = openSnapshot("data");
 * const [best] = snapshot.search("medical rec", { country: "US", limit: 5 });
 * console.log(best?.id); // us-ooh/medical-records-and-health-information-technicians
 * snapshot.close();
 * ```
 *
 * @example A profile beside its counterparts in the other country; each figure in its own currency and period.
 * ```ts
 * import { openSnapshot } from "occupations";
 *
 * const snapshot = openSnapshot("data");
 * const [surest] = snapshot.compare("us-ooh/registered-nurses");
 * console.log(surest?.us_currency, surest?.uk_currency); // USD GBP
 * snapshot.close();
 * ```
 *
 * @example A wage over the years. A wage that was not published is null, and `qualifier` says why.
 * ```ts
 * import { openSnapshot } from "occupations";
 *
 * const snapshot = openSnapshot("data");
 * for (const { reference_period, amount, qualifier } of snapshot.wageSeries("us-ooh/actors", { period: "hour" }))
 *   console.log(reference_period, amount, qualifier); // 2024-05 23.33 exact
 * snapshot.close();
 * ```
 *
 * @example What the versions after another one changed, oldest first: nothing where it is the latest.
 * ```ts
 * import { openSnapshot } from "occupations";
 *
 * const snapshot = openSnapshot("data");
 * console.log(snapshot.changesSince(snapshot.dataset.version)); // []
 * snapshot.close();
 * ```
 *
 * @example Any other question, with the types of the model.
 * ```ts
 * import { openSnapshot } from "occupations";
 *
 * const snapshot = openSnapshot("data");
 * const best = await snapshot.database
 *   .selectFrom("us_overview")
 *   .select(["title", "growth_percent"])
 *   .where("growth_percent", "is not", null)
 *   .orderBy("growth_percent", "desc")
 *   .executeTakeFirstOrThrow();
 * console.log(typeof best.title, typeof best.growth_percent); // string number
 * snapshot.close();
 * ```
 *
 * @throws ReaderError where there is no such store or version, or its schema is newer than this reader.
 */
export function openSnapshot(store: string, { version }: OpenOptions = {}): SnapshotReader {
  const folder = versionFolder(store, version ?? latestVersionId(store));
  const connection = connectToVersion(folder);
  return readerOf(connection, { store, folder, close: () => connection.close() });
}

/**
 * Follows `latest` while a program runs: each use gets the version that is the latest at that moment, and keeps it until
 * it is done. No answer mixes two versions; the old one is closed when its last user is done.
 *
 * @example A server's answer to one request.
 * ```ts
 * import { openLatest } from "occupations";
 *
 * const latest = openLatest("data");
 * const answer = latest.read((snapshot) => ({
 *   version: snapshot.dataset.version,
 *   hits: snapshot.search("nurse").length,
 * }));
 * console.log(answer.hits > 0); // true
 * latest.close();
 * ```
 *
 * @example An answer that takes time: everything in it is of one version.
 * ```ts
 * import { openLatest } from "occupations";
 *
 * const latest = openLatest("data");
 * const titles = await latest.read(async ({ database }) => {
 *   const actors = await database.selectFrom("us_overview").select("title").where("code", "=", "actors").execute();
 *   const nurses = await database.selectFrom("uk_overview").select("title").where("code", "=", "nurse").execute();
 *   return [...actors, ...nurses].map(({ title }) => title);
 * });
 * console.log(titles[0]); // Actors
 * latest.close();
 * ```
 *
 * @throws ReaderError where nothing is published yet; later, from `read` and `current`, where the newest version has a
 * schema that this reader does not know.
 */
export function openLatest(store: string): LatestSnapshot {
  return followLatest(store);
}
