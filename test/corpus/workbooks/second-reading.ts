import AdmZip from "adm-zip";
import { Parser } from "htmlparser2";

/** A sheet read a second time, from the XML of the file: the words of every cell that has any, by its reference. */
export type SecondSheet = ReadonlyMap<string, string>;

/** Opens a workbook without the library that the program reads it with. */
export function readAgain(body: Buffer): (sheet: string) => SecondSheet {
  const zip = new AdmZip(body);
  const member = (name: string) => zip.readAsText(name, "utf8");
  const strings = sharedStrings(member("xl/sharedStrings.xml"));
  const targets = new Map<string, string>();
  onTags(member("xl/_rels/workbook.xml.rels"), "Relationship", ({ Id, Target }) => {
    targets.set(Id ?? "", Target ?? "");
  });
  const sheets = new Map<string, string>();
  onTags(member("xl/workbook.xml"), "sheet", (attributes) => {
    sheets.set(attributes.name ?? "", targets.get(attributes["r:id"] ?? "") ?? "");
  });
  return (sheet) => {
    const target = sheets.get(sheet);
    if (target === undefined) throw new Error(`No sheet “${sheet}”.`);
    return cellsOf(member(`xl/${target.replace(/^\/xl\//, "")}`), strings);
  };
}

function onTags(xml: string, tag: string, seen: (attributes: Record<string, string>) => void): void {
  const parser = new Parser(
    { onopentag: (name, attributes) => (name === tag ? seen(attributes) : undefined) },
    { xmlMode: true },
  );
  parser.end(xml);
}

/** One string for each `si`: the text of its `t`s, but for readings of Japanese. */
function sharedStrings(xml: string): string[] {
  const strings: string[] = [];
  let inside: string | undefined;
  const parser = new Parser(
    {
      onopentag: (name) => {
        if (name === "si") strings.push("");
        inside = name;
      },
      onclosetag: () => {
        inside = undefined;
      },
      ontext: (text) => {
        if (inside === "t") strings[strings.length - 1] += text;
      },
    },
    { xmlMode: true },
  );
  parser.end(xml);
  return strings;
}

function cellsOf(xml: string, strings: readonly string[]): SecondSheet {
  const cells = new Map<string, string>();
  let cell = { reference: "", type: "" };
  let value: string | undefined;
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        if (name === "c") cell = { reference: attributes.r ?? "", type: attributes.t ?? "n" };
        if (name === "v" || name === "t") value = "";
      },
      ontext: (text) => {
        if (value !== undefined) value += text;
      },
      onclosetag: (name) => {
        if ((name === "v" || name === "t") && value !== undefined) {
          cells.set(cell.reference, cell.type === "s" ? (strings[Number(value)] ?? "") : value);
          value = undefined;
        }
      },
    },
    { xmlMode: true },
  );
  parser.end(xml);
  return cells;
}
