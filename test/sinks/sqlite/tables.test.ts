import { describe, expect, test } from "vitest";
import type { Column } from "../../../transforms/model/column.ts";
import { model, type TableName } from "../../../transforms/model/model.ts";
import { type AnyRow, datasetRow, rowOf, SMALL_DATASET } from "../small-dataset.ts";
import { createEmptySnapshot, openSmallSnapshot } from "../small-snapshot.ts";

type ColumnInfo = {
  readonly name: string;
  readonly type: string;
  readonly notnull: number;
  readonly pk: number;
};
type ForeignKey = { readonly from: string; readonly table: string; readonly to: string };

const ONE_OF_EACH: ReadonlyMap<TableName, AnyRow> = new Map(
  [...extraRows(), datasetRow(), ...SMALL_DATASET].map((row) => [row.table, row]),
);

describe.each(Object.keys(model) as TableName[])("table %s", (table) => {
  const columns = Object.entries<Column>(model[table].columns);

  test("has the columns of the model", () => {
    const { connection } = openSmallSnapshot();
    const found = connection.pragma(`table_info(${table})`) as ColumnInfo[];
    expect(found.map(({ name, type, notnull }) => [name, type, notnull === 0])).toEqual(
      columns.map(([name, { sqlType, nullable }]) => [name, sqlType, nullable]),
    );
  });

  test("has the references of the model", () => {
    const { connection } = openSmallSnapshot();
    const found = connection.pragma(`foreign_key_list(${table})`) as ForeignKey[];
    const expected = columns.filter(([, { references }]) => references !== undefined);
    expect(new Set(found.map((key) => [key.from, `${key.table}.${key.to}`].join(" ")))).toEqual(
      new Set(expected.map(([name, { references }]) => `${name} ${references}`)),
    );
  });

  test("tells what the model says of each column", () => {
    const { connection } = openSmallSnapshot();
    const sql = connection.prepare("SELECT sql FROM sqlite_schema WHERE name = ?").pluck().get(table);
    for (const [, { description }] of columns) expect(sql).toContain(description);
  });

  test("is STRICT", () => {
    const { connection } = openSmallSnapshot();
    const [info] = connection.pragma(`table_list(${table})`) as { readonly strict: number }[];
    expect(info?.strict).toBe(1);
  });

  test("refuses what the model refuses, also where nobody validates", () => {
    const row = rowIn(table);
    const writer = createEmptySnapshot();
    for (const [name, column] of columns) {
      for (const value of unlawfulValues(column)) {
        const insert = () => writer.insert(table, { ...row, [name]: value } as never, true);
        expect(insert, `${name} = ${JSON.stringify(value)}`).toThrow("is refused");
      }
    }
  });

  test("a second row with the same key is refused", () => {
    const row = rowIn(table);
    const writer = createEmptySnapshot();
    writer.insert(table, row as never);
    expect(() => writer.insert(table, row as never)).toThrow(/another row has the same key.*not stored/);
  });
});

test("NULL counts as a value in a key: two wages without a group are the same wage", () => {
  const writer = createEmptySnapshot();
  const wage = { occupation_id: "us-ooh/actors", group_title: null };
  writer.insert("wage", rowOf("wage", { ...wage, amount: 1 }).row as never);
  writer.insert("wage", rowOf("wage", { ...wage, group_title: "Extras", amount: 1 }).row as never);
  expect(() => writer.insert("wage", rowOf("wage", { ...wage, amount: 2 }).row as never)).toThrow("same key");
});

test("a row that the model does not know is refused in the model's words, and named by its key", () => {
  const writer = createEmptySnapshot();
  const { row } = rowOf("duty", { occupation_id: "us-ooh/actors", position: 0, text: "Act" });
  expect(() => writer.insert("duty", row as never)).toThrow(
    /duty \{"occupation_id":"us-ooh\/actors","position":0\} is refused: .*>=1/s,
  );
});

function rowIn(table: TableName): AnyRow["row"] {
  const { row } = ONE_OF_EACH.get(table) ?? expect.fail(`no row of ${table}`);
  return row;
}

function unlawfulValues(column: Column): readonly unknown[] {
  const values: unknown[] = [];
  if (!column.nullable) values.push(null);
  if (column.sqlType === "TEXT") values.push("", Buffer.from("blob"));
  else values.push("a word");
  if (column.sqlType === "INTEGER") values.push(1.5);
  if (column.minimum !== undefined) values.push(column.minimum - 1);
  if (column.values !== undefined) values.push("not in the list");
  if (column.form !== undefined) values.push("not of the form");
  return values;
}

/** Rows of the tables that the small dataset has none of. */
function extraRows(): readonly AnyRow[] {
  const occupation_id = "us-ooh/actors";
  return [
    rowOf("specialty", { occupation_id, position: 1, name: "Extras", text: "Extras stand by." }),
    rowOf("quality", { occupation_id, position: 1, name: "Voice", text: "Actors speak." }),
    rowOf("section", { occupation_id, position: 1, topic: "pay", heading: "Pay", text: "Low." }),
    rowOf("working_hours", { occupation_id, statistic: "typical" }),
    rowOf("occupation_redirect", {
      ...{ from_id: "us-ooh/players", to_id: occupation_id, kind: "renamed", source_id: "us-ooh" },
      from_url: "https://www.bls.gov/ooh/entertainment-and-sports/players.htm",
      to_url: "https://www.bls.gov/ooh/entertainment-and-sports/actors.htm",
      fetched_at: "2026-11-23T02:10:00Z",
    }),
    rowOf("correction", {
      ...{ occupation_id, table_name: "wage", row_key: "{}", column_name: "amount", source_id: "us-ooh" },
      ...{ published: "2333", corrected: "23.33", reason: "A slip.", evidence: "The next page." },
    }),
  ];
}
