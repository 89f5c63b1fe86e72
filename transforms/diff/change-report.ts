import type { ChangeGroup, ChangesHead } from "../model/change.ts";
import type { ReportBlock } from "../model/report-block.ts";
import { causeNames, editionsWords } from "./cause-words.ts";
import { countWords } from "./figures.ts";
import { groupBlocks } from "./group-report.ts";
import type { GroupTally } from "./group-tally.ts";
import type { Titles } from "./titles.ts";
import { total } from "./total.ts";

/** The changes of a version for a stranger: how many and why, then a part for each source and cause. */
export function changeReport(
  head: ChangesHead,
  groups: readonly GroupTally[],
  titles: Titles,
): readonly ReportBlock[] {
  if (head.from === null) return firstReport(head, titles);
  const parts = groups.toSorted(inOrderOf(head.summary));
  return [
    { kind: "heading", level: 1, text: "Changes" },
    { kind: "paragraph", text: openingWords(head, head.from) },
    ...(head.summary.length === 0 ? [] : [overview(head.summary)]),
    ...movedBlocks(head),
    ...parts.flatMap((group) => groupBlocks(group, head.summary, titles)),
  ];
}

function openingWords({ to, summary }: ChangesHead, from: NonNullable<ChangesHead["from"]>): string {
  const versions = `Version \`${to.version}\` against \`${from.version}\``;
  if (from.content_hash === to.content_hash)
    return `${versions}: nothing has changed, both have the content hash \`${to.content_hash}\`.`;
  if (summary.length === 0)
    return `${versions}: no row has changed. The content hash differs because the schema has tables or columns that it did not have (${from.schema_version} → ${to.schema_version}).`;
  const { added, removed, changed } = total(summary);
  const counts = [rowsWords(added, "added"), rowsWords(removed, "removed"), rowsWords(changed, "changed")];
  return `${versions}: ${counts.join(", ")}. Each row is in \`changes.json\`, with its cause.`;
}

function rowsWords(count: number, what: string): string {
  return `${countWords(count)} ${count === 1 ? "row" : "rows"} ${what}`;
}

/** A line for each source and causes, all tables together. */
function overview(summary: ChangesHead["summary"]): ReportBlock {
  const names = new Set(summary.map(nameOf));
  const rows = [...names].flatMap((name) => {
    const own = summary.filter((group) => nameOf(group) === name);
    const [first] = own;
    if (first === undefined) return [];
    const { added, removed, changed } = total(own);
    const editions = editionsWords(first.edition_before, first.edition_after);
    return [
      [
        first.source_id ?? "—",
        causeNames(first.causes),
        editions,
        ...[added, removed, changed].map(countWords),
      ],
    ];
  });
  const numbers = ["Added", "Removed", "Changed"].map((title) => ({ title, isNumber: true }));
  return {
    kind: "table",
    columns: [{ title: "Source" }, { title: "Why" }, { title: "Edition" }, ...numbers],
    rows,
  };
}

function movedBlocks({ moved }: ChangesHead): readonly ReportBlock[] {
  const rows = moved.reduce((sum, group) => sum + group.rows, 0);
  if (rows === 0) return [];
  const text = `Beside these, ${countWords(rows)} rows say what they said and were read from a newer response, or from another place in it; they are not listed.`;
  return [{ kind: "paragraph", text }];
}

function firstReport({ to, summary }: ChangesHead, { source }: Titles): readonly ReportBlock[] {
  const ids = [...new Set(summary.flatMap(({ source_id }) => source_id ?? []))];
  const rows = ids.map((id) => {
    const own = summary.filter(({ source_id }) => source_id === id);
    return [id, source(id) ?? id, own[0]?.edition_after ?? "", countWords(total(own).added)];
  });
  const columns = [
    { title: "Source" },
    { title: "Title" },
    { title: "Edition" },
    { title: "Rows", isNumber: true },
  ];
  return [
    { kind: "heading", level: 1, text: "Changes" },
    {
      kind: "paragraph",
      text: `\`${to.version}\` is the first version: there is none before it to compare it with.`,
    },
    { kind: "table", columns, rows },
  ];
}

function nameOf({ source_id, causes }: Pick<ChangeGroup, "source_id" | "causes">): string {
  return JSON.stringify([source_id, causes]);
}

function inOrderOf(summary: ChangesHead["summary"]) {
  const places = [...new Set(summary.map(nameOf))];
  const placeOf = ({ sourceId, kinds }: GroupTally) => places.indexOf(JSON.stringify([sourceId, kinds]));
  return (one: GroupTally, other: GroupTally) => placeOf(one) - placeOf(other);
}
