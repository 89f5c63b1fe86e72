import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";

/** What a data file of the site hands over, as its script does it in a browser. */
export function unpacked(folder: string, name: string): string {
  const script = readFileSync(join(folder, `report/data/${name}.js`), "utf8");
  const [, told, packed = ""] = /^occupations\("([a-z0-9-]+)", "([A-Za-z0-9+/=]+)"\);\n$/.exec(script) ?? [];
  if (told !== name) throw new Error(`report/data/${name}.js is no data file of that name.`);
  return gunzipSync(Buffer.from(packed, "base64")).toString("utf8");
}
