/**
 * "Town planner (rural, urban), planning officer" → two titles: a comma inside parentheses separates none. Titles that
 * are repeated come once. A parenthesis that is not closed closes with the words.
 */
export function alternativeTitlesOf(words: string): string[] {
  const titles: string[] = [];
  let depth = 0;
  let title = "";
  for (const letter of words) {
    if (letter === "(") depth++;
    if (letter === ")") depth = Math.max(0, depth - 1);
    if (letter === "," && depth === 0) {
      titles.push(title.trim());
      title = "";
    } else title += letter;
  }
  titles.push(title.trim());
  return [...new Set(titles.filter((one) => one !== ""))];
}
