import { createHash } from "node:crypto";
import base32Encode from "base32-encode";

/** Algorithms by which web archives sign payloads; others are taken on trust. */
const ALGORITHMS: ReadonlySet<string> = new Set(["sha1", "sha256", "sha512", "md5"]);

/**
 * Whether one of these is what a digest was made of; crawlers differ in whether that is the payload as transferred or the
 * content. `digest`: "sha256:" and hexadecimal digits, or "sha1:" and base 32.
 */
export function hasDigest(digest: string, contents: readonly Uint8Array[]): boolean {
  const [name = "", value = ""] = digest.split(/:(.*)/s);
  const algorithm = name.toLowerCase().replace("-", "");
  if (!ALGORITHMS.has(algorithm)) return true;
  return contents.some((content) => isDigestOf(algorithm, value, content));
}

function isDigestOf(algorithm: string, value: string, content: Uint8Array): boolean {
  const hash = createHash(algorithm).update(content).digest();
  const base32 = base32Encode(hash, "RFC4648", { padding: false });
  return value.toLowerCase() === hash.toString("hex") || value.toUpperCase().replace(/=+$/, "") === base32;
}
