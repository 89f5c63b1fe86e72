import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

/** A server before another one, some of whose addresses lead elsewhere. Closed with the test. */
export async function startLeadingElsewhere(behind: string) {
  const locations = new Map<string, string>();
  const server = createServer((incoming, response) => {
    const location = locations.get(incoming.url ?? "");
    if (location !== undefined) return void response.writeHead(302, { location }).end();
    const { method, headers } = incoming;
    request(`${behind}${incoming.url}`, { method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    }).end();
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** `path` is host and path, as below the mirror. */
    lead: (path: string, location: string) => void locations.set(`/${path}`, location),
  };
}
