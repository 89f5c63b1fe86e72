import { existsSync, readdirSync, readFileSync, realpathSync } from "node:fs";
import { join } from "node:path";
import {
  type Publication,
  type PublishOrder,
  publishVersion,
} from "../../../pipelines/publish/publish-version.ts";
import { type AnyRow, rowOf, SMALL_DATASET } from "../../sinks/small-dataset.ts";
import { insertAll } from "../../sinks/small-snapshot.ts";

/** The small dataset after a change of the handbook: one more duty. */
export const CHANGED_DATASET: readonly AnyRow[] = [
  ...SMALL_DATASET,
  rowOf("duty", { occupation_id: "us-ooh/actors", position: 1, text: "Read scripts" }),
];

/** Publishes rows as the first night of the tests, unless told otherwise. */
export function publishRows(
  store: string,
  rows: readonly AnyRow[] = SMALL_DATASET,
  order: Partial<PublishOrder> = {},
): Promise<Publication> {
  return publishVersion({
    store,
    createdAt: "2026-11-23T02:15:00.000Z",
    toolVersion: "0.1.0",
    program: "0.1.0-test",
    nodeVersion: "v20.20.2",
    build: (writer) => insertAll(writer, rows),
    ...order,
  });
}

export function readJsonIn(store: string, path: string): unknown {
  return JSON.parse(readFileSync(join(store, path), "utf8"));
}

/** What a reader of a store sees: the version behind each of the three signs, and what lies about beside them. */
export function look(store: string) {
  const link = join(store, "latest");
  return {
    linked: existsSync(link) ? realpathSync(link).split("/").at(-1) : undefined,
    told: existsSync(join(store, "latest.json"))
      ? (readJsonIn(store, "latest.json") as { readonly id: string }).id
      : undefined,
    listed: existsSync(join(store, "index.json"))
      ? (readJsonIn(store, "index.json") as { versions: { id: string }[] }).versions.map(({ id }) => id)
      : [],
    folders: existsSync(join(store, "versions")) ? readdirSync(join(store, "versions")).toSorted() : [],
    hidden: readdirSync(store).filter((name) => name.startsWith(".")),
  };
}
