import { writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { firstDifference } from "../../../pipelines/verify/first-difference.ts";
import { temporaryFolder } from "../../sinks/temporary-folder.ts";

function differenceOf(published: string | Uint8Array, rebuilt: string | Uint8Array): string | undefined {
  const folder = temporaryFolder();
  const paths = [join(folder, "published"), join(folder, "rebuilt")] as const;
  writeFileSync(paths[0], published);
  writeFileSync(paths[1], rebuilt);
  return firstDifference(...paths);
}

test("files that are the same have no difference", () => {
  expect(differenceOf("a\nb\n", "a\nb\n")).toBeUndefined();
  expect(differenceOf("", "")).toBeUndefined();
});

test("the first line that differs is shown with its number, as it is and as it should be", () => {
  expect(differenceOf("one\ntwo\nthree\n", "one\n2\nthree\n")).toBe("line 2 has “two”, and should have “2”.");
});

test("a file that ends too early, or too late, says so", () => {
  expect(differenceOf("one\n", "one\ntwo\n")).toBe("line 2 has its end there, and should have “two”.");
  expect(differenceOf("one\ntwo\n", "one\n")).toBe("line 2 has “two”, and should have its end there.");
});

test("of a long line the words around the difference are shown, in whole characters", () => {
  const words = differenceOf(
    `${"é".repeat(500)}x${"ü".repeat(500)}`,
    `${"é".repeat(500)}y${"ü".repeat(500)}`,
  );
  expect(words).toMatch(/^line 1 has “é{29,31}xü{48,51}”, and should have “é{29,31}yü{48,51}”\.$/u);
});

test("of files that are no text the place is told", () => {
  expect(differenceOf(Buffer.from([1, 0, 2]), Buffer.from([1, 0, 3]))).toBe("they differ from byte 2 on.");
});

test("a difference is found wherever it is, also behind the first piece that is read", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 600_000 }), (at) => {
      const published = Buffer.alloc(600_001, "a");
      const rebuilt = Buffer.from(published);
      rebuilt[at] = 0x62;
      expect(differenceOf(published, rebuilt)).toContain("“");
      expect(differenceOf(published, published)).toBeUndefined();
    }),
    { numRuns: 10 },
  );
});
