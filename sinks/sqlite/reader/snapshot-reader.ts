import type Database from "better-sqlite3";
import type { Kysely } from "kysely";
import type { Changes } from "../../../transforms/model/change.ts";
import type { Row } from "../../../transforms/model/model.ts";
import { type OccupationDocument, prepareDocument } from "../../document/document.ts";
import { typed } from "../open-snapshot.ts";
import { readChangesSince } from "./changes-since.ts";
import { prepareComparison } from "./compare-countries.ts";
import { type Employer, prepareEmployers } from "./list-employers.ts";
import { type Overview, prepareOverview } from "./overview-of.ts";
import type { Comparison, PublishedDataset } from "./published-dataset.ts";
import { ReaderError } from "./reader-error.ts";
import { prepareSearch, type SearchOccupations } from "./search-occupations.ts";
import { prepareWageSeries, type WagePoint, type WageQuestion } from "./wage-series.ts";

/** One version, open for reading. Its answers never change: a version is immutable. */
export type SnapshotReader = {
  /** What the version says of itself: id, schema version, content hash, time, the version before it. */
  readonly dataset: Row<"dataset">;
  /** Where its other files lie. */
  readonly folder: string;
  /** Every table and view, for questions of your own. */
  readonly database: Kysely<PublishedDataset>;
  /** What an occupation is, with its main numbers. */
  readonly overview: (id: string) => Overview | undefined;
  /** All that is known of an occupation: the same as its document in `json/`. */
  readonly occupation: (id: string) => OccupationDocument | undefined;
  readonly search: SearchOccupations;
  /** A US profile beside its counterparts in the United Kingdom, or the other way round, the surest first. */
  readonly compare: (id: string) => readonly Comparison[];
  /** One wage over the reference periods, the newest first. */
  readonly wageSeries: (id: string, question?: WageQuestion) => readonly WagePoint[];
  /** Who employs the workers, the largest first. */
  readonly employers: (id: string) => readonly Employer[];
  /** What `changes.json` of each version after the given one says, up to this one, oldest first. */
  readonly changesSince: (since: string) => readonly Changes[];
  /** Gives it back. Nothing can be asked afterwards. */
  readonly close: () => void;
  /** The same, for `using`. */
  readonly [Symbol.dispose]: () => void;
};

type Place = { readonly store: string; readonly folder: string; readonly close: () => void };

/**
 * The questions over a connection; `close` is what closing it means.
 *
 * @throws ReaderError where the version lacks what the questions are about; the connection is closed then.
 */
export function readerOf(connection: Database.Database, place: Place): SnapshotReader {
  try {
    return prepareReader(connection, place);
  } catch (cause) {
    connection.close();
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ReaderError(
      "older-schema",
      `The version in ${place.folder} cannot be asked: ${reason}. It was written by an older program; open a newer version, or use the release of the package "occupations" that its manifest.json names.`,
      { cause },
    );
  }
}

function prepareReader(connection: Database.Database, { store, folder, close }: Place): SnapshotReader {
  const dataset = connection.prepare<[], Row<"dataset">>("SELECT * FROM dataset").get() as Row<"dataset">;
  const overview = prepareOverview(connection);
  const documentOf = prepareDocument(connection);
  return {
    dataset,
    folder,
    database: typed<PublishedDataset>(connection),
    overview,
    occupation: (id) => (overview(id) === undefined ? undefined : documentOf(id)),
    search: prepareSearch(connection),
    compare: prepareComparison(connection),
    wageSeries: prepareWageSeries(connection),
    employers: prepareEmployers(connection),
    changesSince: (since) => readChangesSince({ store, since, until: dataset.version }),
    close,
    [Symbol.dispose]: close,
  };
}
