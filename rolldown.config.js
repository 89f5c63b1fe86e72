import { readdirSync, readFileSync } from "node:fs";
import { defineConfig } from "rolldown";

const SITE = "sinks/report/site";

/** A part of the site as one classic script: a page that is opened from a folder may load no modules. */
const script = (name, plugins = []) =>
  defineConfig({
    input: `${SITE}/${name}.ts`,
    plugins,
    output: { file: `build/${SITE}/${name}.js`, format: "iife", minify: true, comments: { legal: false } },
  });

/** What is copied as it stands, and the licences of the libraries that the scripts contain. */
const copied = {
  name: "copied-files",
  generateBundle() {
    for (const fileName of ["index.html", "site.css"])
      this.emitFile({ type: "asset", fileName, source: readFileSync(`${SITE}/${fileName}`) });
    this.emitFile({ type: "asset", fileName: "THIRD-PARTY.txt", source: licences() });
  },
};

const LIBRARIES = ["d3-array", "d3-hierarchy", "d3-scale", "marked", "minisearch"];

/** Licences ask for their whole text where the code goes; what a library itself needs is of the same author. */
function licences() {
  return LIBRARIES.map((name) => {
    const folder = `node_modules/${name}`;
    const { version, homepage } = JSON.parse(readFileSync(`${folder}/package.json`, "utf8"));
    const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
    return `${name} ${version}, ${homepage}\n\n${readFileSync(`${folder}/${file}`, "utf8").trim()}\n`;
  }).join("\n----\n\n");
}

export default [script("site", [copied]), script("search"), script("plots")];
