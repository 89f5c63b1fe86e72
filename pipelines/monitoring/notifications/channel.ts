import type { World } from "../../world.ts";
import { commandChannel, notifyCommandFrom } from "./command-channel.ts";
import type { NotificationMessage } from "./message.ts";
import { webhookChannel, webhookFrom } from "./webhook-channel.ts";

/** A way to the operator. */
export type Channel = {
  readonly name: "webhook" | "command";
  /** @throws Error that says why, without any secret. */
  readonly send: (message: NotificationMessage) => Promise<void>;
};

/** Every way that the environment names: `OCCUPATIONS_WEBHOOK`, `OCCUPATIONS_NOTIFY_COMMAND`. */
export function channelsFrom(env: World["env"]): readonly Channel[] {
  const webhook = webhookFrom(env);
  const command = notifyCommandFrom(env);
  return [
    ...(webhook === undefined ? [] : [webhookChannel(webhook)]),
    ...(command === undefined ? [] : [commandChannel(command, env)]),
  ];
}
