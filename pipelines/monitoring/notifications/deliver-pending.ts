import type { NotificationReport } from "../../refresh/report.ts";
import type { Notifications, PendingNotification } from "../../state/notifications.ts";
import type { Channel } from "./channel.ts";
import { messageSchema } from "./message.ts";

/** So many runs try to deliver a notification. */
export const MOST_ATTEMPTS = 10;

/** Sends what waits on each way, oldest first. A way that fails once is not tried again in this run. */
export async function deliverPending(
  notifications: Notifications,
  channels: readonly Channel[],
): Promise<readonly NotificationReport[]> {
  const reports = channels.map((channel) => deliverOn(notifications, channel));
  return (await Promise.all(reports)).flat();
}

async function deliverOn(notifications: Notifications, channel: Channel): Promise<NotificationReport[]> {
  const reports: NotificationReport[] = [];
  for (const pending of notifications.pending(channel.name)) {
    const failure = await failureOf(channel, pending);
    if (failure !== undefined) return [...reports, ...wait(notifications, channel, failure)];
    notifications.remove(pending.id, channel.name);
    reports.push(reportOf(channel, pending, "delivered", null));
  }
  return reports;
}

async function failureOf(channel: Channel, { message }: PendingNotification): Promise<string | undefined> {
  try {
    await channel.send(messageSchema.parse(JSON.parse(message)));
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Everything that still waits on this way has waited once more; what has waited long enough is given up. */
function wait(notifications: Notifications, channel: Channel, failure: string): NotificationReport[] {
  notifications.countAttempt(channel.name);
  return notifications.pending(channel.name).map((pending) => {
    if (pending.attempts < MOST_ATTEMPTS) return reportOf(channel, pending, "waiting", failure);
    notifications.remove(pending.id, channel.name);
    return reportOf(channel, pending, "given-up", failure);
  });
}

function reportOf(
  { name }: Channel,
  { message }: PendingNotification,
  outcome: NotificationReport["outcome"],
  detail: string | null,
): NotificationReport {
  return { channel: name, outcome, subject: JSON.parse(message).event, detail };
}
