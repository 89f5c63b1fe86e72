import { z } from "zod";
import { type Column, meaningOf } from "../../transforms/model/column.ts";
import { model, type TableName } from "../../transforms/model/model.ts";
import { mainNumberColumn } from "../sqlite/main-number-column.ts";
import { MAIN_NUMBERS, type MainNumber } from "../sqlite/overview.ts";
import { EMPLOYER_SHARE, EMPLOYERS_SHARED } from "./employers.ts";
import { INDEX_NUMBERS } from "./index-line.ts";
import { PARTS } from "./parts.ts";
import { PAY_FIGURE, PAY_SHARED } from "./pay.ts";
import { toldBeside } from "./select-rows.ts";

type Fields = Readonly<Record<string, z.ZodType>>;

/** What a document of an occupation is made of. */
export function documentSchema(): z.ZodType {
  return z.strictObject({
    id: field(model.occupation.columns.id),
    former_ids: z
      .array(field(model.occupation_redirect.columns.from_id))
      .describe("Ids of earlier versions that its publisher has renamed to this one, or merged into it."),
    ...partFields("occupation", "id"),
    overview: overviewSchema(),
    counterparts: list("Occupations of the other country that match, the surest first.", {
      ...fieldsOf("occupation", ["id", "scheme", "code", "title", "country", "url"]),
      ...fieldsOf("relation", ["score", "method"]),
      overview: overviewSchema(),
    }),
    pay: paySchema(),
    employers: employersSchema(),
    ...Object.fromEntries(
      PARTS.map(({ part, table, owner }) => [part, list(model[table].description, partFields(table, owner))]),
    ),
    sources: list("The sources that the document rests on.", fieldsOf("source")),
    captures: list(
      "The archived responses that the document rests on.",
      fieldsOf("capture", ["id", "source_id", "url", "fetched_at", "sha256"]),
    ),
  });
}

/** What `json/index.json` says of an occupation. */
export function indexLineSchema(): z.ZodType {
  return z.strictObject({
    ...fieldsOf("occupation", ["id", "title", "country", "scheme", "code"]),
    ...numberFields(INDEX_NUMBERS),
    path: z.string().min(1).describe("Where its document lies, below `json/`."),
  });
}

function overviewSchema(): z.ZodType {
  const names = Object.keys(MAIN_NUMBERS) as MainNumber[];
  return z.strictObject(numberFields(names)).describe("The main numbers, as the views for people have them.");
}

function paySchema(): z.ZodType {
  const fields = partFields("wage", "occupation_id");
  const figure = z.strictObject(pickFields(fields, PAY_FIGURE)).optional();
  const statistics = model.wage.columns.statistic.values ?? [];
  return list("Wages ready to use: the whole occupation first, the latest year before older ones.", {
    ...pickFields(fields, PAY_SHARED),
    statistics: z.strictObject(Object.fromEntries(statistics.map((statistic) => [statistic, figure]))),
  });
}

function employersSchema(): z.ZodType {
  const fields = partFields("employer_share", "occupation_id");
  return list("Who employs the workers: a list for each part of them, the largest employer first.", {
    ...pickFields(fields, EMPLOYERS_SHARED),
    industries: z.array(z.strictObject(pickFields(fields, EMPLOYER_SHARE))),
  });
}

/** The columns of a row in a document, with what is told beside them. */
function partFields(table: TableName, owner: string): Fields {
  const columns = Object.entries<Column>(model[table].columns).filter(([name]) => name !== owner);
  return Object.fromEntries(
    columns.flatMap(([name, column]) => [
      [name, name in PLACES ? PLACES[name as keyof typeof PLACES] : field(column)] as const,
      ...toldBeside(table, name, column).map((told) => {
        const other = (model[told.table].columns as Readonly<Record<string, Column>>)[told.column];
        return [told.name, field(other as Column, column.nullable)] as const;
      }),
    ]),
  );
}

const words = z.string().min(1);
const manyWords = z.array(words.nullable());

/** A row that draws on several places has a list of them. */
const PLACES = {
  locator: z
    .union([words, manyWords])
    .describe(
      "Where in the document: CSS path, XML path, or sheet and cell; a list where there are several.",
    ),
  raw: z
    .union([words, manyWords, z.null()])
    .describe(
      "The words exactly as published; null where the value itself is those words; a list like that of the places.",
    ),
};

function fieldsOf(table: TableName, names = Object.keys(model[table].columns)): Fields {
  const columns: Readonly<Record<string, Column>> = model[table].columns;
  return Object.fromEntries(names.map((name) => [name, field(columns[name] as Column)]));
}

function numberFields(names: readonly MainNumber[]): Fields {
  return Object.fromEntries(names.map((name) => [name, field(mainNumberColumn(name), true)]));
}

function field(column: Column, canBeMissing = false): z.ZodType {
  const schema = canBeMissing && !column.nullable ? column.schema.nullable() : column.schema;
  return schema.describe(meaningOf(column));
}

function list(description: string, fields: Fields): z.ZodType {
  return z.array(z.strictObject(fields)).describe(description);
}

function pickFields(fields: Fields, names: readonly string[]): Fields {
  return Object.fromEntries(names.map((name) => [name, fields[name] as z.ZodType]));
}
