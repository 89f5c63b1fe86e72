import { type Column, integer, text } from "../../transforms/model/column.ts";
import { model } from "../../transforms/model/model.ts";
import { JOINED, MAIN_NUMBERS, type MainNumber } from "./overview.ts";

/** The main numbers that are no column of a joined row. */
const COMPUTED: Readonly<Partial<Record<MainNumber, Column>>> = {
  soc_codes: text("Codes of the classification that the profile covers, joined by commas."),
  soc_scheme: model.occupation.columns.scheme,
  currency: model.wage.columns.currency,
  entry_education: model.requirement.columns.text,
  work_experience: model.requirement.columns.text,
  on_the_job_training: model.requirement.columns.text,
  jobs_year: integer("The year of `jobs`.", { unit: "year" }),
};

/** What a main number means and which values it can have; each is NULL where the occupation has none. */
export function mainNumberColumn(name: MainNumber): Column {
  const [, alias = "", column = ""] = /^(\w+)\.(\w+)$/.exec(MAIN_NUMBERS[name]) ?? [];
  const table = Object.entries(JOINED).find(([known]) => known === alias)?.[1];
  const columns: Readonly<Record<string, Column>> = table === undefined ? {} : model[table].columns;
  const found = COMPUTED[name] ?? columns[column];
  if (found === undefined)
    throw new Error(`The main number ${name} is of no known column: say in COMPUTED what it is.`);
  return found;
}
