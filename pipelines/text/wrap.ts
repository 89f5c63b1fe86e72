/** Breaks a text between words. `first` stands before the first line, `next` before the others. */
export function wrap(text: string, width: number, first = "", next = first): string {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/[ \t\n]+/).filter(Boolean)) {
    const prefix = lines.length === 0 ? first : next;
    if (line !== "" && prefix.length + line.length + 1 + word.length > width) {
      lines.push(prefix + line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  lines.push((lines.length === 0 ? first : next) + line);
  return lines.join("\n");
}
