import { expect, test } from "vitest";
import { rowsOf } from "../cases/facts-of.ts";
import { describeCases } from "../workbooks/describe-cases.ts";
import { documentOf } from "../workbooks/written-workbook.ts";
import { cases } from "./cases.ts";

describeCases(cases);

test.each(cases.names)("%s names every wider group that its groups stand in", (name) => {
  const groups = rowsOf(cases.readingOf(documentOf(cases.written(name))).facts, "occupation");
  const ids = new Set(groups.map(({ id }) => id));
  for (const { parent_id } of groups) if (parent_id !== null) expect(ids).toContain(parent_id);
});
