import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";
import type { NotificationMessage } from "../../../../pipelines/monitoring/notifications/message.ts";

export type HookServer = {
  readonly url: string;
  readonly received: NotificationMessage[];
  /** What the next requests are answered. */
  answer: (response: ServerResponse) => void;
};

/** A server that takes webhooks; closed with the test. */
export async function startHookServer(): Promise<HookServer> {
  const hook: HookServer = { url: "", received: [], answer: (response) => response.writeHead(204).end() };
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    hook.received.push(JSON.parse(Buffer.concat(chunks).toString()));
    hook.answer(response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return Object.assign(hook, { url: `http://127.0.0.1:${port}/hook/secret-token?key=secret-key` });
}
