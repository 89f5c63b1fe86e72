import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { json } from "node:stream/consumers";
import {
  messageSchema,
  type NotificationMessage,
} from "../../../pipelines/monitoring/notifications/message.ts";

/** Takes what the program tells its operator, on loopback. */
export async function startOperator() {
  let told: NotificationMessage[] = [];
  const server = createServer(async (request, response) => {
    told.push(messageSchema.parse(await json(request)));
    response.writeHead(204).end();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    webhook: `http://127.0.0.1:${(server.address() as AddressInfo).port}/told`,
    /** What came since the last look. */
    take: (): readonly NotificationMessage[] => {
      const taken = told;
      told = [];
      return taken;
    },
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}
