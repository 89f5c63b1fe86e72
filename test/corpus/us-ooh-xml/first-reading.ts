import type { Reading } from "../../../sources/source.ts";
import type { CompilationExtract } from "../../../sources/us-ooh-xml/compilation-extract.ts";
import { usOohXml } from "../../../sources/us-ooh-xml/source.ts";
import type { Normalised } from "../../../transforms/facts.ts";
import { normaliseUsOohXml } from "../../../transforms/from-us-ooh-xml.ts";

const ADDRESS = "https://www.bls.gov/ooh/xml-compilation.xml";

/** What the product makes of a compilation: its reader, then its transform. */
export function readAsProduct(
  body: Buffer,
): Reading<CompilationExtract> & { readonly normalised: Normalised } {
  const reader = usOohXml.readers.compilation;
  if (reader === undefined) throw new Error("Nothing reads the compilation.");
  const { extract, remarks } = reader.read({ url: ADDRESS, mediaType: "text/xml", body });
  const stored: unknown = JSON.parse(JSON.stringify(reader.schema.parse(extract)));
  const normalised = normaliseUsOohXml("compilation", stored, { id: "xml", sourceId: "us-ooh-xml" });
  return { extract: extract as CompilationExtract, remarks, normalised };
}
