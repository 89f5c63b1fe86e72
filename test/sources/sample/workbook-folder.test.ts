import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { openWorkbook } from "../../../sources/reading/workbook.ts";
import { openZip } from "../../../sources/reading/zip.ts";
import { packFolder } from "../../../sources/sample/workbook-folder.ts";
import { temporaryFolder } from "../../sinks/temporary-folder.ts";

function folderOf(name: string, files: Readonly<Record<string, string>>): string {
  const folder = join(temporaryFolder(), name);
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(join(folder, file, ".."), { recursive: true });
    writeFileSync(join(folder, file), content);
  }
  return folder;
}

async function packed(folder: string): Promise<Buffer> {
  const body = await packFolder(folder);
  if (body === undefined) throw new Error(`${folder} is not packed.`);
  return body;
}

const SHEETS = {
  "1 Notes.csv": "Read me\n",
  "2 All.csv": "Description,Code,Median\nChefs,'5434,12.5\n,,x\n",
  "10 Part-Time.csv": "Description\n",
};

describe.each(["table.xlsx", "table.xlsm", "table.xls"])("a folder %s", (name) => {
  test("is a workbook with a sheet for each file, in the order of their numbers", async () => {
    const body = await packed(folderOf(name, SHEETS));
    const book = openWorkbook({ url: "https://www.ons.gov.uk/", name, body });
    expect(book.sheetNames).toEqual(["Notes", "All", "Part-Time"]);
    const all = book.sheet("All");
    expect([0, 1, 2].map((row) => [0, 1, 2].map((column) => all.value(row, column)))).toEqual([
      ["Description", "Code", "Median"],
      ["Chefs", "5434", 12.5],
      [undefined, undefined, "x"],
    ]);
  });
});

test("a folder .zip holds files and workbooks, and gives the same bytes each time", async () => {
  const folder = folderOf("tables.zip", {
    "Table 1   2024.xlsx/1 All.csv": "Code\n",
    "readme.txt": "Read me",
  });
  const body = await packed(folder);
  const { members } = openZip(body, "https://www.ons.gov.uk/");
  expect(members.map(({ name }) => name)).toEqual(["readme.txt", "Table 1   2024.xlsx"]);
  expect(members[0]?.read().toString()).toBe("Read me");
  expect(await packed(folder)).toEqual(body);
});

test("files, other folders and nothing at all are not packed", async () => {
  const folder = folderOf("pages", { "nurse.html": "<h1>Nurse</h1>" });
  expect(await packFolder(folder)).toBeUndefined();
  expect(await packFolder(join(folder, "nurse.html"))).toBeUndefined();
  expect(await packFolder(join(folder, "none.xlsx"))).toBeUndefined();
});
