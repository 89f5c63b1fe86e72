import { expect, test } from "vitest";
import { describeModel, type ModelDescription } from "../../../transforms/model/model-description.ts";
import { compareModels } from "../../../transforms/model/model-difference.ts";

// biome-ignore lint/suspicious/noExplicitAny: a test changes the description wherever it likes
type Loose = any;

const model = describeModel();

/** What is said of the model after a change. */
function changesAfter(change: (tables: Loose) => void): readonly string[] {
  const changed: Loose = JSON.parse(JSON.stringify(model));
  change(changed.tables);
  return compareModels(model, changed as ModelDescription).map(({ step, what }) => `${step}: ${what}`);
}

test("a model does not differ from itself, also after it was written to a file", () => {
  expect(compareModels(model, JSON.parse(JSON.stringify(model)))).toEqual([]);
});

const CHANGES: readonly (readonly [string, (tables: Loose) => void])[] = [
  ["minor: table tool is new", (tables) => Object.assign(tables, { tool: tables.duty })],
  ["minor: column duty.note is new", ({ duty }) => Object.assign(duty.columns, { note: duty.columns.text })],
  ["minor: wage.area can also be Wales", ({ wage }) => wage.columns.area.values.push("Wales")],
  ["major: table duty is gone", (tables) => delete tables.duty],
  ["major: column duty.heading is gone", ({ duty }) => delete duty.columns.heading],
  ["major: wage.area can no longer be UK", ({ wage }) => wage.columns.area.values.splice(1, 1)],
  ["major: wage.area had a closed list and is open", ({ wage }) => delete wage.columns.area.values],
  [
    "major: duty.heading was open and has a closed list",
    ({ duty }) => Object.assign(duty.columns.heading, { values: ["Duties"] }),
  ],
  [
    "major: sqlType of wage.amount was REAL and is TEXT",
    ({ wage }) => Object.assign(wage.columns.amount, { sqlType: "TEXT" }),
  ],
  [
    "major: nullable of duty.text was false and is true",
    ({ duty }) => Object.assign(duty.columns.text, { nullable: true }),
  ],
  [
    "major: unit of employment.jobs was persons and is thousands",
    ({ employment }) => Object.assign(employment.columns.jobs, { unit: "thousands" }),
  ],
  [
    "major: references of duty.source_id was source.id and is open",
    ({ duty }) => delete duty.columns.source_id.references,
  ],
  ["major: minimum of wage.amount was 0 and is open", ({ wage }) => delete wage.columns.amount.minimum],
  ["major: the key of duty was occupation_id,position and is position", ({ duty }) => duty.key.shift()],
  [
    "patch: duty.text is described in other words",
    ({ duty }) => Object.assign(duty.columns.text, { description: "x" }),
  ],
  ["patch: duty is described in other words", ({ duty }) => Object.assign(duty, { description: "x" })],
];

test.each(CHANGES)("%s", (what, change) => {
  expect(changesAfter(change)).toEqual([what]);
});

test("a renamed column is one that is gone and one that is new", () => {
  const changes = changesAfter(({ duty }) => {
    const { heading, ...others } = duty.columns;
    duty.columns = { ...others, title: heading };
  });
  expect(changes).toEqual(["major: column duty.heading is gone", "minor: column duty.title is new"]);
});
