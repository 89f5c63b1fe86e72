import { Parser } from "htmlparser2";
import type { DocumentBytes } from "../source.ts";
import { DocumentError } from "./document-error.ts";
import { DEEPEST, refuseTooDeep } from "./parse-tree.ts";

/** What a reader of a large XML document is told, in its order. */
export type XmlEvents = {
  readonly open: (name: string) => void;
  /** Text, and the whole of a CDATA section; one element can have several. */
  readonly text: (words: string) => void;
  readonly close: (name: string) => void;
  /** Where the reader stands: `/ooh/occupation[3]/title`. */
  readonly place: () => string;
};

const CHUNK_BYTES = 2 ** 16;

/**
 * Reads XML in one pass, chunk by chunk: neither its text nor its tree is ever in memory as a whole. Attributes, comments
 * and processing instructions are not read; no entity is known but the five of XML.
 *
 * @throws DocumentError where the bytes are not UTF-8, elements do not close in their order, or stand too deep in others.
 */
export function streamXml({ url, body }: DocumentBytes, events: XmlEvents): void {
  const refuse = (expected: string, found: string): never => {
    throw new DocumentError({ url, locator: events.place(), expected, found });
  };
  let openedAt = -1;
  let depth = 0;
  const parser = new Parser(
    {
      onopentagname: (name) => {
        openedAt = parser.startIndex;
        depth += 1;
        if (depth > DEEPEST) refuseTooDeep(url, events.place());
        events.open(name);
      },
      ontext: (words) => events.text(words),
      onclosetag: (name, isImplied) => {
        // `<a/>` closes where it was opened; any other element needs an end tag of its own.
        if (isImplied && parser.startIndex !== openedAt) refuse(`</${name}>`, "another end tag, or the end");
        depth -= 1;
        events.close(name);
      },
    },
    { xmlMode: true },
  );
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const decode = (bytes?: Uint8Array): string => {
    try {
      return decoder.decode(bytes, { stream: bytes !== undefined });
    } catch {
      return refuse("text in UTF-8", "bytes that are not UTF-8");
    }
  };
  for (let at = 0; at < body.length; at += CHUNK_BYTES)
    parser.write(decode(body.subarray(at, at + CHUNK_BYTES)));
  parser.end(decode());
}
