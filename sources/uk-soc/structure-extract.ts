import { z } from "zod";
import { quote } from "../reading/page.ts";
import { group } from "./group.ts";

/** What a unit group has, and wider groups have not. */
const unit = z.strictObject({
  entryRoutes: quote,
  /** The items of one cell each: its place stands once. */
  tasks: z.strictObject({ items: z.array(z.string().min(1)).min(1), at: z.string().min(1) }),
  jobTitles: z.strictObject({ items: z.array(z.string().min(1)).min(1), at: z.string().min(1) }),
});

/** What volume 1 says: the groups of SOC 2020 at every level, in the order of the sheet. */
export const structureExtract = z.strictObject({
  url: z.url(),
  groups: z.array(group.extend({ description: quote, unit: unit.nullable() })).min(1),
});

export type StructureExtract = z.infer<typeof structureExtract>;
export type DescribedGroup = StructureExtract["groups"][number];
