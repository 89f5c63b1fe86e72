import { describe, expect, test } from "vitest";
import { noMarkupInText } from "../../../pipelines/checks/no-markup-in-text.ts";
import { type AnyRow, rowOf } from "../../sinks/small-dataset.ts";
import { ACTORS, breachesOf } from "./rows.ts";

const about = { occupation_id: ACTORS, position: 1 };

const TABLES: [string, (text: string) => AnyRow][] = [
  ["duty", (text) => rowOf("duty", { ...about, text })],
  ["specialty", (text) => rowOf("specialty", { ...about, name: "Extras", text })],
  ["quality", (text) => rowOf("quality", { ...about, name: "Patience", text })],
  ["section", (text) => rowOf("section", { ...about, topic: "pay", heading: "Pay", text })],
  ["requirement", (text) => rowOf("requirement", { ...about, kind: "entry-education", text })],
];

test("good texts keep the rule", async () => {
  expect(await breachesOf(noMarkupInText)).toEqual([]);
});

describe.each(TABLES)("in the text of a %s", (table, row) => {
  test.each(["<p>Learn", "Learn</p>", "Learn <script>alert(1)</script>", "Learn <!-- it -->", "<BR>"])(
    "%j breaks it",
    async (text) => {
      expect(await breachesOf(noMarkupInText, row(text))).toEqual([
        {
          occupation_id: ACTORS,
          source_id: "us-ooh",
          capture_id: "capture-1",
          message: `${table}.text holds mark-up: “${text}”.`,
        },
      ]);
    },
  );

  test.each(["Lift < 50 pounds", "a <- b", "5 > 3", "x \\<b\\>", "R&D"])("%j keeps it", async (text) => {
    expect(await breachesOf(noMarkupInText, row(text))).toEqual([]);
  });
});

test("a long text is cut in the message", async () => {
  const [breach] = await breachesOf(
    noMarkupInText,
    rowOf("duty", { ...about, text: `<p>${"a".repeat(200)}` }),
  );
  expect(breach?.message).toBe(`duty.text holds mark-up: “<p>${"a".repeat(77)}”.`);
});

test("one escaped sign does not excuse a tag further on", async () => {
  const text = "x \\<b, then <script>alert(1)</script>";
  const row = rowOf("section", { ...about, topic: "pay", heading: "Pay", text });
  expect(await breachesOf(noMarkupInText, row)).toHaveLength(1);
});

test.each<[string, string, AnyRow]>([
  [
    "a title",
    "occupation.title holds mark-up: “<b>Actors</b>”.",
    rowOf("occupation", { id: "us-ooh/x", scheme: "us-ooh", code: "x", title: "<b>Actors</b>" }),
  ],
  [
    "a summary",
    "occupation.summary holds mark-up: “<p>a”.",
    rowOf("occupation", { id: "us-ooh/x", scheme: "us-ooh", code: "x", title: "X", summary: "<p>a" }),
  ],
  [
    "the name of a quality",
    "quality.name holds mark-up: “<em>Patience</em>”.",
    rowOf("quality", { ...about, name: "<em>Patience</em>", text: "a" }),
  ],
  [
    "the name of a specialty",
    "specialty.name holds mark-up: “<em>Extras”.",
    rowOf("specialty", { ...about, name: "<em>Extras", text: "a" }),
  ],
  [
    "a heading",
    "section.heading holds mark-up: “<h3>Pay”.",
    rowOf("section", { ...about, topic: "pay", heading: "<h3>Pay", text: "a" }),
  ],
  [
    "the introduction of duties",
    "duty.heading holds mark-up: “<p>As follows:”.",
    rowOf("duty", { ...about, heading: "<p>As follows:", text: "a" }),
  ],
  [
    "a name",
    "occupation_name.name holds mark-up: “<li>Extra”.",
    rowOf("occupation_name", { occupation_id: ACTORS, name: "<li>Extra", kind: "index" }),
  ],
])("mark-up in %s breaks it too, and the message names the column", async (_, message, row) => {
  expect((await breachesOf(noMarkupInText, row)).map((breach) => breach.message)).toEqual([message]);
});
