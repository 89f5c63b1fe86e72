import type { Capture } from "../../sources/archive/capture.ts";
import { rowFrom } from "../../sources/archive/capture-row.ts";
import type { Row } from "../../transforms/model/model.ts";

/** An archived response as the dataset's table `capture` tells of it: without its headers, and the address that answered. */
export function captureRow(capture: Capture): Row<"capture"> {
  const { final_url: _, headers: __, ...told } = rowFrom(capture);
  return told;
}
