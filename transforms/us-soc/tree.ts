import { DocumentError } from "../../sources/reading/document-error.ts";
import {
  type ClassificationExtract,
  SOC_LEVELS,
  type SocGroup,
} from "../../sources/us-soc/classification-extract.ts";
import { socLevelOf } from "../wording/soc-code.ts";

/** A group with the next wider one; `undefined` for a major group. */
export type PlacedGroup = { readonly group: SocGroup; readonly parent: SocGroup | undefined };

/**
 * The tree, as the order of the rows tells it. The digits alone don't: three minor groups (15-1200, 31-1100, 51-5100) have
 * no 000 at the end, and 29-1221 to 29-1229 stand below 29-1210. They must not contradict the order, though.
 *
 * @throws DocumentError
 */
export function placedGroups({ url, groups }: ClassificationExtract): PlacedGroup[] {
  const above = new Map<SocGroup["level"], SocGroup>();
  let before: SocGroup | undefined;
  return groups.map((group) => {
    const parent = parentOf(group, above, url);
    const level = socLevelOf(group.code.text);
    if (level !== group.level) refuse(url, group, `a code of the level ${group.level}`);
    if (before !== undefined && before.code.text >= group.code.text)
      refuse(url, group, `a code after ${before.code.text}, which stands above`);
    before = group;
    for (const narrower of SOC_LEVELS.slice(SOC_LEVELS.indexOf(group.level))) above.delete(narrower);
    above.set(group.level, group);
    return { group, parent };
  });
}

function parentOf(
  group: SocGroup,
  above: ReadonlyMap<SocGroup["level"], SocGroup>,
  url: string,
): SocGroup | undefined {
  const wider = SOC_LEVELS[SOC_LEVELS.indexOf(group.level) - 1];
  if (wider === undefined) return undefined;
  const parent = above.get(wider);
  if (parent === undefined) return refuse(url, group, `a ${wider} group above it`);
  const stem = stemOf(parent);
  return group.code.text.startsWith(stem)
    ? parent
    : refuse(url, group, `a code that begins with ${stem}, below ${parent.code.text}`);
}

/** The broad group whose detailed occupations have codes of other tens: 29-1221 to 29-1229. */
const PHYSICIANS = "29-1210";

/** What the codes below a group begin with: `11-` of 11-0000, `11-1` of 11-1000, `15-12` of 15-1200, `11-101` of 11-1010. */
function stemOf({ level, code: { text } }: SocGroup): string {
  if (level === "major") return text.slice(0, 3);
  if (text === PHYSICIANS) return text.slice(0, 5);
  return level === "minor" ? text.replace(/0+$/, "") : text.slice(0, 6);
}

function refuse(url: string, { code, title }: SocGroup, expected: string): never {
  throw new DocumentError({ url, locator: code.at, expected, found: `“${code.text} ${title.text}”` });
}
