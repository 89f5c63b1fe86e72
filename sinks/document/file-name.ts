/** Where an occupation's document lies below `json/`: its id, percent-encoded where a file name cannot say it. */
export function documentPath({ scheme, code }: { readonly scheme: string; readonly code: string }): string {
  const name = encodeURIComponent(code).replaceAll("*", "%2A").replace(/^\./, "%2E");
  return `${scheme}/${name}.json`;
}
