import { afterAll, beforeAll, expect, test } from "vitest";
import { createStore, HANDBOOK, publishRows, sourceRow } from "../published-store.ts";
import { runCommand } from "../run-command.ts";

const store = createStore();

beforeAll(() => publishRows(store, [sourceRow(), ...HANDBOOK]));
afterAll(() => store.remove());

const search = (...argv: readonly string[]) => runCommand(["search", ...argv, "--store", store.path]);
const hits = async (...argv: readonly string[]) => JSON.parse((await search(...argv, "--json")).stdout).hits;

test("a word of the title finds the occupation, with its main numbers", async () => {
  const { exit, stdout } = await search("medical", "records");
  expect(exit).toBe(0);
  expect(stdout).toMatch(
    /^Medical Records Specialists\n +us-ooh\/medical-records-\S+\n +\$50,250 a year · 194,800 jobs · growth 7%\n/,
  );
});

test("the last word may be a beginning, the others may not", async () => {
  expect(await hits("medical rec")).toHaveLength(2 + 1);
  expect(await hits("med records")).toHaveLength(0);
});

test("an occupation that another name finds tells which", async () => {
  expect(await hits("cancer regis")).toMatchObject([{ matched_name: "Cancer registrar" }]);
  expect((await hits("actor"))[0]).toMatchObject({ id: "us-ooh/actors", matched_name: null });
});

test("a match in the title comes before one in the text", async () => {
  expect((await hits("files"))[0]).toMatchObject({
    id: "us-ooh/medical-records-and-health-information-technicians",
  });
});

test("an hourly-only occupation shows its hourly wage", async () => {
  expect((await search("actors")).stdout).toMatch(
    /us-ooh\/actors\n +\$23\.33 an hour · number of jobs not published · outlook not published/,
  );
});

test("no hit is said in words, and is no error", async () => {
  expect(await search("zeppelin")).toMatchObject({
    exit: 0,
    stdout: expect.stringMatching(/^Nothing was found/),
  });
  expect(await search('"*(')).toMatchObject({ exit: 0, stdout: expect.stringMatching(/^Nothing was found/) });
});

test("signs of the query language are only signs", async () => {
  expect(await search("medical AND NOT records^2")).toMatchObject({ exit: 0 });
});

test("the page of a handbook comes before a bare code of the same name", async () => {
  const ids = (await hits("medical records specialists")).map(({ id }: { id: string }) => id);
  expect(ids[0]).toMatch(/^us-ooh\//);
  expect(ids).toHaveLength(3);
});

test("--limit bounds the hits, and has to be a number", async () => {
  expect(await hits("wardens", "--limit", "2")).toHaveLength(2);
  expect(await search("wardens", "--limit", "few")).toMatchObject({ exit: 2 });
});
