/** Addresses within the site: `#/us-ooh/registered-nurses`, and `#/us-ooh/registered-nurses/pay` for a part of it. */
export function addressOf(id: string, part?: string): string {
  const path = id.split("/").map(encodeURIComponent).join("/");
  return `#/${path}${part === undefined ? "" : `/${part}`}`;
}

/** What an address asks for. */
export type Route =
  | { readonly kind: "search"; readonly query: URLSearchParams }
  | { readonly kind: "occupation"; readonly id: string; readonly part: string | undefined }
  | { readonly kind: "page"; readonly name: string; readonly query: URLSearchParams };

export function routeFrom(hash: string): Route {
  const [path = "", search = ""] = hash.replace(/^#?\/?/, "").split("?");
  const query = new URLSearchParams(search);
  const [first = "", second, part] = path.split("/").map(decoded);
  if (second !== undefined && second !== "") return { kind: "occupation", id: `${first}/${second}`, part };
  return first === "" ? { kind: "search", query } : { kind: "page", name: first, query };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part; // a stray percent sign
  }
}
