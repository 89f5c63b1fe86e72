import { afterAll, beforeAll, expect, test } from "vitest";
import { CAPTURE_SHA256, createStore, HANDBOOK, publishRows, sourceRow } from "../published-store.ts";
import { runCommand } from "../run-command.ts";

const store = createStore();

beforeAll(() => publishRows(store, [sourceRow(), ...HANDBOOK]));
afterAll(() => store.remove());

const explain = (...argv: readonly string[]) => runCommand(["explain", ...argv, "--store", store.path]);
const facts = async (...argv: readonly string[]) =>
  JSON.parse((await explain(...argv, "--json")).stdout).facts;

const CODERS = "medical-records-and-health-information-technicians";

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
  expect(stdout).not.toContain("published");
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
