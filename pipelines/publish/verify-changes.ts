import { CHANGES_JSON } from "../../sinks/changes/changes-json.ts";
import { type ChangesReading, readChanges } from "../../sinks/changes/read-changes.ts";
import type { Manifest } from "../../sinks/manifest.ts";
import { total } from "../../transforms/diff/total.ts";

/** What is wrong with the changes that a version tells: they must be its own, and whole. Older versions tell none. */
export function verifyChanges(folder: string, manifest: Manifest): readonly string[] {
  if (manifest.files.every(({ path }) => path !== CHANGES_JSON)) return [];
  try {
    const changes = readChanges(folder);
    const problems = [...verifyEnds(changes, manifest), ...verifyRows(changes)];
    return problems.map((problem) => `${CHANGES_JSON}: ${problem}`);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`${CHANGES_JSON} cannot be read: ${reason}`, { cause });
  }
}

function verifyEnds({ head: { from, to } }: ChangesReading, manifest: Manifest): readonly string[] {
  const isOwn = to.version === manifest.id && to.content_hash === manifest.content_hash;
  const start = from?.version ?? null;
  return [
    ...(isOwn ? [] : [`it is about ${to.version}; the manifest says ${manifest.id}.`]),
    ...(start === manifest.previous_version
      ? []
      : [`it starts from ${start}; the manifest says ${manifest.previous_version}.`]),
  ];
}

function verifyRows({ head, rows }: ChangesReading): readonly string[] {
  const { added, removed, changed } = total(head.summary);
  // The first version has no rows: its summary counts what it begins with.
  const expected = head.from === null ? 0 : added + removed + changed;
  const known = new Set(head.causes.map(({ id }) => id));
  let [count, unexplained] = [0, 0];
  for (const { causes } of rows) {
    count++;
    if (causes.length === 0 || causes.some((id) => !known.has(id))) unexplained++;
  }
  return [
    ...(count === expected ? [] : [`it has ${count} rows; its summary counts ${expected}.`]),
    ...(unexplained === 0 ? [] : [`${unexplained} of its rows have no cause.`]),
  ];
}
