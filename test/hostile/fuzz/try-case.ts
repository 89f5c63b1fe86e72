import { refuseUnlessLawful } from "../../../pipelines/build/read-capture.ts";
import { DocumentError } from "../../../sources/reading/document-error.ts";
import type { Readable } from "./readable.ts";
import { applied, type Recipe } from "./recipe.ts";

/** What a reader made of a hostile document; a problem is what must never be. */
export type Verdict = "read" | "refused" | { readonly problem: string };

/** No document of a few megabytes may cost more of the processor than this. */
export const MOST_MILLISECONDS = 1_000;
const MOST_BYTES = 2 ** 31;

/** Reads a hostile document as a run does: reader, schema, transform, model. */
export function tryCase({ registered, kind, reader, documents }: Readable, recipe: Recipe): Verdict {
  const real = documents[recipe.document % documents.length];
  if (real === undefined) throw new Error("There is no document to begin with.");
  const document = { ...real, body: applied(recipe, real.body) };
  const prototypes = keysOfPrototypes();
  const started = process.cpuUsage();
  const verdict = verdictOf(() => {
    const { extract } = reader.read(document);
    const { success, data } = reader.schema.safeParse(extract);
    if (!success) return "refused";
    const capture = { id: "c", sourceId: registered.source.id };
    refuseUnlessLawful({ kind, url: real.url }, registered.normalise(kind, data, capture));
    return "read";
  });
  const { user, system } = process.cpuUsage(started);
  const milliseconds = (user + system) / 1_000;
  if (keysOfPrototypes() !== prototypes) return { problem: "a prototype was touched" };
  if (process.memoryUsage.rss() > MOST_BYTES)
    return { problem: `${process.memoryUsage.rss()} bytes are held` };
  if (milliseconds > MOST_MILLISECONDS)
    return { problem: `took ${Math.round(milliseconds)} ms of the processor` };
  return verdict;
}

function verdictOf(read: () => "read" | "refused"): Verdict {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof DocumentError)) return { problem: crashWords(error) };
    return error.locator === "" || error.url === "" ? { problem: "refused without a place" } : "refused";
  }
}

function crashWords(error: unknown): string {
  if (!(error instanceof Error)) return `threw ${String(error)}`;
  const [, where = ""] = (error.stack ?? "")
    .split("\n")
    .filter((line) => /^\s+at /.test(line) || line === "");
  const first =
    (error.stack ?? "").split("\n").find((line) => /^\s+at .*(?:sources|transforms)/.test(line)) ?? where;
  return `${error.name}: ${error.message.slice(0, 200)} ${first.trim()}`;
}

const PROTOTYPES = [Object, Array, String, Number, Function, Map, RegExp].map(({ prototype }) => prototype);

function keysOfPrototypes(): string {
  return PROTOTYPES.map((prototype) => Reflect.ownKeys(prototype).map(String).join()).join(";");
}
