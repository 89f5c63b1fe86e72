/** The headers that tell something about a document or its publisher; cookies are not among them. */
const names = [
  "age",
  "cache-control",
  "content-disposition",
  "content-encoding",
  "content-language",
  "content-length",
  "content-type",
  "date",
  "etag",
  "expires",
  "last-modified",
  "retry-after",
  "server",
  "vary",
  "via",
];

export function selectedHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  const selected: Record<string, string> = {};
  for (const name of names) {
    const value = headers[name];
    if (value !== undefined) selected[name] = value;
  }
  return selected;
}
