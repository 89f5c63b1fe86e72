import { DocumentError, quoted } from "../../sources/reading/document-error.ts";
import type { Remark } from "../../sources/source.ts";
import type { ProjectionsExtract, Quote } from "../../sources/us-projections/projections-extract.ts";
import type { CaptureReference } from "../facts.ts";
import type { SocScheme } from "./classification.ts";

/** One table of projections on its way to facts. */
export type TableContext = {
  readonly extract: ProjectionsExtract;
  readonly scheme: SocScheme;
  readonly capture: CaptureReference;
  readonly remarks: Remark[];
};

/** @throws DocumentError at the cell. */
export function refuse({ url }: Pick<ProjectionsExtract, "url">, cell: Quote, expected: string): never {
  throw new DocumentError({ url, locator: cell.at, expected, found: quoted(cell.text) });
}
