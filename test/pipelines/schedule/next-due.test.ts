import { expect, test } from "vitest";
import { nextDue } from "../../../pipelines/schedule/next-due.ts";
import type { NewestRound } from "../../../pipelines/state/rounds.ts";
import type { World } from "../../../pipelines/world.ts";
import type { Source } from "../../../sources/source.ts";
import { ukLmi } from "../../../sources/uk-lmi/source.ts";
import { ukNcs } from "../../../sources/uk-ncs/source.ts";
import { usOews } from "../../../sources/us-oews/source.ts";
import { usOoh } from "../../../sources/us-ooh/source.ts";
import { temporaryFolder } from "../../sinks/temporary-folder.ts";

const NOW = "2026-11-20T12:00:00.000Z";
const left = (triedAt: string): NewestRound => ({ startedAt: triedAt, finishedAt: undefined, triedAt });

/** What is due first in a store without versions, where the runs have left these rounds. */
function dueOf(rounds: Readonly<Record<string, NewestRound>>, ...sourceIds: readonly string[]) {
  const sources: readonly Source[] = [usOoh, usOews, ukNcs, ukLmi];
  const registry = {
    sources,
    lastRound: () => undefined,
    newestRound: (_: string, id: string) => rounds[id],
  };
  const world = { store: temporaryFolder(), now: () => new Date(NOW), registry };
  return nextDue(world as unknown as World, sourceIds);
}

test("all that are due by now are due together, each with its reason", async () => {
  const rounds = {
    "us-ooh": left("2026-11-20T08:00:00.000Z"),
    "us-oews": left("2026-11-20T11:00:00.000Z"),
  };
  expect(await dueOf(rounds)).toEqual({
    at: new Date("2026-11-20T11:00:00Z"),
    sources: ["uk-ncs", "us-ooh"],
    why: "uk-ncs (it was never read); us-ooh (documents of it could not be had)",
    words: "2026-11-20 06:00 America/New_York",
  });
});

test("of what is due later, the first is told; a fraction of a second later than it is, never sooner", async () => {
  const rounds = {
    "us-ooh": left("2026-11-20T11:00:00.500Z"),
    "us-oews": left("2026-11-20T11:30:00.000Z"),
  };
  expect(await dueOf(rounds, "us-ooh", "us-oews")).toMatchObject({
    at: new Date("2026-11-20T14:00:01Z"),
    sources: ["us-ooh"],
  });
});

test("of retired sources none is ever due", async () => {
  expect(await dueOf({}, "uk-lmi")).toBeUndefined();
});
