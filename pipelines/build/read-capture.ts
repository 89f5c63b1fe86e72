import type { ZodError } from "zod";
import type { Archive } from "../../sources/archive/archive.ts";
import type { Capture } from "../../sources/archive/capture.ts";
import { DocumentError, quoted } from "../../sources/reading/document-error.ts";
import type { DocumentAddress, Reading } from "../../sources/source.ts";
import type { Normalised } from "../../transforms/facts.ts";
import { model } from "../../transforms/model/model.ts";
import type { RegisteredSource } from "../registry.ts";

/**
 * What a reader makes of an archived document.
 *
 * @throws DocumentError where the document is not what the reader knows.
 */
export function readCapture(
  { source }: RegisteredSource,
  archive: Archive,
  address: DocumentAddress,
  capture: Capture,
): Reading<unknown> {
  const reader = source.readers[address.kind];
  if (reader === undefined) throw new Error(`${source.id} has no reader for ${address.kind}`);
  const body = archive.body(capture.sha256);
  const { extract, remarks } = reader.read({ url: address.url, mediaType: capture.mediaType, body });
  const { data, error } = reader.schema.safeParse(extract);
  if (error !== undefined) throw incomplete(address, error);
  return { extract: data, remarks };
}

/** The facts of an extract, with what the reader and the transform have to remark. */
export function factsOf(
  { source, normalise }: RegisteredSource,
  address: DocumentAddress,
  capture: Capture,
  { extract, remarks }: Reading<unknown>,
): Normalised {
  const normalised = normalise(address.kind, extract, { id: capture.id, sourceId: source.id });
  return { ...normalised, remarks: [...remarks, ...normalised.remarks] };
}

/**
 * A document whose facts the model does not allow is refused before it can spoil a version.
 *
 * @throws DocumentError that names the first row concerned.
 */
export function refuseUnlessLawful({ url }: DocumentAddress, { facts }: Normalised): void {
  for (const { table, row } of facts) {
    const { error } = model[table].row.safeParse(row);
    if (error === undefined) continue;
    const [problem] = error.issues;
    throw new DocumentError({
      url,
      locator: row.locator,
      expected: `a row of ${table} as the model describes it (${problem?.path.join(".")}: ${problem?.message})`,
      found: quoted(JSON.stringify(row)),
    });
  }
}

/** What the reader made of a document lacks something that every document has. */
function incomplete({ url }: DocumentAddress, { issues }: ZodError): DocumentError {
  const [problem] = issues;
  const locator = problem?.path.map(String).join(".") || "the whole document";
  return new DocumentError({
    url,
    locator,
    expected: "a whole extract",
    found: problem?.message ?? "something else",
  });
}
