import { existsSync } from "node:fs";
import { join } from "node:path";
import { StoreError } from "../../../sources/archive/store-error.ts";
import type { NotificationReport, RunReport } from "../../refresh/report.ts";
import { openState, type State } from "../../state/state.ts";
import { storeStatus, usualMaxAge } from "../../status/store-status.ts";
import type { World } from "../../world.ts";
import { type Channel, channelsFrom } from "./channel.ts";
import { deliverPending } from "./deliver-pending.ts";
import { type NotificationMessage, notificationMessage } from "./message.ts";
import { standingsOf } from "./standings.ts";
import { stateChanges, toldAfter } from "./state-changes.ts";

/**
 * Tells the operator what stands otherwise than before this run, on every way that the environment names. What could not
 * be delivered is remembered, and sent by the next run. The caller holds the lock of the store.
 *
 * @returns what became of each notification; `undefined` where nobody wants to be told.
 */
export async function notify(
  world: Pick<World, "store" | "registry" | "now" | "env">,
  report: RunReport,
): Promise<readonly NotificationReport[] | undefined> {
  const channels = channelsFrom(world.env);
  if (channels.length === 0 || report.dry_run || SILENT.has(report.outcome)) return undefined;
  return (await withMemory(world, report, channels)) ?? withoutMemory(world, report, channels);
}

/** Endings after which the operator sits at the keyboard. */
const SILENT: ReadonlySet<RunReport["outcome"]> = new Set(["misused", "interrupted"]);

type NotifyWorld = Pick<World, "store" | "registry" | "now">;

/** `undefined` where the store cannot be opened to look what was told before. */
async function withMemory(
  world: NotifyWorld,
  report: RunReport,
  channels: readonly Channel[],
): Promise<readonly NotificationReport[] | undefined> {
  const state = openMemory(world.store);
  if (state === undefined) return undefined;
  try {
    await recordChanges(world, report, channels, state);
    return await deliverPending(state.notifications, channels);
  } finally {
    state.close();
  }
}

function openMemory(store: string): State | undefined {
  try {
    return existsSync(store) ? openState(join(store, "state.sqlite")) : undefined;
  } catch (error) {
    if (error instanceof StoreError) return undefined;
    throw error;
  }
}

async function recordChanges(
  world: NotifyWorld,
  report: RunReport,
  channels: readonly Channel[],
  { notifications }: State,
): Promise<void> {
  const told = notifications.told();
  const standings = standingsOf(report, await storeStatus(world, usualMaxAge), told);
  const changes = stateChanges(told, standings);
  const createdAt = world.now().toISOString();
  const message = changes.length === 0 ? null : notificationMessage(report, world.store, changes);
  notifications.keepChannels(channels.map(({ name }) => name));
  notifications.record({
    told: toldAfter(told, standings, createdAt),
    message: message && { id: message.id, createdAt, json: JSON.stringify(message) },
    channels: channels.map(({ name }) => name),
  });
}

/** A store that cannot be opened is worth a message every time: nobody can remember that it was sent. */
async function withoutMemory(
  { store }: NotifyWorld,
  report: RunReport,
  channels: readonly Channel[],
): Promise<readonly NotificationReport[]> {
  const standings = standingsOf(report, { state: "degraded", problems: [] }, []);
  const changes = stateChanges([], standings);
  if (changes.length === 0) return [];
  const message = notificationMessage(report, store, changes);
  return Promise.all(channels.map((channel) => sendOnce(channel, message)));
}

async function sendOnce(channel: Channel, message: NotificationMessage): Promise<NotificationReport> {
  const report = { channel: channel.name, subject: message.event };
  try {
    await channel.send(message);
    return { ...report, outcome: "delivered", detail: null };
  } catch (error) {
    return { ...report, outcome: "given-up", detail: error instanceof Error ? error.message : String(error) };
  }
}
