import { errors } from "undici";
import type { SecondChance } from "./fetch-failure.ts";
import type { FetchFailureKind } from "./fetcher.ts";
import { PrivateAddress } from "./public-lookup.ts";
import { BodyTooLarge, UnknownPacking } from "./unpack-body.ts";

/** Why an exchange broke off, in words that follow an address: "… was reset". */
export type BrokenExchange = {
  readonly kind: Extract<
    FetchFailureKind,
    "timeout" | "network" | "not-whole" | "not-the-document" | "too-large"
  >;
  readonly what: string;
  readonly again: SecondChance;
};

const timeouts: Readonly<Record<string, string>> = {
  UND_ERR_CONNECT_TIMEOUT: "could not be connected to in time",
  ETIMEDOUT: "could not be connected to in time",
};

const cuts: Readonly<Record<string, string>> = {
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: "sent less than its Content-Length",
  UND_ERR_SOCKET: "closed the connection in the middle of the body",
  ERR_STREAM_PREMATURE_CLOSE: "closed the connection in the middle of the body",
  Z_BUF_ERROR: "sent a gzip stream that is cut off",
  Z_DATA_ERROR: "sent a damaged gzip stream",
};

const passing: Readonly<Record<string, string>> = {
  ECONNRESET: "reset the connection",
  ECONNREFUSED: "refused the connection",
  ECONNABORTED: "aborted the connection",
  EPIPE: "closed the connection",
  UND_ERR_SOCKET: "closed the connection without an answer",
  ENETUNREACH: "cannot be reached from this network",
  EHOSTUNREACH: "cannot be reached from this network",
  EAI_AGAIN: "could not be looked up, because the name server did not answer",
};

const lasting: readonly (readonly [RegExp, string])[] = [
  [/^ENOTFOUND$/, "has no address, because its name is not known"],
  [/^(?:CERT_|UNABLE_TO_|ERR_TLS_CERT_|\w*SELF_SIGNED_CERT)/, "has a certificate that cannot be trusted"],
  [/^(?:ERR_SSL_|EPROTO$)/, "does not agree on an encryption"],
];

/** Our own mistakes, which nobody should take for the publisher's. */
const bugs = new Set([
  "UND_ERR_INVALID_ARG",
  "UND_ERR_INVALID_RETURN_VALUE",
  "UND_ERR_NOT_SUPPORTED",
  "UND_ERR_DESTROYED",
  "UND_ERR_CLOSED",
]);

/** Understands what undici, Node's sockets and zlib throw. @throws the error itself where it is our own mistake */
export function understandBreak(error: unknown, hadHeaders: boolean): BrokenExchange {
  if (error instanceof BodyTooLarge) {
    return { kind: "too-large", what: "sent more than the document may have", again: "no" };
  }
  if (error instanceof UnknownPacking) {
    const what = `packed the body as ${error.message}, although only gzip was offered`;
    return { kind: "not-the-document", what, again: "no" };
  }
  if (error instanceof PrivateAddress) {
    const what = `was not connected to, because ${error.message}, which is not on the public internet`;
    return { kind: "network", what, again: "no" };
  }
  if (error instanceof errors.HTTPParserError) {
    // Undici says so also where the connection was closed between two chunks or two headers.
    const what = "broke off, or sent something that is not HTTP";
    return { kind: hadHeaders ? "not-whole" : "network", what, again: "patiently" };
  }
  const code = codeOf(error);
  if (code === undefined || bugs.has(code)) throw error;
  const timeout = timeouts[code];
  if (timeout !== undefined) return { kind: "timeout", what: timeout, again: "patiently" };
  const cut = hadHeaders ? cuts[code] : undefined;
  if (cut !== undefined) return { kind: "not-whole", what: cut, again: "patiently" };
  const network = passing[code];
  if (network !== undefined) {
    return { kind: "network", what: `${network} (${code})`, again: "patiently" };
  }
  const last = lasting.find(([form]) => form.test(code))?.[1];
  if (last !== undefined) return { kind: "network", what: `${last} (${code})`, again: "no" };
  const detail = error instanceof Error ? error.message : String(error);
  return { kind: "network", what: `failed with ${code}: ${detail}`, again: "no" };
}

function codeOf(error: unknown): string | undefined {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return typeof code === "string" ? code : undefined;
}
