import { afterAll, beforeAll, expect, test } from "vitest";
import type { DocumentHome } from "../../../pipelines/world.ts";
import { usOoh } from "../../../sources/us-ooh/source.ts";
import { type AnyRow, rowOf } from "../../sinks/small-dataset.ts";
import { CAPTURE_SHA256, createStore, HANDBOOK, publishRows, sourceRow } from "../published-store.ts";
import { runCommand } from "../run-command.ts";

const store = createStore();

const CODERS = "medical-records-and-health-information-technicians";

/** A band that we have put right, and an id that the publisher has given up. */
const OWN_WORDS: readonly AnyRow[] = [
  rowOf("correction", {
    ...{ occupation_id: `us-ooh/${CODERS}`, table_name: "pay_band", column_name: "high" },
    row_key: JSON.stringify({ occupation_id: `us-ooh/${CODERS}`, reference_period: "2024-05" }),
    ...{ published: "79999", corrected: "74999", reason: "The band ends there." },
    evidence: "https://www.bls.gov/ooh/: $50,000 to $74,999",
  }),
  rowOf("issue", {
    ...{ rule: "corrected", severity: "info", source_id: "us-ooh", occupation_id: `us-ooh/${CODERS}` },
    message: "pay_band.high is 74999 here.",
  }),
  rowOf("occupation_redirect", {
    ...{ from_id: "us-ooh/clerks-of-records", to_id: `us-ooh/${CODERS}`, kind: "renamed" },
    ...{
      from_url: "https://www.bls.gov/ooh/healthcare/clerks-of-records.htm",
      to_url: "https://www.bls.gov/",
    },
    fetched_at: "2026-11-20T02:15:00Z",
  }),
];

beforeAll(() => publishRows(store, [sourceRow(), ...HANDBOOK, ...OWN_WORDS]));
afterAll(() => store.remove());

const explain = (...argv: readonly string[]) => runCommand(["explain", ...argv, "--store", store.path]);
const facts = async (...argv: readonly string[]) =>
  JSON.parse((await explain(...argv, "--json")).stdout).facts;

test("a value comes with address, time, content, place and the published words", async () => {
  expect((await facts(CODERS, "wage.median.hour"))[0]).toEqual({
    table: "wage",
    values: {
      area: "US",
      statistic: "median",
      period: "hour",
      amount: 24.16,
      qualifier: "exact",
      currency: "USD",
      reference_period: "2024-05",
    },
    places: [{ locator: "#tab-1", raw: "$24.16 per hour" }],
    source_id: "us-ooh",
    capture_id: "capture-1",
    url: "https://www.bls.gov/ooh/healthcare/medical-records-and-health-information-technicians.htm",
    fetched_at: "2026-11-23T02:10:00Z",
    sha256: CAPTURE_SHA256,
    acquired_by: "fetch",
    reader: null,
    steps: [
      { column: "amount", value: 24.16, words: "$24.16", rule: null },
      { column: "period", value: "hour", words: "per hour", rule: null },
      { column: "currency", value: "USD", words: "$", rule: null },
    ],
    computed: null,
    inputs: [],
    corrections: [],
  });
});

test("a value that draws on several places shows each with its words", async () => {
  const { stdout } = await explain(CODERS, "wage.median.year");
  expect(stdout).toContain(
    'published  "2024 Median Pay $50,250 per year $24.16 per hour"\n  where      #quickfacts',
  );
  expect(stdout).toContain('published  "May 2024"\n  where      #tab-5 .ooh-chart');
});

test("a computed link shows the rows that it rests on, and is not called published", async () => {
  const { stdout } = await explain(CODERS, "relation.equivalent");
  expect(stdout).toContain(`rests on   us-ooh/${CODERS}`);
  expect(stdout).toContain("rests on   us-ooh/actors: Coder");
  expect(stdout).toContain("computed   by names that agree: (path + names) / 2 = 0.5");
  expect(stdout).not.toContain("published");
});

test("the rows that a computed link rests on come with their own places", async () => {
  const [link] = await facts(CODERS, "relation.equivalent");
  expect(link.inputs).toEqual([
    {
      ...{ row: `us-ooh/${CODERS}`, table: "occupation", says: "Medical Records Specialists" },
      places: [{ locator: "#tab-1", raw: null }],
      url: link.url,
    },
  ]);
});

