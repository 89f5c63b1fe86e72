import type { ChangeGroup, ChangesHead } from "../model/change.ts";
import type { ReportBlock, ReportCell } from "../model/report-block.ts";
import { causeNames, causeSentence } from "./cause-words.ts";
import type { FigureCounts, Movement } from "./figure-tally.ts";
import { countWords, percentWords } from "./figures.ts";
import { type GroupTally, MOST_TOLD, type ToldChange } from "./group-tally.ts";
import type { Titles } from "./titles.ts";

/** The part of a report about one source and one set of causes. */
export function groupBlocks(
  group: GroupTally,
  summary: ChangesHead["summary"],
  titles: Titles,
): readonly ReportBlock[] {
  const source = group.sourceId === null ? "All sources" : (titles.source(group.sourceId) ?? group.sourceId);
  const id = group.sourceId === null ? "" : ` (\`${group.sourceId}\`)`;
  const own = summary.filter(
    ({ source_id, causes }) => source_id === group.sourceId && causes.join() === group.kinds.join(),
  );
  const isLong = group.count > MOST_TOLD;
  return [
    { kind: "heading", level: 2, text: `${source}${id}: ${causeNames(group.kinds)}` },
    { kind: "paragraph", text: sentencesOf(group) },
    ...(isLong ? [tablesTable(own), ...figureBlocks(group.figures.counts(), titles)] : []),
    ...occupationBlocks("New occupations", group.newOccupations, titles),
    ...occupationBlocks("Occupations gone", group.goneOccupations, titles),
    ...(isLong && !isOneByOne(group) ? [] : toldBlocks(group, titles)),
  ];
}

/** What editors and we change by hand is told one by one, also where there is more of it than can be listed. */
function isOneByOne({ kinds }: GroupTally): boolean {
  return kinds.some((kind) => kind !== "new-edition" && kind !== "source-added" && kind !== "source-removed");
}

function sentencesOf({ kinds, causes, sourceId }: GroupTally): string {
  const sentences = kinds.map((kind) =>
    causeSentence(
      kind,
      [...causes.values()].filter((cause) => cause.kind === kind),
    ),
  );
  const others = [...causes.values()].flatMap(({ source_id }) => source_id ?? []);
  const isOwn = others.length === 0 || others.includes(sourceId ?? "");
  const lead = isOwn ? [] : [`This follows from a change of ${[...new Set(others)].map(quoted).join(", ")}.`];
  return [...lead, ...sentences].join(" ");
}

const quoted = (id: string) => `\`${id}\``;

const number = (title: string) => ({ title, isNumber: true });

function tablesTable(groups: readonly ChangeGroup[]): ReportBlock {
  return {
    kind: "table",
    columns: [{ title: "Table" }, number("Added"), number("Removed"), number("Changed")],
    rows: groups.map(({ table, added, removed, changed }) => [
      table,
      ...[added, removed, changed].map(countWords),
    ]),
  };
}

function figureBlocks(counts: readonly FigureCounts[], titles: Titles): readonly ReportBlock[] {
  if (counts.length === 0) return [];
  const columns = ["Compared", "Rose", "Fell", "Median change", "New", "Gone"].map(number);
  const rows = counts.map(({ label, compared, rose, fell, medianPercent, new: fresh, gone }) => [
    ...[label, countWords(compared), countWords(rose), countWords(fell)],
    medianPercent === undefined ? "—" : percentWords(medianPercent),
    ...[fresh, gone].map(countWords),
  ]);
  return [
    { kind: "table", columns: [{ title: "Figure" }, ...columns], rows },
    ...mainOnes(counts).flatMap((kind) => largestBlocks(kind, titles)),
  ];
}

/** Pay in the middle, and jobs: the movements that readers ask for first. */
const MAIN = ["pay by the year, median", "pay by the hour, median", "jobs", "projected from (jobs)"];
const MOST_MAIN = 2;

function mainOnes(counts: readonly FigureCounts[]): readonly FigureCounts[] {
  const found = MAIN.flatMap((label) => counts.filter((kind) => kind.label === label));
  return found.filter(({ rises, falls }) => rises.length + falls.length > 0).slice(0, MOST_MAIN);
}

function largestBlocks({ label, rises, falls }: FigureCounts, titles: Titles): readonly ReportBlock[] {
  const row = ({ occupationId, before, after, percent }: Movement): ReportCell[] => [
    occupationWords(occupationId, titles),
    ...[before, after, percentWords(percent)],
  ];
  return [
    { kind: "paragraph", text: `The largest rises and falls of ${label}, of whole occupations:` },
    {
      kind: "table",
      columns: [{ title: "Occupation" }, number("Before"), number("Now"), number("Change")],
      rows: [...rises, ...falls.toReversed()].map(row),
    },
  ];
}

const MOST_OCCUPATIONS = 20;

function occupationBlocks(what: string, ids: readonly string[], titles: Titles): readonly ReportBlock[] {
  if (ids.length === 0) return [];
  const named = ids.slice(0, MOST_OCCUPATIONS).map((id) => occupationWords(id, titles));
  const more = ids.length > named.length ? `, and ${countWords(ids.length - named.length)} more` : "";
  return [{ kind: "paragraph", text: `${what}: ${named.join(", ")}${more}.` }];
}

function occupationWords(id: string, titles: Titles): string {
  const title = titles.occupation(id);
  return title === undefined ? `\`${id}\`` : `${title} (\`${id}\`)`;
}

function toldBlocks({ told, count }: GroupTally, titles: Titles): readonly ReportBlock[] {
  const columns = ["Occupation", "What", "Before", "Now"].map((title) => ({ title }));
  const rows = told.map((change) => [whoseCell(change, titles), change.what, change.before, change.after]);
  const more = count - told.length;
  return [
    { kind: "table", columns, rows },
    ...(more > 0
      ? [{ kind: "paragraph", text: `… and ${countWords(more)} more, in \`changes.json\`.` } as const]
      : []),
  ];
}

function whoseCell({ occupationId, url }: ToldChange, titles: Titles): ReportCell {
  const text = occupationId === undefined ? "—" : (titles.occupation(occupationId) ?? occupationId);
  if (url === undefined) return text;
  return { text: occupationId === undefined ? "the document" : text, url };
}
