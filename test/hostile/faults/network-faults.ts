import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createServer as createTlsServer } from "node:tls";
import type { LookUp } from "../../../sources/fetching/public-lookup.ts";
import type { Fault, Night } from "./fault.ts";

const NOBODY = { exit: 6, carried: [] } as const;

/** A live night whose names are looked up like this; nothing leaves the machine. */
function live(lookUp: LookUp): Night {
  return { from: [], contact: "data@example.org", network: { lookUp } };
}

const noSuchName: LookUp = (host, _, tell) =>
  tell(Object.assign(new Error(`getaddrinfo ENOTFOUND ${host}`), { code: "ENOTFOUND" }), []);

const silentNameServer: LookUp = (host, _, tell) =>
  tell(Object.assign(new Error(`getaddrinfo EAI_AGAIN ${host}`), { code: "EAI_AGAIN" }), []);

const privateAddress: LookUp = (_, __, tell) => tell(null, [{ address: "10.0.0.1", family: 4 }]);

async function mirroredBy(server: Server, scheme: "http" | "https"): Promise<Night> {
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  const end = () => void server.close();
  return { from: ["--mirror", `${scheme}://127.0.0.1:${port}`], end };
}

/** A port at which nobody listens any more. */
async function nobody(): Promise<Night> {
  const night = await mirroredBy(createServer(), "http");
  await night.end?.();
  return { from: night.from ?? [] };
}

/** Signed by nobody else; made anew each time. */
function selfSigned(): { readonly key: Buffer; readonly cert: Buffer } {
  const folder = mkdtempSync(join(tmpdir(), "certificate-"));
  const [key, cert] = [join(folder, "key.pem"), join(folder, "certificate.pem")];
  const kind = ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"];
  const words = [...kind, "-days", "1", "-subj", "/CN=127.0.0.1", "-keyout", key, "-out", cert];
  execFileSync("openssl", words, { stdio: "ignore" });
  const made = { key: readFileSync(key), cert: readFileSync(cert) };
  rmSync(folder, { recursive: true });
  return made;
}

const refusesHandshake = () => createTlsServer({}).on("tlsClientError", () => undefined);

/** What the network does to a run, before any publisher is reached. */
export const NETWORK_FAULTS: readonly Fault[] = [
  { what: "nobody listens", ...NOBODY, says: "refused the connection", begin: nobody },
  { what: "names lead nowhere (DNS)", ...NOBODY, says: "has no address", begin: () => live(noSuchName) },
  {
    what: "the name server does not answer",
    ...NOBODY,
    says: "the name server did not answer",
    begin: () => live(silentNameServer),
  },
  {
    what: "names lead into a private network",
    ...NOBODY,
    says: "which is not on the public internet",
    begin: () => live(privateAddress),
  },
  {
    what: "a certificate that nobody vouches for (TLS)",
    ...NOBODY,
    says: "has a certificate that cannot be trusted",
    begin: () =>
      mirroredBy(
        createTlsServer(selfSigned()).on("tlsClientError", () => undefined),
        "https",
      ),
  },
  {
    what: "a TLS handshake that fails",
    ...NOBODY,
    says: "does not agree on an encryption",
    begin: () => mirroredBy(refusesHandshake(), "https"),
  },
];
