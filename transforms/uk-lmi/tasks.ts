import { fold } from "../../sources/reading/text.ts";
import { type AnswerContext, refuse } from "./answer.ts";

/** A task, and the line that it stands in, semicolon included. */
export type Task = { readonly text: string; readonly line: string };

/** A line begins with a blank and ends with a semicolon; only the last one ends with a full stop. */
const LINE = /^ [^\s;][^;]*;?$/;

/**
 * " repairs seals;\n tests pipes." → the two tasks. Lines part them, not semicolons: in 2451 one is missing.
 *
 * @throws DocumentError where a line breaks off, or two tasks stand in one.
 */
export function tasksOf(
  answer: AnswerContext,
  words: { readonly text: string; readonly at: string },
): Task[] {
  const lines = words.text.replace(/\n$/, "").split("\n");
  if (lines.length === 1 && lines[0] === "") return [];
  return lines.map((line, index) => {
    if (!LINE.test(line))
      refuse(answer, words.at, "a task a line, after a blank, with a semicolon at its end", `“${line}”`);
    if (!line.endsWith(";") && index < lines.length - 1)
      answer.remarks.push({
        rule: "task-without-semicolon",
        locator: words.at,
        message: `Task ${index + 1} ends without a semicolon; the line break ends it.`,
      });
    return { text: fold(line.replace(/;$/, "")), line: fold(line) };
  });
}
