import type { DatasetData } from "../dataset-data.ts";
import { addressOf } from "./addresses.ts";
import { type Child, element, link, outwards } from "./element.ts";
import { count, dateWords, timeWords } from "./figures.ts";
import { loadData } from "./load.ts";
import { prose } from "./prose.ts";
import { definitions } from "./provenance.ts";
import { table } from "./table.ts";
import { groupedBy } from "./whole.ts";

/** What this version is: its sources, checks, issues, changes, files and licences. */
export async function datasetPage(): Promise<HTMLElement> {
  const data = await loadData<DatasetData>("dataset");
  return element(
    "div",
    { class: "dataset-page" },
    element("h1", { tabindex: -1 }, "This version of the dataset"),
    identity(data),
    chapter("Sources", sourceTable(data)),
    chapter("What changed, and why", changes(data)),
    chapter("Checks", ...checks(data)),
    chapter("Issues", ...issues(data)),
    chapter("Downloads", ...downloads(data)),
    chapter("Licences and attribution", ...licences(data)),
  );
}

function chapter(title: string, ...content: readonly Child[]): HTMLElement {
  return element("section", {}, element("h2", {}, title), ...content);
}

function identity({ dataset, counts }: DatasetData): HTMLElement {
  const rows = Object.values(counts).reduce((sum, number) => sum + number, 0);
  return definitions([
    ["Version", element("code", {}, dataset.version)],
    ["Published", timeWords(dataset.created_at)],
    ["Occupations", count(counts.occupation ?? 0)],
    ["Rows", `${count(rows)} in ${Object.keys(counts).length} tables`],
    ["Content hash", element("code", {}, dataset.content_hash)],
    [
      "Version before",
      dataset.previous_version === null
        ? "none, it is the first"
        : element("code", {}, dataset.previous_version),
    ],
    ["Schema", dataset.schema_version],
    ["Made with", `occupations ${dataset.tool_version}`],
  ]);
}

const STATES: Readonly<Record<string, string>> = {
  fresh: "fresh",
  "carried-forward": "carried forward",
  retired: "retired",
  sample: "sample, not the publisher's data",
};

function sourceTable({ sources }: DatasetData): HTMLElement {
  return table(
    "What the facts were read from",
    [
      { title: "Source" },
      { title: "Edition" },
      { title: "State" },
      { title: "Fetched" },
      { title: "Documents", isNumber: true },
      { title: "Licence" },
    ],
    sources.map((source) => [
      element(
        "span",
        {},
        outwards(source.url, source.title),
        element("br"),
        `${source.publisher} (${source.id})`,
      ),
      source.edition ?? "none",
      [STATES[source.state] ?? source.state, source.state_reason]
        .filter((words) => words !== null)
        .join(": "),
      `${dateWords(source.fetched_at)}, ${ageWords(source.fetched_at)}`,
      count(source.captures),
      outwards(source.licence_url, source.licence),
    ]),
  );
}

const DAY = 86_400_000;

/** Age at the moment of reading: the page is a snapshot, its reader is not. */
function ageWords(time: string): string {
  const days = Math.floor((Date.now() - Date.parse(time)) / DAY);
  if (days < 1) return "today";
  return days === 1 ? "1 day ago" : `${count(days)} days ago`;
}

function changes({ changesText }: DatasetData): HTMLElement {
  return prose(changesText.replace(/^# .*\n+/, ""), 3);
}

function checks({ checks: rules, acceptances }: DatasetData): Child[] {
  return [
    element("p", {}, `${count(rules.length)} rules hold for every row of this version:`),
    element("ul", { class: "columns" }, ...rules.map((rule) => element("li", {}, element("code", {}, rule)))),
    acceptances.length === 0
      ? element("p", {}, "Nothing was let pass by hand.")
      : element(
          "ul",
          {},
          ...acceptances.map(({ rule, reason, accepted_at, accepted_by, source_id, let_pass }) =>
            element(
              "li",
              {},
              `${rule}${source_id ? ` (${source_id})` : ""}: let pass by ${accepted_by ?? "somebody"} on ${dateWords(accepted_at)}, because “${reason}”. `,
              `${count(let_pass?.length ?? 0)} findings.`,
            ),
          ),
        ),
  ];
}

function issues({ issues: rows }: DatasetData): Child[] {
  if (rows.length === 0) return [element("p", {}, "The checks have nothing to say.")];
  const errors = (severity: string) => rows.filter((row) => row.severity === severity).length;
  return [
    element(
      "p",
      {},
      `${count(errors("error"))} errors, ${count(errors("warning"))} warnings, ${count(errors("info"))} notes.`,
    ),
    ...groupedBy(rows, ({ rule, severity }) => `${rule}, ${severity}`).map(([title, own]) =>
      element(
        "details",
        {},
        element("summary", {}, `${title}: ${count(own.length)}`),
        element(
          "ul",
          {},
          ...own.map(({ message, occupation_id, source_id }) =>
            element(
              "li",
              {},
              message,
              " ",
              occupation_id === null
                ? `(${source_id ?? "all sources"})`
                : link(addressOf(occupation_id), occupation_id),
            ),
          ),
        ),
      ),
    ),
  ];
}

function downloads({ downloads: files }: DatasetData): Child[] {
  return [
    element(
      "p",
      { class: "note" },
      "SHA256SUMS in the folder of the version has the sum of every file, for ",
      element("code", {}, "sha256sum -c SHA256SUMS"),
      ".",
    ),
    table(
      "Files of this version",
      [
        { title: "File" },
        { title: "Size", isNumber: true },
        { title: "Rows", isNumber: true },
        { title: "SHA-256" },
      ],
      files.map(({ path, bytes, rows, sha256 }) => [
        sha256 === undefined ? `${path} (one document an occupation)` : link(`../${encodeURI(path)}`, path),
        sizeWords(bytes),
        rows === undefined ? "" : count(rows),
        sha256 === undefined ? "see SHA256SUMS" : element("code", { class: "sum" }, sha256),
      ]),
    ),
  ];
}

function sizeWords(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  const power = Math.min(Math.floor(Math.log10(bytes) / 3), 3);
  return `${(bytes / 1000 ** power).toFixed(1)} ${["B", "kB", "MB", "GB"][power]}`;
}

function licences({ sources }: DatasetData): Child[] {
  return [
    element("p", {}, "Wherever you show these facts, show the line of each source that you use:"),
    element("ul", {}, ...sources.map(({ attribution }) => element("li", {}, attribution))),
    element(
      "p",
      { class: "note" },
      "The libraries in this site, and their licences: ",
      link("THIRD-PARTY.txt", "THIRD-PARTY.txt"),
      ".",
    ),
  ];
}
