import { writeFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { describe, expect, test } from "vitest";
import { openState } from "../../../pipelines/state/state.ts";
import { StoreError } from "../../../sources/archive/store-error.ts";
import { temporaryFolder } from "../../sinks/temporary-folder.ts";
import { newState } from "./new-state.ts";

const DAY = "2026-11-21";

describe("a budget", () => {
  test("counts the requests of a host and a day, all runs together", () => {
    const { state, reopen } = newState();
    expect(state.budgets.spent("www.bls.gov", DAY)).toBe(0);
    state.budgets.count("www.bls.gov", DAY);
    state.budgets.count("www.bls.gov", DAY);
    const { budgets } = reopen();
    budgets.count("www.bls.gov", DAY);
    expect(budgets.spent("www.bls.gov", DAY)).toBe(3);
  });

  test("begins anew with each day, and for each host", () => {
    const { budgets } = newState().state;
    budgets.count("www.bls.gov", DAY);
    expect(budgets.spent("www.bls.gov", "2026-11-22")).toBe(0);
    expect(budgets.spent("www.ons.gov.uk", DAY)).toBe(0);
  });
});

describe("robots.txt", () => {
  test("is kept with its validators, the last one received", () => {
    const { state, reopen } = newState();
    expect(state.robots.read("www.bls.gov")).toBeUndefined();
    const first = {
      text: "User-agent: *\nDisallow: /scripts\n",
      validators: { etag: '"one"', lastModified: undefined },
      fetchedAt: "2026-11-20T02:00:00.000Z",
    };
    state.robots.write("www.bls.gov", first);
    expect(reopen().robots.read("www.bls.gov")).toEqual(first);
    const second = { ...first, text: "", validators: { etag: undefined, lastModified: undefined } };
    state.robots.write("www.bls.gov", second);
    expect(state.robots.read("www.bls.gov")).toEqual(second);
    expect(state.robots.read("data.bls.gov")).toBeUndefined();
  });
});

describe("the state of a store", () => {
  test("remembers what the latest version was made from, and no other", () => {
    const { publications } = newState().state;
    expect(publications.latest()).toBeUndefined();
    publications.save("20261120T021500Z-aaaaaaaa", "one");
    publications.save("20261121T021500Z-bbbbbbbb", "two");
    expect(publications.latest()).toEqual({ version: "20261121T021500Z-bbbbbbbb", inputs: "two" });
  });

  test("remembers what the store holds", () => {
    const { state, reopen } = newState();
    expect(state.settings.get("content")).toBeUndefined();
    state.settings.set("content", "sample");
    expect(reopen().settings.get("content")).toBe("sample");
  });

  test.each([
    ["that is no database", "this is no database ".repeat(100), "store-damaged"],
    ["of another program", "CREATE TABLE note (words TEXT)", "store-foreign"],
    [
      "of another program, empty but marked",
      "PRAGMA application_id = 1; CREATE TABLE x (y)",
      "store-foreign",
    ],
  ])("refuses a file %s", (_, content, code) => {
    const path = join(temporaryFolder(), "state.sqlite");
    if (code === "store-damaged") writeFileSync(path, content);
    else new Database(path).exec(content).close();
    expect(() => openState(path)).toThrow(expect.objectContaining({ name: "StoreError", code }));
  });

  test("refuses a file of a newer program, and leaves it alone", () => {
    const { state, path } = newState();
    state.settings.set("content", "sample");
    const newer = new Database(path);
    newer.pragma("user_version = 99");
    newer.close();
    expect(() => openState(path)).toThrow(expect.objectContaining({ code: "store-newer" }));
    const after = new Database(path, { readonly: true });
    expect(after.pragma("user_version", { simple: true })).toBe(99);
    after.close();
  });

  test("tells the disk's refusals as errors of the store", () => {
    const { state, path } = newState();
    const other = new Database(path);
    other.exec("DROP TABLE budget; CREATE TABLE budget (host TEXT, day TEXT, requests INTEGER)");
    other.exec("CREATE TRIGGER full BEFORE INSERT ON budget BEGIN SELECT RAISE(ABORT, 'no'); END");
    other.close();
    // A mistake of the program is no error of the store.
    expect(() => state.budgets.count("www.bls.gov", DAY)).toThrow();
    expect(() => state.budgets.count("www.bls.gov", DAY)).not.toThrow(StoreError);
  });
});
