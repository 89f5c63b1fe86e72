import { readFileSync } from "node:fs";
import { join } from "node:path";

const ROOT = join(import.meta.dirname, "../..");

/** The code blocks of a language in a Markdown file, or in the doc comments of a source file; "" for those of none. */
export function codeBlocks(path: string, language: string): readonly string[] {
  const text = readFileSync(join(ROOT, path), "utf8").replaceAll(/^ \* ?/gm, "");
  const blocks = [...text.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)];
  return blocks.filter(([, name]) => name === language).map(([, , code = ""]) => code);
}

/** What an example says that it prints: the words after `//` behind each `console.log`. */
export function printedBy(example: string): readonly string[] {
  return [...example.matchAll(/console\.log\(.*\); \/\/ (.*)$/gm)].map(([, words = ""]) => words);
}
