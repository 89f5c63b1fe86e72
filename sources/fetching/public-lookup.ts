import { type LookupAddress, lookup as lookUp } from "node:dns";
import type { LookupFunction } from "node:net";
import ipaddr from "ipaddr.js";

/** The name of a publisher leads into a private network: whoever answers for names there may be asking us in. */
export class PrivateAddress extends Error {
  override readonly name = "PrivateAddress";
  readonly code = "ERR_PRIVATE_ADDRESS";
}

/** The addresses of a name, all of them; `dns.lookup` is one. */
export type LookUp = (
  host: string,
  options: { readonly all: true },
  tell: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

/**
 * Looks a publisher's name up, and refuses a name of which any address is not on the public internet. It is the lookup that
 * the connection itself is made with, so nobody can answer otherwise in between.
 */
export function publicLookup(look: LookUp = lookUp): LookupFunction {
  return (host, options, tell) => {
    look(host, { ...options, all: true }, (error, addresses) => {
      if (error !== null) return tell(error, []);
      const stranger = addresses.find(({ address }) => !isPublic(address));
      if (stranger !== undefined) return tell(new PrivateAddress(`${host} is at ${stranger.address}`), []);
      const [first] = addresses;
      if (options.all === true || first === undefined) return tell(null, addresses);
      tell(null, first.address, first.family);
    });
  };
}

/** Whether an address is one of the public internet. */
export function isPublic(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  const range = parsed.range();
  // Networks that speak IPv6 only write an IPv4 address into the last four bytes of one of their own (RFC 6052).
  if (range === "rfc6052") return isPublic(parsed.toByteArray().slice(-4).join("."));
  return range === "unicast";
}
