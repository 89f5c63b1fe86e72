import { crc32, deflateRawSync } from "node:zlib";

/** A member of a zip archive as its headers tell of it, which need not be the truth. */
export type RawMember = {
  readonly name: string;
  /** As it stands in the file. */
  readonly content: Buffer;
  /** 0 = as it is, 8 = deflated. */
  readonly method: number;
  readonly size: number;
  readonly crc: number;
  /** What the member's own header says, where that differs from the directory. */
  readonly localMethod?: number;
};

export function member(name: string, content: Buffer, lies: Partial<RawMember> = {}): RawMember {
  const told = { size: content.length, crc: crc32(content), method: 8 };
  return { name, content: deflateRawSync(content), ...told, ...lies };
}

/** A zip archive byte by byte, with whatever lies its members have. */
export function rawZip(members: readonly RawMember[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const one of members) {
    const local = Buffer.concat([localHeader(one), Buffer.from(one.name), one.content]);
    directory.push(Buffer.concat([directoryHeader(one, offset), Buffer.from(one.name)]));
    parts.push(local);
    offset += local.length;
  }
  const listed = Buffer.concat(directory);
  return Buffer.concat([...parts, listed, directoryEnd(members.length, listed.length, offset)]);
}

function localHeader({ name, content, method, localMethod = method, size, crc }: RawMember): Buffer {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(localMethod, 8);
  header.writeUInt32LE(crc, 14);
  header.writeUInt32LE(content.length, 18);
  header.writeUInt32LE(size, 22);
  header.writeUInt16LE(Buffer.byteLength(name), 26);
  return header;
}

function directoryHeader({ name, content, method, size, crc }: RawMember, offset: number): Buffer {
  const header = Buffer.alloc(46);
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(20, 6);
  header.writeUInt16LE(method, 10);
  header.writeUInt32LE(crc, 16);
  header.writeUInt32LE(content.length, 20);
  header.writeUInt32LE(size, 24);
  header.writeUInt16LE(Buffer.byteLength(name), 28);
  header.writeUInt32LE(offset, 42);
  return header;
}

function directoryEnd(members: number, bytes: number, offset: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(members, 8);
  end.writeUInt16LE(members, 10);
  end.writeUInt32LE(bytes, 12);
  end.writeUInt32LE(offset, 16);
  return end;
}

const LARGE = 64 * 2 ** 20;

/** 64 kilobytes that would unpack to as many megabytes, sixteen times over, honestly told. */
export function zipBomb(): Buffer {
  const one = member("xl/workbook.xml", Buffer.alloc(LARGE));
  return rawZip(
    Array.from({ length: 16 }, (_, index) =>
      index === 0 ? one : { ...one, name: `xl/worksheets/sheet${index}.xml` },
    ),
  );
}

/** The directory says that the member is small. */
export function lyingZipBomb(): Buffer {
  return rawZip([member("xl/workbook.xml", Buffer.alloc(LARGE), { size: 1_000 })]);
}

/** The directory says that the member is not packed; its own header says that it is. */
export function twoFacedZipBomb(): Buffer {
  const content = deflateRawSync(Buffer.alloc(LARGE));
  return rawZip([
    {
      name: "xl/workbook.xml",
      content,
      method: 0,
      localMethod: 8,
      size: content.length,
      crc: crc32(content),
    },
  ]);
}
