import { OPEN_GOVERNMENT_LICENCE } from "../publishers.ts";
import type { DocumentAddress, DocumentReader, Source } from "../source.ts";
import { descriptionsExtract, readDescription, readSearch } from "./descriptions.ts";
import { figuresExtract, readHours, readPay } from "./figures.ts";
import { predictionsExtract, readIndustryPrediction, readPrediction } from "./predictions.ts";
import { type LmiKind, requestAddress, requestOf } from "./request.ts";
import { readUnread, unreadExtract } from "./unread.ts";

const EXPECTATION = { mediaTypes: ["application/json"], maximumBytes: 2 ** 20 };

/** What is left out on purpose, and why, is listed in left-out.ts: its documents are of the kind `left-out`. */
const readers: Readonly<Record<LmiKind, DocumentReader<unknown>>> = {
  description: reader("description", descriptionsExtract, readDescription),
  search: reader("search", descriptionsExtract, readSearch),
  pay: reader("pay", figuresExtract, readPay),
  hours: reader("hours", figuresExtract, readHours),
  projection: reader("projection", predictionsExtract, readPrediction),
  "industry-projection": reader("industry-projection", predictionsExtract, readIndustryPrediction),
  "left-out": reader("left-out", unreadExtract, readUnread),
};

function reader<Extract>(
  kind: LmiKind,
  schema: DocumentReader<Extract>["schema"],
  read: DocumentReader<Extract>["read"],
): DocumentReader<unknown> {
  return { kind, expectation: EXPECTATION, schema, read };
}

/** LMI for All, an API that its owner has ended: archived and imported answers are read, nothing is asked for. */
export const ukLmi: Source = {
  id: "uk-lmi",
  title: "LMI for All",
  publisher: "Department for Education",
  country: "UK",
  url: "https://www.lmiforall.org.uk/",
  ...OPEN_GOVERNMENT_LICENCE,
  attribution:
    "Data powered by LMI for All. Contains public sector information licensed under the Open Government Licence v3.0.",
  hosts: [],
  readers,
  roots: [],
  listedBy: () => [],
  unlisted: "kept",
  series: byRequest,
  retired: {
    since: "2025-10-31",
    reason:
      "The Department for Education stopped updates at the end of 2024 and access at the end of October 2025.",
  },
  kindOf: (url) => requestOf(url)?.kind,
  codeOf: ({ url }) => requestOf(url)?.code,
  expects: { toleratedShare: 0.02, filled: [], minimumDocuments: {}, requiredCodes: [] },
};

/** Answers that describe an occupation come before those that name it by its code. */
const DESCRIBING: readonly (LmiKind | undefined)[] = ["description", "search"];

/**
 * Several requests are answered with the figures of one group. An address tells nothing of when it was answered, so that
 * the order of the requests decides whose word counts.
 */
function byRequest(one: DocumentAddress, other: DocumentAddress): number {
  return compare(placeOf(one), placeOf(other)) || compare(one.url, other.url);
}

function placeOf({ url }: DocumentAddress): string {
  return `${DESCRIBING.includes(requestOf(url)?.kind) ? 1 : 2} ${requestAddress(url) ?? url}`;
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
