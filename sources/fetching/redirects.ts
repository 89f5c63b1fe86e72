import type { Answer } from "./exchange.ts";
import type { Attempted, FetchFailure } from "./fetch-failure.ts";
import { realAddress } from "./mirror-address.ts";
import { isNotFoundPath } from "./not-found-page.ts";
import { isSameDocument } from "./same-document.ts";

/** An answer, and the publisher's address at which it was found. */
export type FoundAnswer = { readonly answer: Answer; readonly url: URL };

export type RedirectOptions = {
  readonly mirror: URL | undefined;
  readonly isKnownHost: (host: string) => boolean;
  readonly maximumRedirects: number;
};

export const isRedirect = (status: number): boolean => [301, 302, 303, 307, 308].includes(status);

/** Asks, and follows where it leads, as long as that is the same document under another spelling. */
export async function followRedirects(
  start: URL,
  ask: (url: URL) => Promise<Attempted<Answer>>,
  options: RedirectOptions,
): Promise<Attempted<FoundAnswer>> {
  const trail: URL[] = [start];
  let url = start;
  for (;;) {
    const asked = await ask(url);
    if ("failure" in asked) return asked;
    const answer = asked.wanted;
    if (!isRedirect(answer.status)) return { wanted: { answer, url } };
    const target = realAddress(answer.headers.location ?? "", url, options.mirror, options.isKnownHost);
    if (target === undefined || answer.headers.location === undefined)
      return { failure: nowhere(start, answer) };
    const failure = refusedRedirect(start, trail, target, answer.status, options.maximumRedirects);
    if (failure !== undefined) return { failure };
    trail.push(target);
    url = target;
  }
}

function refusedRedirect(
  start: URL,
  trail: readonly URL[],
  target: URL,
  status: number,
  maximumRedirects: number,
): FetchFailure | undefined {
  const away = { kind: "redirected-away", status, again: "no" } as const;
  if (isNotFoundPath(target.pathname) && !isSameDocument(start, target)) {
    const message = `${start.href} leads to ${target.href}, where the publisher sends those who ask for a page that is not there. The document is gone, or its address has changed; look for it in the publisher's index.`;
    return { ...away, kind: "gone", message };
  }
  if (!isSameDocument(start, target)) {
    const message = `${start.href} leads to ${target.href}, which is another document. It was not followed, because its content would stand in for the one that was asked for. If the document has moved, correct its address.`;
    return { ...away, message, leadsTo: target.href };
  }
  if (start.protocol === "https:" && target.protocol === "http:") {
    const message = `${start.href} leads to ${target.href}, which is not encrypted. It was not followed, because anybody on the way could change the document. Look at the address in a browser.`;
    return { ...away, message };
  }
  if (trail.some((visited) => visited.href === target.href)) {
    const message = `${start.href} leads in a circle, by way of ${target.href}. The document cannot be had at this address. Look at it in a browser; if it has moved, correct its address.`;
    return { ...away, message };
  }
  if (trail.length > maximumRedirects) {
    const message = `${start.href} leads on and on, after ${maximumRedirects} redirects to ${target.href}. The document cannot be had at this address. Look at it in a browser; if it has moved, correct its address.`;
    return { ...away, message };
  }
  return undefined;
}

function nowhere(start: URL, answer: Answer): FetchFailure {
  const message = `${start.href} is redirected (status ${answer.status}) without a usable address. The document cannot be had here. Look at it in a browser; if it has moved, correct its address.`;
  return { kind: "redirected-away", status: answer.status, message, again: "no" };
}
