import type { ColumnDescription, ModelDescription, TableDescription } from "./model-description.ts";
import type { Step } from "./schema-version.ts";

/** A difference between two models, and how far the schema version has to move for it. */
export type ModelChange = { readonly step: Step; readonly what: string };

/** What is different in the newer model. A renamed column is one that is gone and one that is new. */
export function compareModels(older: ModelDescription, newer: ModelDescription): readonly ModelChange[] {
  return compareNamed("table", "", older.tables, newer.tables, compareTables);
}

type Compare<T> = (name: string, older: T, newer: T) => readonly ModelChange[];
type Named<T> = Readonly<Record<string, T>>;

function compareNamed<T>(
  kind: string,
  prefix: string,
  older: Named<T>,
  newer: Named<T>,
  compare: Compare<T>,
): readonly ModelChange[] {
  const names = [...new Set([...Object.keys(older), ...Object.keys(newer)])].toSorted();
  return names.flatMap((name): readonly ModelChange[] => {
    const [before, after] = [older[name], newer[name]];
    if (before === undefined) return [{ step: "minor", what: `${kind} ${prefix}${name} is new` }];
    if (after === undefined) return [{ step: "major", what: `${kind} ${prefix}${name} is gone` }];
    return compare(`${prefix}${name}`, before, after);
  });
}

function compareTables(
  name: string,
  older: TableDescription,
  newer: TableDescription,
): readonly ModelChange[] {
  const isSameKey = older.key.join() === newer.key.join();
  return [
    ...(isSameKey ? [] : [major(`the key of ${name} was ${older.key.join()} and is ${newer.key.join()}`)]),
    ...compareWords(name, older.description, newer.description),
    ...compareNamed("column", `${name}.`, older.columns, newer.columns, compareColumns),
  ];
}

/** What a consumer's program can rest on. */
const PROMISES = ["sqlType", "nullable", "unit", "references", "minimum", "form"] as const;

function compareColumns(
  name: string,
  older: ColumnDescription,
  newer: ColumnDescription,
): readonly ModelChange[] {
  const broken = PROMISES.filter((promise) => older[promise] !== newer[promise]);
  return [
    ...broken.map((promise) =>
      major(`${promise} of ${name} was ${older[promise] ?? "open"} and is ${newer[promise] ?? "open"}`),
    ),
    ...compareValues(name, older.values, newer.values),
    ...compareWords(name, older.description, newer.description),
  ];
}

/** A closed list may grow; that it is closed at all, and each of its values, are promises. */
function compareValues(
  name: string,
  older?: readonly string[],
  newer?: readonly string[],
): readonly ModelChange[] {
  if (older === undefined && newer === undefined) return [];
  if (older === undefined) return [major(`${name} was open and has a closed list`)];
  if (newer === undefined) return [major(`${name} had a closed list and is open`)];
  const [lost, added] = [
    older.filter((one) => !newer.includes(one)),
    newer.filter((one) => !older.includes(one)),
  ];
  return [
    ...(lost.length === 0 ? [] : [major(`${name} can no longer be ${lost.join(", ")}`)]),
    ...(added.length === 0
      ? []
      : [{ step: "minor" as const, what: `${name} can also be ${added.join(", ")}` }]),
  ];
}

function compareWords(name: string, older: string, newer: string): readonly ModelChange[] {
  return older === newer ? [] : [{ step: "patch", what: `${name} is described in other words` }];
}

function major(what: string): ModelChange {
  return { step: "major", what };
}
