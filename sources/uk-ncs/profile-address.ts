const HOST = "nationalcareers.service.gov.uk";
const PROFILE = /^\/job-profiles\/([^/]+)\/?$/;

/**
 * The one address of a profile, however a link or a sitemap spells it: without query and fragment, with no more
 * percent-encoding than the address needs. `undefined` for any other page.
 */
export function profileAddress(href: string, baseUrl: string): string | undefined {
  if (!URL.canParse(href.trim(), baseUrl)) return undefined;
  const url = new URL(href.trim(), baseUrl);
  const slug = decoded(PROFILE.exec(url.pathname)?.[1] ?? "");
  if (url.hostname.replace(/^www\./, "") !== HOST || !/^https?:$/.test(url.protocol)) return undefined;
  // A slash or a dot segment in the slug would lead to another page once it is decoded.
  if (slug === undefined || slug.trim() === "" || slug.includes("/") || /^\.{1,2}$/.test(slug))
    return undefined;
  return new URL(`https://${HOST}/job-profiles/${encodeURIComponent(slug)}`).href;
}

/** `https://nationalcareers.service.gov.uk/job-profiles/barrister%27s-clerk` → `barrister's-clerk`. */
export function slugOf(address: string): string | undefined {
  const profile = profileAddress(address, `https://${HOST}/`);
  const slug = profile === undefined ? undefined : PROFILE.exec(new URL(profile).pathname)?.[1];
  return slug === undefined ? undefined : decoded(slug);
}

/** `undefined` where the escapes are no text. */
export function decoded(words: string): string | undefined {
  try {
    return decodeURIComponent(words);
  } catch {
    return undefined;
  }
}
