import { isSendable } from "./ask-host.ts";
import type { Attempted, FetchFailure } from "./fetch-failure.ts";
import type { FetchedResponse, FetchRequest } from "./fetcher.ts";
import { parseMediaType } from "./media-type.ts";
import type { FoundAnswer } from "./redirects.ts";
import { blocked } from "./refusals.ts";
import { selectedHeaders } from "./selected-headers.ts";
import { type BodyFault, faultOf } from "./whole-body.ts";

/** The document that was asked for, or the publisher's word that it has not changed. */
export type Document = FetchedResponse | "unchanged";

export type DocumentContext = {
  readonly url: URL;
  readonly request: FetchRequest;
  readonly hasContact: boolean;
  readonly now: Date;
};

/** Decides whether a 200 or a 304 is what was asked for. */
export function documentFrom(found: FoundAnswer, context: DocumentContext): Attempted<Document> {
  const { answer, url: finalUrl } = found;
  const { url, request, hasContact, now } = context;
  if (answer.status === 304) return isConditional(request) ? { wanted: "unchanged" } : { failure: lie(url) };
  const contentType = answer.headers["content-type"] ?? "";
  const fault = faultOf(
    { url, contentType, body: answer.body, isDelimited: answer.isDelimited },
    request.expectation,
  );
  if (fault !== undefined) return { failure: faultFailure(url, answer.status, fault, hasContact) };
  return {
    wanted: {
      url: request.url,
      finalUrl: finalUrl.href === url.href ? request.url : finalUrl.href,
      status: answer.status,
      mediaType: parseMediaType(contentType).mediaType,
      body: answer.body,
      headers: selectedHeaders(answer.headers),
      validators: { etag: answer.headers.etag, lastModified: answer.headers["last-modified"] },
      fetchedAt: now.toISOString(),
    },
  };
}

function isConditional({ validators }: FetchRequest): boolean {
  return isSendable(validators?.etag) || isSendable(validators?.lastModified);
}

function lie(url: URL): FetchFailure {
  const message = `${url.href} was answered with “not modified” (304), although it was asked for without conditions. There is no body, and nothing to keep. Resume later; if this goes on, look at the site in a browser.`;
  return { kind: "status", status: 304, message, again: "no" };
}

function faultFailure(url: URL, status: number, fault: BodyFault, hasContact: boolean): FetchFailure {
  const { kind, what } = fault;
  if (kind === "blocked") return blocked(url, status, what, hasContact);
  const advice = {
    gone: "The document is gone, or its address has changed. Look for it in the publisher's index.",
    "not-whole": "It is thrown away, and the last good capture stays in use. Resume later.",
    "not-the-document":
      "It is thrown away, and the last good capture stays in use. Look at the address in a browser: if the publisher has changed the document for good, what we expect of it must change as well.",
  }[kind];
  const message = `${url.href} ${what}. ${advice}`;
  // Where a cut-off body looked complete to the transfer, the publisher may mean it: one more try is enough.
  return { kind, status, message, again: kind === "not-whole" ? "once" : "no" };
}
