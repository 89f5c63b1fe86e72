const PROFILE = /^\/ooh\/([a-z0-9-]+)\/([^/]+)\.htm$/;

/** Sections of the site that hold no profiles. */
const NOT_A_GROUP = new Set([
  "about",
  "print",
  "how-to-find-a-job",
  "field-of-degree",
  "images",
  "mobile",
  "search",
]);

/** The address of a profile without query and fragment; `undefined` for any other page. */
export function profileAddress(href: string, baseUrl: string): string | undefined {
  if (!URL.canParse(href, baseUrl)) return undefined;
  const url = new URL(href, baseUrl);
  const [, group, slug] = PROFILE.exec(url.pathname) ?? [];
  if (url.hostname !== "www.bls.gov" || group === undefined || slug === undefined) return undefined;
  if (NOT_A_GROUP.has(group) || slug === "home" || decoded(slug) === undefined) return undefined;
  return `https://www.bls.gov${url.pathname}`;
}

/** `https://www.bls.gov/ooh/healthcare/registered-nurses.htm` → `registered-nurses`. */
export function slugOf(address: string): string | undefined {
  const profile = profileAddress(address, "https://www.bls.gov/");
  const slug = profile === undefined ? undefined : PROFILE.exec(new URL(profile).pathname)?.[2];
  return slug === undefined ? undefined : decoded(slug);
}

/** `undefined` where the escapes are no text. */
function decoded(words: string): string | undefined {
  try {
    return decodeURIComponent(words);
  } catch {
    return undefined;
  }
}
