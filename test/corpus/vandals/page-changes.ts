import type { Changes } from "./changes/at-one-place.ts";
import { DECOYS } from "./changes/decoys.ts";
import { FIGURES } from "./changes/figures.ts";
import { LISTS } from "./changes/lists.ts";
import { NAMES } from "./changes/names.ts";
import { PARTS } from "./changes/parts.ts";
import { TABLES } from "./changes/tables.ts";
import { WHOLE_PAGE } from "./changes/whole-page.ts";

/** All that a vandal does to a page, whatever page it is. */
export const PAGE_CHANGES: Changes = {
  ...NAMES,
  ...TABLES,
  ...FIGURES,
  ...PARTS,
  ...LISTS,
  ...DECOYS,
  ...WHOLE_PAGE,
};
