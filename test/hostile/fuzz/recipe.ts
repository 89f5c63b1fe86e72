import AdmZip from "adm-zip";
import fc from "fast-check";

/** One change of bytes; `at`, `length` and `to` are shares of the document's length, in millionths. */
type Change = {
  readonly what: "flip" | "cut" | "drop" | "repeat" | "swap" | "noise" | "insert" | "number" | "nest";
  readonly at: number;
  readonly length: number;
  readonly to: number;
  readonly words: string;
  readonly noise: Uint8Array;
};

/** How a hostile document is made of a real one. */
export type Recipe = {
  readonly document: number;
  /** Nothing of the real one is left. */
  readonly random: Uint8Array | undefined;
  /** Of a zip archive: the member that is changed inside, or what is done to the archive. */
  readonly member: number;
  readonly archive: "inside" | "rename" | "remove" | "double" | "bytes";
  readonly changes: readonly Change[];
};

const MILLION = 1_000_000;

/** What parsers, and languages with prototypes, have stumbled over before. */
const WORDS: readonly string[] = [
  "__proto__",
  "constructor",
  "prototype",
  "toString",
  "hasOwnProperty",
  "\0",
  "\uFEFF",
  "\u202E",
  "\u0130",
  "\u{1F469}\u200D\u{1F680}",
  "<!--",
  "-->",
  "<![CDATA[",
  "]]>",
  "<!DOCTYPE x [<!ENTITY y SYSTEM 'file:///etc/passwd'>]>",
  "&y;",
  "&#x110000;",
  "&#0;",
  "<script>",
  "</table>",
  "<td colspan='1000000' rowspan='1000000'>",
  `<a href="${"x".repeat(70_000)}">`,
  "<td>".repeat(3_000),
  "<b>".repeat(3_000),
  "javascript:alert(1)",
  "../../../etc/passwd",
  "https://user:secret@example.org:99999/",
  "%",
  "%00%ff",
  "9".repeat(400),
  "-1",
  "1e999",
  "NaN",
  "$",
  "£",
  "1,2,3,4",
  "٣",
  "A1:XFD1048576",
  " ".repeat(50_000),
  "a ".repeat(25_000),
];

const share = fc.nat(MILLION);

const change: fc.Arbitrary<Change> = fc.record({
  what: fc.constantFrom(
    "flip",
    "number",
    "number",
    "insert",
    "insert",
    "drop",
    "repeat",
    "swap",
    "noise",
    "nest",
    "cut",
  ),
  at: share,
  length: fc.oneof({ weight: 5, arbitrary: fc.nat(300) }, { weight: 1, arbitrary: share }),
  to: share,
  words: fc.oneof(fc.constantFrom(...WORDS), fc.string({ unit: "binary" })),
  noise: fc.uint8Array({ maxLength: 64 }),
});

export const recipe: fc.Arbitrary<Recipe> = fc.record({
  document: fc.nat(1_000),
  random: fc.option(fc.uint8Array({ maxLength: 4_096 }), { nil: undefined, freq: 20 }),
  member: fc.nat(1_000),
  archive: fc.constantFrom("inside", "inside", "inside", "inside", "rename", "remove", "double", "bytes"),
  changes: fc.array(change, { minLength: 1, maxLength: 3 }),
});

/** The hostile document. */
export function applied({ random, member, archive, changes }: Recipe, body: Uint8Array): Buffer {
  if (random !== undefined) return Buffer.from(random);
  const bytes = Buffer.from(body);
  const isZip = bytes.readUInt32BE(0) === 0x504b0304;
  return isZip && archive !== "bytes"
    ? changedArchive(bytes, member, archive, changes)
    : changed(bytes, changes);
}

/** Also of an archive in an archive: a workbook in a zip file. */
function changedArchive(
  bytes: Buffer,
  member: number,
  how: Exclude<Recipe["archive"], "bytes">,
  changes: readonly Change[],
): Buffer {
  const zip = new AdmZip(bytes);
  const entries = zip.getEntries();
  const entry = entries[member % entries.length];
  const [first] = changes;
  if (entry === undefined || first === undefined) return bytes;
  const content = entry.getData();
  const isNested = content.length > 4 && content.readUInt32BE(0) === 0x504b0304;
  if (isNested) zip.updateFile(entry, changedArchive(content, Math.floor(member / 7), how, changes));
  else if (how === "inside") zip.updateFile(entry, changed(content, changes));
  else if (how === "remove") zip.deleteFile(entry);
  else zip.addFile(how === "double" ? `x/${entry.entryName}` : first.words.slice(0, 60_000) || "x", content);
  if (how === "rename" && !isNested) zip.deleteFile(entry);
  return zip.toBuffer();
}

function changed(bytes: Buffer, changes: readonly Change[]): Buffer {
  return changes.reduce((before, one) => (before.length === 0 ? before : changedOnce(before, one)), bytes);
}

function changedOnce(bytes: Buffer, { what, at, length, to, words, noise }: Change): Buffer {
  const place = (millionths: number) => Math.floor((millionths / MILLION) * (bytes.length - 1));
  const start = place(at);
  const end = Math.min(bytes.length, start + 1 + Math.min(place(length), 50_000));
  const [head, piece, tail] = [bytes.subarray(0, start), bytes.subarray(start, end), bytes.subarray(end)];
  switch (what) {
    case "flip":
      return Buffer.concat([
        head,
        Buffer.from([(piece[0] ?? 0) ^ (1 << (to % 8))]),
        bytes.subarray(start + 1),
      ]);
    case "cut":
      return Buffer.from(head);
    case "drop":
      return Buffer.concat([head, tail]);
    case "repeat":
      return Buffer.concat([head, piece, piece, tail]);
    case "swap": {
      const other = Buffer.concat([head, tail]);
      const there = Math.min(other.length, place(to));
      return Buffer.concat([other.subarray(0, there), piece, other.subarray(there)]);
    }
    case "noise":
      return Buffer.concat([head, noise, tail.subarray(0)]);
    case "insert":
      return Buffer.concat([head, Buffer.from(words), piece, tail]);
    case "number":
      return withNumber(bytes, start, words);
    case "nest":
      return Buffer.concat([head, Buffer.from("<div>".repeat(1 + (to % 3_000))), piece, tail]);
  }
}

/** The next number after a place becomes something else. */
function withNumber(bytes: Buffer, from: number, words: string): Buffer {
  const text = bytes.toString("latin1", from, from + 20_000);
  const found = /\d[\d,.]*/.exec(text);
  if (found === null) return bytes;
  const at = from + found.index;
  return Buffer.concat([bytes.subarray(0, at), Buffer.from(words), bytes.subarray(at + found[0].length)]);
}
