import { createHash } from "node:crypto";

/** How a response came to us: asked of the publisher, of the operator's mirror, of the sample, or saved by a person. */
export type AcquiredBy = "fetch" | "mirror" | "sample" | "import";

/** One archived response, without its body. */
export type Capture = {
  /** 16 hexadecimal digits that follow from address, time and content. */
  readonly id: string;
  readonly sourceId: string;
  /** The address that was asked for. */
  readonly url: string;
  /** The address that answered. */
  readonly finalUrl: string;
  /** ISO time. */
  readonly fetchedAt: string;
  readonly status: number;
  readonly mediaType: string;
  /** Length of the body, unpacked. */
  readonly bytes: number;
  /** Of the body, unpacked. */
  readonly sha256: string;
  readonly etag: string | undefined;
  readonly lastModified: string | undefined;
  readonly headers: Readonly<Record<string, string>>;
  readonly acquiredBy: AcquiredBy;
};

/** A response that is to be archived. */
export type NewCapture = Omit<Capture, "id" | "bytes" | "sha256"> & { readonly body: Uint8Array };

/** What a response will be in the archive: the same response always gets the same id. */
export function captureOf({ body, ...response }: NewCapture): Capture {
  const sha256 = sha256Of(body);
  const id = captureId(response.url, response.fetchedAt, sha256);
  return { id, ...response, bytes: body.byteLength, sha256 };
}

export function captureId(url: string, fetchedAt: string, sha256: string): string {
  return sha256Of(`${url}\n${fetchedAt}\n${sha256}`).slice(0, 16);
}

export function sha256Of(content: Uint8Array | string): string {
  return createHash("sha256").update(content).digest("hex");
}
