import fc from "fast-check";
import { expect, test } from "vitest";
import { DocumentError } from "../../../sources/reading/document-error.ts";
import type { AnswerContext } from "../../../transforms/uk-lmi/answer.ts";
import { tasksOf } from "../../../transforms/uk-lmi/tasks.ts";

function context(): AnswerContext {
  return {
    url: "https://api.lmiforall.org.uk/api/v1/soc/code/1161",
    capture: { id: "c", sourceId: "uk-lmi" },
    remarks: [],
  };
}

const textsOf = (text: string, answer = context()) =>
  tasksOf(answer, { text, at: "/tasks" }).map((task) => task.text);

test.each([
  ["", []],
  [" mends seals.", ["mends seals."]],
  [" mends seals;\n tests pipes.", ["mends seals", "tests pipes."]],
  [" mends seals;\n tests pipes.\n", ["mends seals", "tests pipes."]],
  [" mends seals;\n tests pipes;", ["mends seals", "tests pipes"]],
  [" mends  seals;\n tests\u00a0pipes.", ["mends seals", "tests pipes."]],
])("%j", (words, tasks) => {
  expect(textsOf(words)).toEqual(tasks);
});

test("a line break ends a task also where its semicolon is missing, and that is remarked on", () => {
  const answer = context();
  expect(textsOf(" mends seals\n tests pipes.", answer)).toEqual(["mends seals", "tests pipes."]);
  expect(answer.remarks.map(({ rule }) => rule)).toEqual(["task-without-semicolon"]);
});

test.each([
  ["two tasks in a line", " mends seals; tests pipes."],
  ["a line that goes on in the next one", " mends seals\nof pipes."],
  ["an empty line", " mends seals;\n\n tests pipes."],
  ["a semicolon alone", " mends seals;\n ;\n tests pipes."],
  ["no blank at the beginning", "mends seals."],
  ["another kind of line break", " mends seals;\r\n tests pipes."],
])("%s is refused", (_name, words) => {
  expect(() => textsOf(words)).toThrow(DocumentError);
});

test("tasks that are written line by line are read as they were", () => {
  const task = fc.stringMatching(/^[a-z][a-z,.()’-]{0,12}( [a-z,.()’-]{1,12}){0,5}$/);
  fc.assert(
    fc.property(fc.array(task, { minLength: 1, maxLength: 12 }), fc.constantFrom("", "\n"), (tasks, end) => {
      const answer = context();
      expect(textsOf(`${tasks.map((words) => ` ${words}`).join(";\n")}${end}`, answer)).toEqual(tasks);
      expect(answer.remarks).toEqual([]);
    }),
  );
});
