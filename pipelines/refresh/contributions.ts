import { createHash } from "node:crypto";
import { type Redirect, redirectsAfter } from "../../transforms/redirects.ts";
import { type Contribution, inOrder, type Standing } from "../build/contribution.ts";
import { type Move, redirectsOf } from "./moves.ts";
import type { Passage } from "./passage.ts";
import type { DocumentsReader } from "./read-document.ts";
import { reasonWords } from "./reasons.ts";

/** What a passage gives to the version, from readings that are remembered. */
export type GatheredContribution = Contribution & { readonly reader: DocumentsReader };

/** What the sources give to a version that is built at a time; nothing, where a source has nothing. */
export function contributionsOf(passages: readonly Passage[], createdAt: string): GatheredContribution[] {
  return passages.flatMap((passage) => {
    const { registered, reader, decision } = passage;
    if (decision.state === "absent") return [];
    const documents = inOrder(registered.source, decision.documents);
    const standing = standingOf(passage, decision.state, createdAt);
    const redirects = redirectsNow(passage, decision.moves, createdAt);
    return [{ registered, reader, standing, documents, findings: decision.findings, redirects }];
  });
}

/** What the last version knows of profiles that have moved, and what this run has found. */
function redirectsNow(
  { registered: { source }, published }: Passage,
  moves: readonly Move[],
  seenAt: string,
): Redirect[] {
  return redirectsAfter(published.redirects, redirectsOf(source, moves, published.documents, seenAt));
}

/** A state goes on for as long as one version after the other has it. */
function standingOf(
  { decision, published, isSample }: Passage,
  decided: "fresh" | "carried-forward" | "retired",
  createdAt: string,
): Standing {
  const state = decided === "fresh" && isSample ? "sample" : decided;
  if (published.state === state && published.since !== undefined)
    return { state, since: published.since, reason: published.reason };
  const isFresh = state === "fresh" || state === "sample" || decision.reasons.length === 0;
  return { state, since: createdAt, reason: isFresh ? null : reasonWords(decision.reasons) };
}

/** A digest of all that a version is made from: equal inputs make equal facts. */
export function inputsOf(contributions: readonly GatheredContribution[], program: string): string {
  const digest = createHash("sha256").update(program);
  for (const { registered, standing, findings, documents, reader, redirects } of contributions) {
    const messages = findings.map(({ rule, message }) => `${rule} ${message}`);
    digest.update(`\n${registered.source.id} ${standing.state} ${JSON.stringify(messages)}`);
    for (const { from_id, to_id, kind } of redirects) digest.update(`\n${kind} ${from_id} ${to_id}`);
    // What changes on a page where nothing is read (vacancies, courses) makes no other facts.
    for (const { address, capture } of documents)
      digest.update(`\n${address.url} ${reader.digest(address, capture) ?? capture.sha256}`);
  }
  return digest.digest("hex");
}