test("the way to a value is shown step by step", async () => {
  const { stdout } = await explain(CODERS, "wage.median.year");
  expect(stdout).toContain('way        "$50,250" → amount 50250\n');
  expect(stdout).toContain('way        "Median" → statistic median\n');
  expect(stdout).toContain('way        "May 2024" → reference_period 2024-05\n');
});

test("who reads the document is told where the program knows it", async () => {
  const home = { source: usOoh, kind: "profile", reader: usOoh.readers.profile } as DocumentHome;
  const options = { registry: { sourceOf: () => home } };
  const argv = ["explain", CODERS, "wage.p10", "--store", store.path];
  expect((await runCommand(argv, options)).stdout).toContain("reader     profile of us-ooh (sources/us-ooh/");
  const { stdout } = await runCommand([...argv, "--json"], options);
  expect(JSON.parse(stdout).facts[0].reader).toEqual({ source: "us-ooh", kind: "profile" });
});

test("a corrected value comes with what was published, the reason and the evidence", async () => {
  const { stdout } = await explain(CODERS, "pay_band");
  expect(stdout).toContain("corrected  high 74999, published as 79999. The band ends there.");
  expect(stdout).toContain("evidence   https://www.bls.gov/ooh/: $50,000 to $74,999");
  expect((await facts(CODERS, "pay_band"))[0].corrections).toMatchObject([
    { column_name: "high", published: "79999", corrected: "74999" },
  ]);
  expect((await facts(CODERS, "wage.p10"))[0].corrections).toEqual([]);
});

test("issues are told where they are about the fact", async () => {
  const { stdout } = await explain(CODERS, "pay_band");
  expect(stdout).toContain("issue        info corrected: pay_band.high is 74999 here.");
  expect((await explain(CODERS, "wage.p10")).stdout).not.toContain("issue");
});

test("source tells what all facts of an occupation were read from", async () => {
  const { stdout } = await explain(CODERS, "source");
  expect(stdout).toContain("what       Occupational Outlook Handbook, U.S. Bureau of Labor Statistics");
  expect(stdout).toContain("edition    2024-34");
  expect(stdout).toContain(CAPTURE_SHA256);
  const { sources } = JSON.parse((await explain(CODERS, "source", "--json")).stdout);
  expect(sources).toMatchObject([{ source: { id: "us-ooh" }, documents: [{ id: "capture-1" }] }]);
});

test("an id that was given up is followed, and the reader is told", async () => {
  const { stdout } = await explain("us-ooh/clerks-of-records", "wage.p10");
  expect(stdout.replaceAll(/\s+/g, " ")).toContain(
    `The publisher has renamed us-ooh/clerks-of-records to us-ooh/${CODERS}`,
  );
  const { stdout: json } = await explain("us-ooh/clerks-of-records", "wage.p10", "--json");
  expect(JSON.parse(json)).toMatchObject({
    ...{ occupation_id: `us-ooh/${CODERS}`, redirected_from: "us-ooh/clerks-of-records" },
  });
});

test("parts of the name choose among the rows", async () => {
  expect(await facts(CODERS, "wage")).toHaveLength(5);
  expect(await facts(CODERS, "wage.p10")).toHaveLength(1);
  expect(await facts(CODERS, "wage.50250")).toHaveLength(1);
  expect(await facts("actors", "occupation")).toMatchObject([{ values: { title: "Actors" } }]);
  expect(await facts(CODERS, "relation.covers")).toHaveLength(2);
});

test("without a fact, all of them are explained", async () => {
  const tables = new Set((await facts(CODERS)).map((fact: { table: string }) => fact.table));
  expect([...tables]).toEqual(
    expect.arrayContaining(["occupation", "duty", "wage", "employer_share", "projection"]),
  );
});

test("a value that was not published is said not to be there", async () => {
  expect(await explain("actors", "wage.year")).toMatchObject({
    exit: 0,
    stdout: expect.stringContaining("us-ooh/actors has no row in wage with year"),
  });
});

test("an unknown table is wrong usage, and the tables are listed", async () => {
  expect(await explain("actors", "wages")).toMatchObject({
    exit: 2,
    stderr: expect.stringMatching(
      /"wages" is no table of facts\. The tables are occupation, .*wage, pay_band/,
    ),
  });
});

test("an unknown occupation is wrong usage", async () => {
  expect(await explain("actrs", "wage")).toMatchObject({
    exit: 2,
    stderr: expect.stringContaining("us-ooh/actors (Actors)"),
  });
});
