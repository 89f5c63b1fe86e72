/**
 * Whether two addresses name one document: the same but for http→https, `www.`, a trailing slash, the
 * default port, the fragment and the way in which characters are percent-encoded.
 */
export function isSameDocument(one: URL, other: URL): boolean {
  return essenceOf(one) === essenceOf(other);
}

function essenceOf(url: URL): string {
  const path = url.pathname.split("/").map(reencode).join("/").replace(/\/+$/, "");
  // Query separators stay as they are; only what stands between them is brought to one form.
  const query = url.search.slice(1).replace(/[^&=]+/g, reencode);
  // `URL` has dropped the default port of its scheme, and written the host in lower case.
  return `${url.host.replace(/^www\./, "")}${path}?${query}`;
}

function reencode(text: string): string {
  try {
    return encodeURIComponent(decodeURIComponent(text));
  } catch {
    return text; // not valid percent-encoding: compared as it is
  }
}
