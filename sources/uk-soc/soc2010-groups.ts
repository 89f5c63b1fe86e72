import { quoteIn } from "../reading/quote-in.ts";
import { NO_CODE } from "./coded-group.ts";
import type { Group, Groups } from "./group.ts";
import type { IndexSheet } from "./index-sheet.ts";

/** A title that rows give for a code: how many do, and the first of them. */
type Title = { rows: number; readonly first: Group };

/**
 * The unit groups of SOC 2010, which no sheet lists: the codes of the entries, each by the title that most of its
 * entries give it.
 *
 * @throws DocumentError where two titles are given equally often
 */
export function readSoc2010Groups({ sheet, column, firstRow, lastRow }: IndexSheet): Groups {
  const titles = new Map<string, Map<string, Title>>();
  for (let row = firstRow; row <= lastRow; row++) {
    const code = sheet.text(row, column.soc2010);
    if (code === NO_CODE) continue;
    if (!/^[1-9]\d{3}$/.test(code)) sheet.refuse(row, column.soc2010, "a unit group of SOC 2010");
    const title = sheet.text(row, column.title2010);
    const known = titles.get(code)?.get(title);
    if (known !== undefined) {
      known.rows++;
      continue;
    }
    const first = {
      code: quoteIn(sheet, row, column.soc2010, code),
      title: quoteIn(sheet, row, column.title2010, title),
    };
    titles.set(code, (titles.get(code) ?? new Map<string, Title>()).set(title, { rows: 1, first }));
  }
  const codes = [...titles.keys()].sort();
  return new Map(codes.map((code) => [code, mostOften([...(titles.get(code)?.values() ?? [])])]));

  function mostOften(given: readonly Title[]): Group {
    const [most, next] = [...given].sort((one, other) => other.rows - one.rows);
    if (most === undefined || most.rows === next?.rows)
      return sheet.refuse(
        firstRow,
        column.title2010,
        `one title for the group ${most?.first.code.text}`,
        `“${most?.first.title.text}” and “${next?.first.title.text}”`,
      );
    return most.first;
  }
}
