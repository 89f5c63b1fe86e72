import type { Archive } from "../../sources/archive/archive.ts";
import type { Reason } from "../../transforms/diff/cause-list.ts";
import { COMPARED_TABLES } from "../../transforms/diff/compared-tables.ts";
import { documentReasons } from "../../transforms/diff/document-reasons.ts";
import { type Evidence, isDerivedLink, publishersReasons } from "../../transforms/diff/publishers-reasons.ts";
import { rowReasons } from "../../transforms/diff/row-reasons.ts";
import { isRunFinding } from "../build/run-findings.ts";
import type { Explain } from "./compare-versions.ts";
import type { ComparedVersion } from "./compared-version.ts";
import { differingRows } from "./differing-rows.ts";
import { editionReader, natureOf } from "./edition-reader.ts";
import { type Means, type OurPart, ourPart } from "./our-part.ts";
import type { TwoVersions } from "./two-versions.ts";
import { mixedSources, versionDocuments } from "./version-documents.ts";

/** Computes why rows differ: from the documents of both versions, and from what this program makes of the old ones. */
export function computedReasons(before: ComparedVersion, after: ComparedVersion, means: Means): Explain {
  return async (versions) => {
    const ours = await ourPart(before, after, versions, means);
    const evidence = evidenceOf(versions, ours, means.archive);
    return {
      reasonsOf: (pair) => rowReasons(ours.trace(pair), ours, evidence),
      discard: ours.discard,
    };
  };
}

function evidenceOf(versions: TwoVersions, ours: OurPart, archive: Archive | undefined): Evidence {
  const [before, after] = [versionDocuments(versions, "before"), versionDocuments(versions, "after")];
  const keeping = {
    before: { documents: before, mixed: mixedSources(versions, "before") },
    after: { documents: after, mixed: mixedSources(versions, "after") },
  };
  const editionIn = editionReader(keeping, archive);
  const documents = documentReasons({ before, after, natureOf, editionIn, unread: ours.unread });
  let bridge: readonly Reason[] | undefined;
  const evidence: Evidence = {
    ...{ before, after, documents, isRunFinding },
    ofBridge: () => {
      bridge ??= bridgeReasons(versions, ours, evidence);
      return bridge;
    },
  };
  return evidence;
}

/** Links between the countries are computed from these tables. */
const BRIDGE = new Set(["occupation", "occupation_name", "relation"]);

function bridgeReasons(versions: TwoVersions, ours: OurPart, evidence: Evidence): readonly Reason[] {
  const reasons = new Map<string, Reason>();
  for (const table of COMPARED_TABLES.filter(({ name }) => BRIDGE.has(name)))
    for (const pair of differingRows(versions, table)) {
      if (isDerivedLink(pair)) continue;
      const { between } = ours.trace(pair);
      for (const reason of publishersReasons({ ...pair, before: between }, evidence))
        reasons.set(JSON.stringify(reason), reason);
    }
  return [...reasons.values()];
}
