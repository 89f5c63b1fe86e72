import type { Remark } from "../../../sources/source.ts";
import { usOoh } from "../../../sources/us-ooh/source.ts";
import { normaliseUsOoh } from "../../../transforms/from-us-ooh.ts";
import type { Fact } from "../../../transforms/model/model.ts";

const CAPTURE = { id: "saved", sourceId: "us-ooh" };

export type FirstReading = { readonly facts: readonly Fact[]; readonly remarks: readonly Remark[] };

/** What the product makes of a document: its reader, then its transform. */
export function readAsProduct(kind: string, url: string, html: string): FirstReading {
  const reader = usOoh.readers[kind];
  if (reader === undefined) throw new Error(`The handbook has no document of the kind “${kind}”.`);
  const reading = reader.read({ url, mediaType: "text/html", body: Buffer.from(html) });
  const { facts, remarks } = normaliseUsOoh(kind, reader.schema.parse(reading.extract), CAPTURE);
  return { facts, remarks: [...reading.remarks, ...remarks] };
}
