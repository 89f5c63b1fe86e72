import { Parser } from "htmlparser2";
import { isHtmlType } from "./media-type.ts";

/** What an HTML page says that it is; each the first of its kind outside comments and scripts. */
export type PageSigns = {
  readonly title: string | undefined;
  readonly heading: string | undefined;
  readonly canonical: string | undefined;
};

/** All three stand near the beginning; the real pages have their `h1` after some 40 kB of menus. */
const searchedBytes = 262_144;
const stepBytes = 16_384;
/** Parsers take time that grows with the square of the depth; the deepest real page has 19 levels. */
const searchedDepth = 512;

/** Reads on until all signs are there, and no further. */
export function readPageSigns(body: Uint8Array): PageSigns {
  const found: { title?: string; heading?: string; canonical?: string } = {};
  let open: { name: string; text: string } | undefined;
  let depth = 0;
  const parser = new Parser({
    onopentag(name, attributes) {
      depth += 1;
      if ((name === "title" && found.title === undefined) || (name === "h1" && found.heading === undefined)) {
        open ??= { name, text: "" };
      }
      const isCanonical = name === "link" && attributes.rel?.toLowerCase().split(/\s+/).includes("canonical");
      if (isCanonical && attributes.href !== undefined) found.canonical ??= attributes.href.trim();
    },
    ontext(text) {
      if (open !== undefined) open.text += text;
    },
    onclosetag(name) {
      depth -= 1;
      if (open?.name !== name) return;
      found[name === "title" ? "title" : "heading"] = open.text.replace(/\s+/g, " ").trim();
      open = undefined;
    },
  });
  const decoder = new TextDecoder();
  const end = Math.min(body.length, searchedBytes);
  for (let start = 0; start < end && depth <= searchedDepth; start += stepBytes) {
    parser.write(decoder.decode(body.subarray(start, Math.min(end, start + stepBytes)), { stream: true }));
    if (found.title !== undefined && found.heading !== undefined && found.canonical !== undefined) break;
  }
  return { title: found.title, heading: found.heading, canonical: found.canonical };
}

/** A page of HTML, whatever it is called: block pages and error pages also come in place of data. */
export function isHtmlPage(mediaType: string, body: Uint8Array): boolean {
  if (isHtmlType(mediaType)) return true;
  const start = Buffer.from(body.subarray(0, 1024)).toString("utf8");
  return /^\uFEFF?(?:\s|<\?xml[^>]*>|<!--.*?-->)*<(?:!doctype\s+html|html|head|body)\b/is.test(start);
}
