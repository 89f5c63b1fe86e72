import { boundMemory } from "../memory.ts";
import { refresh } from "../refresh/refresh.ts";
import type { RefreshSettings } from "../refresh/settings.ts";
import { printMeasured } from "./measured.ts";

boundMemory();
const [store = "", ...sourceIds] = process.argv.slice(2);
const settings: RefreshSettings = {
  sourceIds,
  codes: [],
  from: "archive",
  mirror: undefined,
  contact: undefined,
  force: false,
  urls: [],
  retryOf: undefined,
  honoursSchedule: false,
  isLight: false,
  isDryRun: false,
  acceptance: undefined,
};
const silent = { begin: () => {}, tick: () => {}, end: () => {}, say: () => {} };
const world = { store, now: () => new Date(), signal: new AbortController().signal, network: {} };
await printMeasured(async () => {
  const { outcome, message } = await refresh({ ...world, progress: silent }, settings);
  if (outcome === "degraded") process.stderr.write(`Not everything was published: ${message}\n`);
  else if (outcome !== "published") throw new Error(`${outcome}: ${message}`);
});
