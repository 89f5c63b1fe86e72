import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { UsageError } from "../errors/usage-error.ts";
import { answer, type Versions } from "./answer.ts";

/** A server that runs. `url` ends with a slash. */
export type VersionServer = {
  readonly url: string;
  /** How many requests it was asked. */
  readonly requests: () => number;
  readonly close: () => Promise<void>;
};

/** Serves versions on loopback. Port 0 takes any that is free. */
export async function startServer(versions: Versions, port: number): Promise<VersionServer> {
  let requests = 0;
  const server = createServer((request, response) => {
    requests += 1;
    answer(request, response, versions).catch((error: unknown) => response.destroy(error as Error));
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => reject(refusal(error, port)));
    server.listen(port, "127.0.0.1", resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    requests: () => requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function refusal(error: NodeJS.ErrnoException, port: number): Error {
  const advice = "Name another with --port; 0 takes any that is free.";
  if (error.code === "EADDRINUSE")
    return new UsageError(
      `Port ${port} is taken by another program, nothing is served. ${advice}`,
      "port-taken",
    );
  if (error.code === "EACCES")
    return new UsageError(
      `Port ${port} is for the system's own programs, nothing is served. ${advice}`,
      "port-taken",
    );
  return error;
}
