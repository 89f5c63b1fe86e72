import { join } from "node:path";
import type { Kysely } from "kysely";
import { openSnapshot } from "../../sinks/sqlite/open-snapshot.ts";
import type { Dataset, Row } from "../../transforms/model/model.ts";
import { isStanding } from "../acceptances/acceptable-rules.ts";
import type { Ledger } from "../acceptances/ledger.ts";
import type { LetPass } from "../acceptances/let-pass.ts";
import { manifestAcceptances } from "../acceptances/manifest-acceptances.ts";
import { checkAgainstVersion } from "../checks/against-version/check-against-version.ts";
import { outlineOf } from "../checks/against-version/version-outline.ts";
import { letPassWords, runChecks } from "../checks/checks.ts";
import { checkExpectations, type Occasion } from "../checks/expectations/check-expectations.ts";
import type { Inspection } from "../publish/stage.ts";
import { SNAPSHOT } from "../publish/store-layout.ts";
import type { PublishedVersion } from "../published-version.ts";
import { SOURCES } from "../registry.ts";

/** What staged facts are looked at with. */
export type Looking = {
  readonly occasion: Occasion;
  /** The last version; `undefined` before the first. */
  readonly before: PublishedVersion | undefined;
  readonly ledger: Ledger;
  /** The sources that this run renews: what was let pass of others is not told again. */
  readonly renewed: ReadonlySet<string>;
};

/**
 * Looks at staged facts before they are published: rules of the domain, what each source declares, and the last version.
 *
 * @throws SourceRefusedError where a source breaks a rule and no person lets it pass.
 */
export async function inspectFacts(database: Kysely<Dataset>, looking: Looking): Promise<Inspection> {
  const { occasion, ledger, renewed } = looking;
  const { issues, checks } = await runChecks(database, ledger);
  const sources = await presentSources(database);
  const expected = await checkExpectations(database, sources, occasion, ledger);
  const kept = await againstLastVersion(database, looking);
  const isTold = ({ rule, sourceId }: LetPass) => isStanding(rule) || renewed.has(sourceId);
  return {
    issues: [...issues, ...ledger.outdated().map(outdatedIssue)],
    checks: [...checks, ...expected, ...kept],
    acceptances: manifestAcceptances(ledger.entries().filter(isTold), isStanding),
  };
}

async function presentSources(database: Kysely<Dataset>) {
  const rows = await database.selectFrom("source").select("id").execute();
  const ids = new Set(rows.map(({ id }) => id));
  return SOURCES.map(({ source }) => source).filter(({ id }) => ids.has(id));
}

/** An address that such a source no longer names has another document in its place. */
const REPLACING = new Set(
  SOURCES.filter(({ source }) => source.unlisted === "left-out").map(({ source }) => source.id),
);

async function againstLastVersion(database: Kysely<Dataset>, { before, ledger }: Looking): Promise<string[]> {
  if (before === undefined) return [];
  const last = openSnapshot(join(before.folder, SNAPSHOT));
  try {
    const outlines = [await outlineOf(last.database), await outlineOf(database)] as const;
    return checkAgainstVersion(...outlines, (id) => REPLACING.has(id), ledger);
  } finally {
    await last.close();
  }
}

/** Told by one version: the next no longer knows of the acceptance. */
function outdatedIssue(word: LetPass): Row<"issue"> {
  return {
    ...{ rule: "acceptance-outdated", severity: "info", source_id: word.sourceId },
    ...{ occupation_id: null, capture_id: null },
    message: `${word.rule} holds again where it was let pass (${word.finding}). ${letPassWords(word)} The acceptance is dropped.`,
  };
}
