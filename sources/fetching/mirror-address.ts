/** `https://host/path?query` → `<mirror>/host/path?query`; without a mirror, the address itself. */
export function askedAddress(real: URL, mirror: URL | undefined): URL {
  return mirror === undefined ? real : new URL(`${rootOf(mirror)}${real.host}${real.pathname}${real.search}`);
}

/**
 * The real address that a `Location` names. Mirrors pass on the publisher's own (absolute, or relative to the
 * real page); one that redirects on its own account names itself, and is translated back.
 */
export function realAddress(
  location: string,
  from: URL,
  mirror: URL | undefined,
  isKnownHost: (host: string) => boolean,
): URL | undefined {
  const real = resolved(location, from);
  if (mirror === undefined) return real;
  const asked = resolved(location, askedAddress(from, mirror));
  const root = rootOf(mirror);
  if (asked?.href.startsWith(root)) {
    const [, host = "", rest = "/"] = /^([^/?#]*)(.*)$/.exec(asked.href.slice(root.length)) ?? [];
    if (isKnownHost(host)) return new URL(`${from.protocol}//${host}${rest}`);
  }
  return real;
}

function resolved(location: string, base: URL): URL | undefined {
  return URL.canParse(location, base.href) ? new URL(location, base.href) : undefined;
}

/** With one slash at its end; query and fragment of a mirror's address mean nothing. */
function rootOf(mirror: URL): string {
  return `${mirror.origin}${mirror.pathname.replace(/\/*$/, "/")}`;
}
