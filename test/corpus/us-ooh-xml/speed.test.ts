import { Parser, parseDocument } from "htmlparser2";
import { describe, expect, it } from "vitest";
import { readCompilation } from "../../../sources/us-ooh-xml/compilation.ts";
import { hasCorpus } from "../us-ooh/corpus.ts";
import { savedCompilation } from "./corpus.ts";

/** Elements whose HTML is read. */
const READ = /^(section_body|section_datatable|citation|summary_(?!state|similar|more).*)$/;

/** The yardstick: the file through the bare streaming parser, and the HTML in it through the bare HTML parser. */
function parseBare(body: Buffer): void {
  const path: string[] = [];
  const html: string[] = [];
  const parser = new Parser(
    {
      onopentagname: (name) => path.push(name),
      onclosetag: () => path.pop(),
      ontext: (words) => {
        if (READ.test(path.at(-1) ?? "") && path.at(-2) !== "state_and_area") html.push(words);
      },
    },
    { xmlMode: true },
  );
  const decoder = new TextDecoder();
  for (let at = 0; at < body.length; at += 2 ** 16)
    parser.write(decoder.decode(body.subarray(at, at + 2 ** 16), { stream: true }));
  parser.end();
  for (const one of html) parseDocument(one);
}

const documentOf = (body: Buffer) => ({
  url: "https://www.bls.gov/ooh/xml-compilation.xml",
  mediaType: "text/xml",
  body,
});

function processorSeconds(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

describe.skipIf(!hasCorpus)("the saved compilation", () => {
  it("takes less than 150 MB more at its peak while it is read", () => {
    const body = savedCompilation();
    const before = process.memoryUsage().rss;
    readCompilation(documentOf(body));
    expect((process.resourceUsage().maxRSS * 1024 - before) / 1e6).toBeLessThan(150);
  });

  it("is read within twice the time of the bare parsers", () => {
    const body = savedCompilation();
    const runs = Array.from({ length: 7 }, () => ({
      bare: processorSeconds(() => parseBare(body)),
      own: processorSeconds(() => readCompilation(documentOf(body))),
    }));
    const fastest = (what: "bare" | "own") => Math.min(...runs.map((run) => run[what]));
    expect(fastest("own") / fastest("bare")).toBeLessThan(2);
  });
});
