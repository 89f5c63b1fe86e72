import Database from "better-sqlite3";
import { expect, test } from "vitest";
import { asStoreError, inStore, StoreError } from "../../../sources/archive/store-error.ts";

const withCode = (code: string): Error => Object.assign(new Error("from the system"), { code });

test.each([
  ["ENOSPC", "store-full"],
  ["EFBIG", "store-full"],
  ["SQLITE_FULL", "store-full"],
  ["EROFS", "store-read-only"],
  ["EACCES", "store-read-only"],
  ["SQLITE_READONLY_DIRECTORY", "store-read-only"],
  ["SQLITE_CORRUPT_VTAB", "store-damaged"],
  ["SQLITE_NOTADB", "store-damaged"],
  ["SQLITE_BUSY_SNAPSHOT", "store-busy"],
  ["SQLITE_CANTOPEN", "store-unreadable"],
  ["EIO", "store-unreadable"],
])("%s means %s", (system, code) => {
  const error = asStoreError(withCode(system), "/data/archive.sqlite");
  expect(error).toBeInstanceOf(StoreError);
  expect(error).toMatchObject({ code, message: expect.stringContaining("/data/archive.sqlite") });
});

test("an error that is not about the store stays what it is", () => {
  const bug = new TypeError("undefined is not a function");
  const constraint = withCode("SQLITE_CONSTRAINT_CHECK");
  expect(asStoreError(bug, "archive.sqlite")).toBe(bug);
  expect(asStoreError(constraint, "archive.sqlite")).toBe(constraint);
});

test("a database that cannot grow is reported as a full store", () => {
  const database = new Database(":memory:");
  database.exec("CREATE TABLE body (content BLOB)");
  database.pragma("max_page_count = 3");
  const fill = () => database.exec("INSERT INTO body VALUES (zeroblob(100000))");
  expect(() => inStore("archive.sqlite", fill)).toThrow(expect.objectContaining({ code: "store-full" }));
  database.close();
});
