import { readFileSync } from "node:fs";
import { crosswalk } from "../../../sources/crosswalk/source.ts";
import type { Source } from "../../../sources/source.ts";
import { ukSoc } from "../../../sources/uk-soc/source.ts";
import { usSoc } from "../../../sources/us-soc/source.ts";
import { createAssembly } from "../../../transforms/assemble/assemble.ts";
import type { BridgeRows } from "../../../transforms/equivalents/bridge-rows.ts";
import type { CodeMention, Normalise } from "../../../transforms/facts.ts";
import { normaliseCrosswalk } from "../../../transforms/from-crosswalk.ts";
import { normaliseUkSoc } from "../../../transforms/from-uk-soc.ts";
import { normaliseUsSoc } from "../../../transforms/from-us-soc.ts";
import type { Fact, Row } from "../../../transforms/model/model.ts";
import * as ncs from "../uk-ncs/corpus.ts";
import * as handbook from "../us-ooh/corpus.ts";
import { readAsProduct } from "../us-ooh/first-reading.ts";
import { savedWorkbook } from "../workbooks/saved-workbook.ts";

type Read = { readonly facts: readonly Fact[]; readonly mentions?: readonly CodeMention[] };

const SOURCES: readonly (readonly [Source, Normalise])[] = [
  [usSoc, normaliseUsSoc],
  [ukSoc, normaliseUkSoc],
  [crosswalk, normaliseCrosswalk],
];
const workbooks = SOURCES.flatMap(([source, normalise]) =>
  source.roots.map(({ kind, url }) => ({ source, normalise, kind, ...savedWorkbook(url) })),
).sort((one, other) => (one.url < other.url ? -1 : 1));

export const hasBridgeCorpus =
  handbook.hasCorpus && ncs.hasCorpus && workbooks.every(({ isThere }) => isThere);

/** What the bridge is composed from, read from the saved documents in the order of the registry. */
export function savedBridgeRows(): BridgeRows {
  const { add, settle } = createAssembly();
  const facts: Fact[] = [];
  const put = (sourceId: string, url: string, { facts: own, mentions = [] }: Read) => {
    const settings = { isEdition: false, mustCover: undefined };
    facts.push(...add({ url, sourceId, captureId: "saved", facts: own, mentions, remarks: [], ...settings }));
  };
  const putWorkbooks = (id: string) => {
    for (const { source, normalise, kind, url, path } of workbooks.filter((one) => one.source.id === id)) {
      const reader = source.readers[kind];
      const reading = reader?.read({ url, mediaType: "", body: readFileSync(path) });
      put(id, url, normalise(kind, reading?.extract, { id: "saved", sourceId: id }));
    }
  };
  putWorkbooks(usSoc.id);
  const index = handbook.savedIndex();
  put("us-ooh", index.url, readAsProduct("a-z-index", index.url, index.html));
  for (const { url, html } of handbook.savedProfiles())
    put("us-ooh", url, readAsProduct("profile", url, html));
  putWorkbooks(ukSoc.id);
  for (const page of ncs.savedProfiles()) put("uk-ncs", page.url, ncs.readAsProduct(page));
  putWorkbooks(crosswalk.id);
  return bridgeRowsOf([...facts, ...settle().facts]);
}

function bridgeRowsOf(facts: readonly Fact[]): BridgeRows {
  const occupations = facts.flatMap((fact) => (fact.table === "occupation" ? [fact.row] : []));
  const known = new Set(occupations.map(({ id }) => id));
  const relations = facts
    .flatMap((fact) => (fact.table === "relation" ? [fact.row] : []))
    .filter(({ from_id, to_id }) => known.has(from_id) && known.has(to_id));
  const names = facts.flatMap((fact) => (fact.table === "occupation_name" ? [fact.row] : []));
  const key = ({ from_id, to_id }: Row<"relation">) => `${from_id} ${to_id}`;
  return {
    occupations: sortedBy(occupations, ({ id }) => id),
    names: sortedBy(
      names.filter(({ occupation_id }) => known.has(occupation_id)),
      ({ occupation_id, kind, name }) => `${occupation_id} ${kind} ${name}`,
    ),
    equivalents: sortedBy(
      relations.filter(({ kind }) => kind === "equivalent"),
      key,
    ),
    covers: sortedBy(
      relations.filter(({ kind }) => kind === "covers"),
      key,
    ),
  };
}

function sortedBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[] {
  return items.toSorted((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
}
