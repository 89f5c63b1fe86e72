import { test } from "vitest";
import { writtenCases, sampleCases, readingOf } from "./cases.ts";
test("probe", () => {
  for (const c of [...writtenCases(), ...sampleCases()]) {
    try { const r = readingOf(c.document); console.log("OK", c.name, JSON.stringify(r.remarks)); } catch (e) { console.log("NO", c.name, String(e)); }
  }
});
