import type { Fact } from "../model/model.ts";
import { type OccupationContext, provenanceOf } from "./context.ts";

/** What a worker, and what workers are called, where that is not the title: "Accountant or Auditor". */
export function namesFrom(context: OccupationContext): Fact[] {
  const { title, names } = context.extract;
  const told = [names.full, names.plural, names.singular];
  const others = told.filter(
    ({ text }, index) =>
      text.toLowerCase() !== title.text.toLowerCase() &&
      told.findIndex((name) => name.text === text) === index,
  );
  return others.map(({ text, at }) => ({
    table: "occupation_name",
    row: {
      occupation_id: context.id,
      name: text,
      kind: "alternative",
      ...provenanceOf(context, { at, raw: null }),
    },
  }));
}
