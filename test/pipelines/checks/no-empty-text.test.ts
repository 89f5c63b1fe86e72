import { expect, test } from "vitest";
import { noEmptyText } from "../../../pipelines/checks/no-empty-text.ts";
import { rowOf } from "../../sinks/small-dataset.ts";
import { ACTORS, breachesOf, messagesOf } from "./rows.ts";

const duty = (text: string) => rowOf("duty", { occupation_id: ACTORS, position: 9, text });

test("good texts keep the rule, also a publisher's “None”", async () => {
  expect(await breachesOf(noEmptyText)).toEqual([]);
});

test.each([" \u00a0\n", "N/A", "None provided", "TBC", "-", " — ", "none", "…"])(
  "“%s” says nothing",
  async (text) => {
    expect(await messagesOf(noEmptyText, duty(text))).toEqual([
      `${ACTORS}: duty.text says nothing: “${text}”.`,
    ]);
  },
);

test.each(["None of the actors works alone", "GP", "To be confirmed by the director"])(
  "“%s” says something",
  async (text) => {
    expect(await breachesOf(noEmptyText, duty(text))).toEqual([]);
  },
);

test("an empty title of an industry is found, and is about no occupation", async () => {
  const industry = rowOf("industry", { id: "us-ooh/-", scheme: "us-ooh", title: "-" });
  expect(await breachesOf(noEmptyText, industry)).toEqual([
    expect.objectContaining({ occupation_id: null, message: "industry.title says nothing: “-”." }),
  ]);
});
