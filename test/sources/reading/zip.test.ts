import { deflateRawSync } from "node:zlib";
import AdmZip from "adm-zip";
import { describe, expect, test } from "vitest";
import { DocumentError } from "../../../sources/reading/document-error.ts";
import { openWorkbook } from "../../../sources/reading/workbook.ts";
import { openZip } from "../../../sources/reading/zip.ts";
import { lyingZipBomb, twoFacedZipBomb, zipBomb } from "../../hostile/bombs.ts";

const URL = "https://www.ons.gov.uk/file?uri=/ashe.zip";

function zipOf(members: Readonly<Record<string, Buffer | string>>): Buffer {
  const zip = new AdmZip();
  for (const [name, content] of Object.entries(members)) zip.addFile(name, Buffer.from(content));
  return zip.toBuffer();
}

/** A stored size in the central directory that is not that of the content. */
function withDeclaredSize(zip: Buffer, size: number): Buffer {
  const lying = Buffer.from(zip);
  const directory = lying.lastIndexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
  lying.writeUInt32LE(size, directory + 24);
  return lying;
}

describe("a zip archive", () => {
  test("has its members by their base names, folders left out", () => {
    const { members } = openZip(zipOf({ "oesm24nat/": "", "oesm24nat/table.xlsx": "x", "b.txt": "y" }), URL);
    expect(members.map(({ name, read }) => [name, read().toString()])).toEqual([
      ["b.txt", "y"],
      ["table.xlsx", "x"],
    ]);
  });

  test.each([
    ["cut off", zipOf({ "a.txt": "a".repeat(1000) }).subarray(0, 60)],
    ["no zip at all", Buffer.from("a,b\n1,2\n")],
    ["empty", Buffer.alloc(0)],
  ])("that is %s is refused with its address", (_, body) => {
    expect(() => openZip(body, URL)).toThrow(DocumentError);
    expect(() => openZip(body, URL)).toThrow(
      /ashe\.zip: at the whole archive: expected a zip archive, found/,
    );
  });

  test("whose member was damaged is refused with the member's name", () => {
    const body = zipOf({ "a/table.txt": "b".repeat(10) });
    const at = body.indexOf(deflateRawSync("b".repeat(10)).subarray(0, 4));
    body.writeUInt8(body.readUInt8(at + 1) ^ 0xff, at + 1);
    const { members } = openZip(body, URL);
    expect(() => members[0]?.read()).toThrow(/at a\/table\.txt: expected a whole member, found/);
  });

  test("that would unpack to more than any real one is refused before it is unpacked", () => {
    const body = withDeclaredSize(zipOf({ "bomb.txt": "small" }), 0x7fffffff);
    expect(() => openZip(body, URL)).toThrow(/expected 268435456 bytes unpacked at most, found 2147483647/);
  });

  test("whose member unpacks to more than its directory says ends there", () => {
    const body = withDeclaredSize(zipOf({ "bomb.txt": Buffer.alloc(20 * 2 ** 20) }), 1_000);
    const { members } = openZip(body, URL);
    expect(() => members[0]?.read()).toThrow(/at bomb\.txt: expected a whole member, found/);
  });

  test("with more members than any real one is refused", () => {
    const many = Object.fromEntries(Array.from({ length: 2_001 }, (_, at) => [`${at}.txt`, ""]));
    expect(() => openZip(zipOf(many), URL)).toThrow(/expected 2000 members at most, found 2001/);
  });

  test("that is encrypted is refused", () => {
    const zip = new AdmZip();
    zip.addFile("secret.txt", Buffer.from("words"));
    const body = zip.toBuffer();
    const directory = body.lastIndexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
    body.writeUInt16LE(body.readUInt16LE(directory + 8) | 1, directory + 8);
    expect(() => openZip(body, URL).members[0]?.read()).toThrow(/found an encrypted one/);
  });
});

describe("a workbook that is a bomb", () => {
  test.each([
    ["as its directory says", zipBomb(), "bytes unpacked at most"],
    ["whatever its directory says", lyingZipBomb(), "expected a whole member"],
    ["in the words of its member only", twoFacedZipBomb(), "packed otherwise than the directory says"],
  ])("%s is refused before it is unpacked", (_, body, words) => {
    expect(() => openWorkbook({ url: URL, name: "table.xlsx", body })).toThrow(words);
  });
});
