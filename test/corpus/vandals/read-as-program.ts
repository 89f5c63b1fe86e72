import { refuseUnlessLawful } from "../../../pipelines/build/read-capture.ts";
import { faultOf } from "../../../sources/fetching/whole-body.ts";
import { DocumentError } from "../../../sources/reading/document-error.ts";
import type { Normalised } from "../../../transforms/facts.ts";
import type { Victim } from "./victim.ts";

/** What the program makes of a document: its facts, or why it takes none. */
export type ProgramReading = { readonly said: Normalised } | { readonly refused: string };

/** The whole way of a response to facts: is it whole, is it what was asked for, can it be read, does the model allow it. */
export function readAsProgram(
  { url, kind, sourceId, reader, normalise }: Victim,
  body: Buffer,
): ProgramReading {
  const [mediaType = ""] = reader.expectation.mediaTypes;
  const received = { url: new URL(url), contentType: mediaType, body, isDelimited: true };
  const fault = faultOf(received, reader.expectation);
  if (fault !== undefined) return { refused: fault.what };
  try {
    const { extract, remarks } = reader.read({ url, mediaType, body });
    const whole = reader.schema.safeParse(extract);
    if (!whole.success) return { refused: whole.error.message };
    const said = normalise(kind, whole.data, { id: "saved", sourceId });
    refuseUnlessLawful({ kind, url }, said);
    return { said: { ...said, remarks: [...remarks, ...said.remarks] } };
  } catch (error) {
    if (error instanceof DocumentError) return { refused: error.message };
    throw new Error(`${url}: not a refusal, but a fault of the reader: ${error}`, { cause: error });
  }
}
