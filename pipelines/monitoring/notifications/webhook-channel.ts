import { Agent, request } from "undici";
import type { World } from "../../world.ts";
import { isLoopback } from "../loopback.ts";
import type { Channel } from "./channel.ts";

/** As the environment names it; nobody has looked yet whether it can be asked. */
export function webhookFrom(env: World["env"]): string | undefined {
  return env.OCCUPATIONS_WEBHOOK || undefined;
}

/** Why nothing can be sent to an address; it is not repeated, for its path may be a secret. */
export function webhookFault(address: string): string | undefined {
  if (!URL.canParse(address)) return "OCCUPATIONS_WEBHOOK is no address. Give it as https://….";
  const { protocol, hostname } = new URL(address);
  if (protocol === "https:" || (protocol === "http:" && isLoopback(hostname))) return undefined;
  return "OCCUPATIONS_WEBHOOK has to be an https address, or http on this machine: what is sent names hosts and folders.";
}

const LIMIT_MILLISECONDS = 10_000;
const LONGEST_ANSWER = 65_536;

/** Posts the message as JSON; a redirect is not followed. */
export function webhookChannel(address: string, limitMilliseconds = LIMIT_MILLISECONDS): Channel {
  return {
    name: "webhook",
    send: async (message) => {
      const fault = webhookFault(address);
      if (fault !== undefined) throw new Error(fault);
      const status = await post(address, JSON.stringify(message), limitMilliseconds);
      if (status < 200 || status > 299) throw new Error(`${new URL(address).host} answered ${status}.`);
    },
  };
}

async function post(address: string, body: string, limitMilliseconds: number): Promise<number> {
  const { host } = new URL(address);
  const dispatcher = new Agent({ connections: 1 });
  try {
    const { statusCode, body: answer } = await request(address, {
      method: "POST",
      headers: { "content-type": "application/json; charset=utf-8" },
      body,
      dispatcher,
      signal: AbortSignal.timeout(limitMilliseconds),
    });
    await answer.dump({ limit: LONGEST_ANSWER });
    return statusCode;
  } catch (error) {
    const isLate = error instanceof Error && error.name === "TimeoutError";
    if (isLate) throw new Error(`${host} did not answer within ${limitMilliseconds / 1000} s.`);
    throw new Error(`${host} could not be asked (${codeOf(error)}).`);
  } finally {
    await dispatcher.destroy();
  }
}

/** Messages of the network name addresses; codes do not. */
function codeOf(error: unknown): string {
  if (error instanceof AggregateError) return codeOf(error.errors[0]);
  return error instanceof Error && "code" in error ? String(error.code) : "no reason given";
}
