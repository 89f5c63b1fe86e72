import { z } from "zod";
import { DocumentError, quoted } from "../reading/document-error.ts";
import type { DocumentBytes } from "../source.ts";
import { type LmiRequest, requestOf } from "./request.ts";

/** A recording of a request and its answer: what test suites of the API's users kept. */
const recording = z.strictObject({
  request_uri: z.string(),
  status: z.strictObject({ code: z.int(), message: z.string() }),
  response_headers: z.record(z.string(), z.string()),
  recorded_at: z.string().nullable(),
  source: z.string(),
  body: z.unknown(),
});

/** The JSON pointer to a whole document is empty; a place has a name. */
export const WHOLE_DOCUMENT = "the whole document";

/** What the API answered, and where in the document the answer begins (a JSON pointer, RFC 6901). */
export type Answer = {
  readonly url: string;
  readonly request: LmiRequest;
  readonly value: unknown;
  readonly at: string;
};

/**
 * Opens a document, which is a recording or the bare answer.
 *
 * @throws DocumentError where the recording is of another request, or the API answered with an error or with nothing.
 */
export function openAnswer(document: DocumentBytes): Answer {
  const { url } = document;
  const request = requestOf(url);
  if (request === undefined)
    refuse(url, "", "the answer to a request that the API is known to answer", quoted(url));
  const content = jsonOf(document);
  const answer = isRecording(content)
    ? recordedAnswer(url, request, content)
    : { url, request, value: content, at: "" };
  refuseError(answer);
  return answer;
}

/** @throws DocumentError always. */
export function refuse(url: string, locator: string, expected: string, found: string): never {
  throw new DocumentError({ url, locator: locator || WHOLE_DOCUMENT, expected, found });
}

/** The answer, or a part of it, as `schema` knows it. @throws DocumentError */
export function shaped<T>(answer: Answer, schema: z.ZodType<T>): T {
  return checked(answer.url, answer.at, schema, answer.value);
}

function checked<T>(url: string, at: string, schema: z.ZodType<T>, value: unknown): T {
  const { data, error } = schema.safeParse(value);
  if (error === undefined) return data;
  const [problem] = error.issues;
  const steps = problem?.path ?? [];
  const found = steps.reduce<unknown>((whole, step) => (whole as Record<PropertyKey, unknown>)[step], value);
  const expected = `the answer that the API is known to give (${problem?.message})`;
  return refuse(url, [at, ...steps.map(String)].join("/"), expected, quoted(JSON.stringify(found) ?? ""));
}

function jsonOf({ url, body }: DocumentBytes): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(body));
  } catch {
    const beginning = Buffer.from(body.subarray(0, 160)).toString("utf8");
    return refuse(url, "", "JSON", quoted(beginning));
  }
}

function isRecording(content: unknown): content is object {
  return typeof content === "object" && content !== null && "request_uri" in content;
}

function recordedAnswer(url: string, request: LmiRequest, content: object): Answer {
  const { request_uri, status, body } = checked(url, "", recording, content);
  if (requestOf(request_uri)?.address !== request.address)
    refuse(url, "/request_uri", `a recording of ${request.address}`, quoted(request_uri));
  if (status.code !== 200)
    refuse(
      url,
      "/status/code",
      "an answer with status 200",
      `${status.code}, ${quoted(JSON.stringify(body) ?? "")}`,
    );
  return { url, request, value: body, at: "/body" };
}

function refuseError({ url, value, at }: Answer): void {
  if (value === "" || value === null || value === undefined)
    refuse(url, at, "an answer (the API answers a code that it does not know with nothing)", "nothing");
  if (typeof value === "object" && "error" in value)
    refuse(url, `${at}/error`, "an answer", `an error: ${quoted(`${value.error}`)}`);
}
