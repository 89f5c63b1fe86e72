import AdmZip from "adm-zip";
import { Parser } from "htmlparser2";

/** Values of a sheet by the address of their cell: `D10`. Blank cells are not in it. */
export type CellsByAddress = ReadonlyMap<string, string | number>;

type Handler = ConstructorParameters<typeof Parser>[0];

/**
 * The cells of a workbook as its XML has them: a second way to read it, which knows nothing of the library that the project
 * reads with.
 */
export function sheetsInXml(body: Buffer): Map<string, CellsByAddress> {
  const zip = new AdmZip(body);
  const text = (path: string) => zip.readAsText(path);
  const targets = new Map<string, string>();
  walk(text("xl/_rels/workbook.xml.rels"), {
    onopentag: (name, { Id, Target }) => {
      if (name === "Relationship" && Id !== undefined && Target !== undefined) targets.set(Id, Target);
    },
  });
  const strings = sharedStrings(text("xl/sharedStrings.xml"));
  const sheets = new Map<string, CellsByAddress>();
  walk(text("xl/workbook.xml"), {
    onopentag: (tag, attributes) => {
      if (tag !== "sheet") return;
      const target = targets.get(attributes["r:id"] ?? "") ?? "";
      const path = target.startsWith("/") ? target.slice(1) : `xl/${target}`;
      sheets.set(attributes.name ?? "", cellsIn(text(path), strings));
    },
  });
  return sheets;
}

function sharedStrings(xml: string): string[] {
  const strings: string[] = [];
  let inText = false;
  walk(xml, {
    onopentag: (name) => {
      if (name === "si") strings.push("");
      inText = name === "t";
    },
    ontext: (text) => {
      if (inText) strings[strings.length - 1] += text;
    },
    onclosetag: () => {
      inText = false;
    },
  });
  return strings;
}

function cellsIn(xml: string, strings: readonly string[]): CellsByAddress {
  const cells = new Map<string, string | number>();
  let address = "";
  let type: string | undefined;
  let words = "";
  let inValue = false;
  walk(xml, {
    onopentag: (name, attributes) => {
      if (name === "c") [address, type, words] = [attributes.r ?? "", attributes.t, ""];
      inValue = name === "v" || name === "t";
    },
    ontext: (text) => {
      if (inValue) words += text;
    },
    onclosetag: (name) => {
      inValue = false;
      if (name !== "c" || words === "") return;
      const value =
        type === "s"
          ? (strings[Number(words)] ?? "")
          : type === undefined || type === "n"
            ? Number(words)
            : words;
      if (value !== "") cells.set(address, value);
    },
  });
  return cells;
}

function walk(xml: string, handler: Partial<Handler>): void {
  const parser = new Parser(handler, { xmlMode: true });
  parser.end(xml);
}
