import { CFB } from "@e965/xlsx";

/** The words of a sheet's cells, row by row; read from the records of the file, not by the library that the program uses. */
export type XlsRows = readonly (readonly string[])[];

const RECORD = { boundSheet: 0x85, sst: 0xfc, continued: 0x3c, labelSst: 0xfd, end: 0x0a };

type Record = { readonly type: number; readonly data: Buffer; readonly at: number };

/** The sheets of an `.xls` file by their names. Only shared strings are read: the file has no other cells. */
export function readXlsAgain(body: Buffer): (sheet: string) => XlsRows {
  const file = CFB.read(body, { type: "buffer" }) as unknown as {
    FileIndex: { name: string; content: Uint8Array }[];
  };
  const stream = Buffer.from(file.FileIndex.find(({ name }) => name === "Workbook")?.content ?? []);
  const records = recordsOf(stream);
  const strings = sharedStrings(records);
  return (sheet) => {
    const start = records
      .filter(({ type }) => type === RECORD.boundSheet)
      .find(({ data }) => textAt(data, 8, data[6] ?? 0, (data[7] ?? 0) === 1) === sheet)
      ?.data.readUInt32LE(0);
    const rows: string[][] = [];
    for (const { type, data } of records.slice(records.findIndex(({ at }) => at === start))) {
      if (type === RECORD.end) break;
      if (type !== RECORD.labelSst) continue;
      const row = data.readUInt16LE(0);
      while (rows.length <= row) rows.push([]);
      const cells = rows[row] ?? [];
      cells[data.readUInt16LE(2)] = strings[data.readUInt32LE(6)] ?? "";
    }
    return rows;
  };
}

function recordsOf(stream: Buffer): Record[] {
  const records: Record[] = [];
  for (let at = 0; at + 4 <= stream.length; ) {
    const length = stream.readUInt16LE(at + 2);
    records.push({ type: stream.readUInt16LE(at), data: stream.subarray(at + 4, at + 4 + length), at });
    at += 4 + length;
  }
  return records;
}

function textAt(data: Buffer, at: number, characters: number, isWide: boolean): string {
  return isWide
    ? data.toString("utf16le", at, at + 2 * characters)
    : data.toString("latin1", at, at + characters);
}

/** A string may go on in the next record, which then says anew how wide its characters are. */
function sharedStrings(records: readonly Record[]): string[] {
  const first = records.findIndex(({ type }) => type === RECORD.sst);
  const parts = [records[first]?.data ?? Buffer.alloc(0)];
  for (let at = first + 1; records[at]?.type === RECORD.continued; at++)
    parts.push(records[at]?.data ?? Buffer.alloc(0));
  let [part, at] = [0, 8];
  const here = () => parts[part] ?? Buffer.alloc(0);
  const onwards = () => {
    if (at < here().length) return;
    part++;
    at = 0;
  };
  const strings: string[] = [];
  const count = here().readUInt32LE(4);
  while (strings.length < count) {
    onwards();
    let left = here().readUInt16LE(at);
    const flags = here()[at + 2] ?? 0;
    at += 3;
    const runs = flags & 8 ? here().readUInt16LE(at) : 0;
    if (flags & 8) at += 2;
    const extended = flags & 4 ? here().readUInt32LE(at) : 0;
    if (flags & 4) at += 4;
    let isWide = (flags & 1) === 1;
    let words = "";
    while (left > 0) {
      if (at >= here().length) {
        onwards();
        isWide = ((here()[at] ?? 0) & 1) === 1;
        at++;
      }
      const fitting = Math.min(left, Math.floor((here().length - at) / (isWide ? 2 : 1)));
      words += textAt(here(), at, fitting, isWide);
      at += fitting * (isWide ? 2 : 1);
      left -= fitting;
    }
    for (let skipped = 4 * runs + extended; skipped > 0; ) {
      onwards();
      const step = Math.min(skipped, here().length - at);
      at += step;
      skipped -= step;
    }
    strings.push(words);
  }
  return strings;
}
