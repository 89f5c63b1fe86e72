import { expect, test } from "vitest";
import { honoursSchedule } from "../../../pipelines/commands/due-option.ts";
import { UsageError } from "../../../pipelines/errors/usage-error.ts";

test("asking the publishers goes by the schedule", () => {
  expect(honoursSchedule({})).toBe(true);
});

test.each([
  { force: true },
  { offline: true },
  { sample: true },
  { mirror: "http://127.0.0.1:8080" },
  { source: ["us-ooh"] },
  { only: ["actors"] },
])("%j means now", (options) => {
  expect(honoursSchedule(options)).toBe(false);
});

test.each([{ sample: true }, { mirror: "http://127.0.0.1:8080" }, { source: ["us-ooh"] }])(
  "%j with --due goes by the schedule",
  (options) => {
    expect(honoursSchedule({ ...options, due: true })).toBe(true);
  },
);

test.each([
  ["--force", { force: true }],
  ["--offline", { offline: true }],
])("--due and %s exclude each other", (option, options) => {
  expect(() => honoursSchedule({ ...options, due: true })).toThrow(
    new UsageError(`--due and ${option} exclude each other. Choose one.`),
  );
});
