import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import AdmZip from "adm-zip";
import { expect, test } from "vitest";
import { openWorkbook } from "../../../sources/reading/workbook.ts";
import { openZip } from "../../../sources/reading/zip.ts";
import { packDocument } from "../../../sources/sample/packed-document.ts";
import { temporaryFolder } from "../../sinks/temporary-folder.ts";

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder();
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(join(folder, file, ".."), { recursive: true });
    writeFileSync(join(folder, file), content);
  }
  return folder;
}

async function packed(path: string): Promise<Buffer> {
  const body = await packDocument(path);
  if (body === undefined) throw new Error(`${path} is not packed.`);
  return body;
}

const WORKBOOK = JSON.stringify({
  sheets: {
    Notes: [["Read me"]],
    All: [
      ["Description", "Code", "Median"],
      ["Chefs", "5434", 12.5],
      [null, null, "x"],
    ],
    "Part-Time": [["Description"]],
  },
});

test.each(["table.xlsx", "table.xlsm", "table.xls"])(
  "%s.json is a workbook with its sheets in order",
  async (name) => {
    const body = await packed(join(folderWith({ [`${name}.json`]: WORKBOOK }), name));
    const book = openWorkbook({ url: "https://www.ons.gov.uk/", name, body });
    expect(book.sheetNames).toEqual(["Notes", "All", "Part-Time"]);
    const all = book.sheet("All");
    expect([0, 1, 2].map((row) => [0, 1, 2].map((column) => all.value(row, column)))).toEqual([
      ["Description", "Code", "Median"],
      ["Chefs", "5434", 12.5],
      [undefined, undefined, "x"],
    ]);
  },
);

test("a folder .zip holds files and workbooks, and gives the same bytes each time", async () => {
  const folder = folderWith({
    "tables.zip/Table 1   2024.xlsx.json": WORKBOOK,
    "tables.zip/readme.txt": "Read me",
  });
  const body = await packed(join(folder, "tables.zip"));
  const { members } = openZip(body, "https://www.ons.gov.uk/");
  expect(members.map(({ name }) => name)).toEqual(["readme.txt", "Table 1   2024.xlsx"]);
  expect(members[0]?.read().toString()).toBe("Read me");
  expect(await packed(join(folder, "tables.zip"))).toEqual(body);
});

test("folders in a folder .zip are folders of the archive", async () => {
  const folder = folderWith({ "oesm24nat.zip/oesm24nat/national_M2024_dl.xlsx.json": WORKBOOK });
  const archive = new AdmZip(await packed(join(folder, "oesm24nat.zip")));
  expect(archive.getEntries().map(({ entryName }) => entryName)).toEqual([
    "oesm24nat/national_M2024_dl.xlsx",
  ]);
});

test.each(["nurse.html", "none.xlsx", "none.zip", ""])("nothing is packed at %j", async (path) => {
  const folder = folderWith({ "nurse.html": "<h1>Nurse</h1>" });
  expect(await packDocument(join(folder, path))).toBeUndefined();
});
