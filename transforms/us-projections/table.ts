import type { Remark } from "../../sources/source.ts";
import type { ProjectionsExtract } from "../../sources/us-projections/projections-extract.ts";
import type { CaptureReference } from "../facts.ts";
import type { SocScheme } from "./classification.ts";

/** One table of projections on its way to facts. */
export type TableContext = {
  readonly extract: ProjectionsExtract;
  readonly scheme: SocScheme;
  readonly capture: CaptureReference;
  readonly remarks: Remark[];
};
