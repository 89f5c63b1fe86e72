import { UsageError } from "../errors/usage-error.ts";
import type { World } from "../world.ts";

/** `--mirror http://127.0.0.1:8080` */
export function mirrorUrl(words: string): URL {
  const url = URL.canParse(words) ? new URL(words) : undefined;
  if (url !== undefined && /^https?:$/.test(url.protocol)) return url;
  throw new UsageError(`--mirror is "${words}". It has to be an address such as http://127.0.0.1:8080.`);
}

/** The mailbox that publishers can reach the operator at: as the command says, or as the environment does. */
export function contactFrom({ env }: World, option: string | undefined): string | undefined {
  return option ?? (env.OCCUPATIONS_CONTACT || undefined);
}

/** @throws UsageError where publishers would be asked by nobody whom they know. */
export function requireContact(contact: string | undefined): void {
  if (contact !== undefined) return;
  throw new UsageError(
    "The publishers require a way to reach whoever runs a program: BLS blocks robots without one. Give your mailbox with --contact data@example.org or OCCUPATIONS_CONTACT. Without the internet: --sample.",
    "contact-missing",
  );
}
