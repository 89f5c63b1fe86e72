import { sendPage } from "../../pipelines/refresh/misbehaviours.ts";
import { zipBomb } from "../bombs.ts";
import type { Fault, Scene } from "./fault.ts";

const ACTORS = "www.bls.gov/ooh/entertainment-and-sports/actors.htm";
const INDEX = "www.bls.gov/ooh/a-z-index.htm";

function edited(what: string, says: string, change: (scene: Scene) => void): Fault {
  const begin: Fault["begin"] = (scene) => {
    change(scene);
    return { end: () => scene.upstream.restore() };
  };
  return { what, exit: 3, says, carried: ["us-ooh"], begin };
}

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** What is whole, of the right type, and not what it was. */
export const DOCUMENT_FAULTS: readonly Fault[] = [
  edited("a page has a new layout", "actors.htm: at", ({ upstream }) =>
    upstream.edit(ACTORS, (text) => text.replaceAll('id="quickfacts"', 'id="at-a-glance"')),
  ),
  edited("a figure jumps", "jumping-values", ({ upstream }) =>
    upstream.edit(ACTORS, (text) => text.replaceAll("$23.33", "$93.33")),
  ),
  edited("the index lists fewer pages", "no longer listed", ({ upstream }) =>
    upstream.edit(INDEX, (text) => text.replace(/<li>(?:(?!<\/li>).)*actors\.htm.*?<\/li>/gs, "")),
  ),
  {
    what: "a workbook that is a zip bomb",
    exit: 3,
    says: "bytes unpacked at most",
    carried: ["us-soc"],
    begin: ({ upstream }) => {
      upstream.misbehave(/soc_structure_2018\.xlsx$/, (response) => {
        response.writeHead(200, { "content-type": XLSX }).end(zipBomb());
      });
      return undefined;
    },
  },
  {
    what: "a page with elements in elements, 100,000 deep",
    exit: 3,
    says: "elements in elements",
    carried: ["us-ooh"],
    begin: ({ upstream }) => {
      upstream.misbehave(/actors\.htm$/, (response, text) =>
        sendPage(response, text.replace("</body>", `${"<div>".repeat(100_000)}</body>`)),
      );
      return undefined;
    },
  },
];
