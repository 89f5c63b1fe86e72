import type { Correction } from "../sources/correction.ts";
import { crosswalk } from "../sources/crosswalk/source.ts";
import type { Source } from "../sources/source.ts";
import { ukAshe } from "../sources/uk-ashe/source.ts";
import { ukIndustries } from "../sources/uk-industries/source.ts";
import { ukLmi } from "../sources/uk-lmi/source.ts";
import { ukNcs } from "../sources/uk-ncs/source.ts";
import { ukProjections } from "../sources/uk-projections/source.ts";
import { ukSoc } from "../sources/uk-soc/source.ts";
import { usOews } from "../sources/us-oews/source.ts";
import { usOoh } from "../sources/us-ooh/source.ts";
import { compilationExtract } from "../sources/us-ooh-xml/compilation-extract.ts";
import { publishDatesOf } from "../sources/us-ooh-xml/publish-dates.ts";
import { usOohXml } from "../sources/us-ooh-xml/source.ts";
import { usProjections } from "../sources/us-projections/source.ts";
import { usSoc } from "../sources/us-soc/source.ts";
import type { Compared } from "../transforms/assemble/published-values.ts";
import type { Normalise } from "../transforms/facts.ts";
import { normaliseCrosswalk } from "../transforms/from-crosswalk.ts";
import { normaliseUkAshe } from "../transforms/from-uk-ashe.ts";
import { normaliseUkIndustries } from "../transforms/from-uk-industries.ts";
import { normaliseUkLmi } from "../transforms/from-uk-lmi.ts";
import { normaliseUkNcs } from "../transforms/from-uk-ncs.ts";
import { normaliseUkProjections } from "../transforms/from-uk-projections.ts";
import { normaliseUkSoc } from "../transforms/from-uk-soc.ts";
import { normaliseUsOews } from "../transforms/from-us-oews.ts";
import { normaliseUsOoh } from "../transforms/from-us-ooh.ts";
import { normaliseUsOohXml } from "../transforms/from-us-ooh-xml.ts";
import { normaliseUsProjections } from "../transforms/from-us-projections.ts";
import { normaliseUsSoc } from "../transforms/from-us-soc.ts";
import { SPOKEN_OF } from "../transforms/us-ooh-xml/spoken-of.ts";
import type { Signs } from "./refresh/light.ts";
import type { DocumentHome } from "./world.ts";

/** A source joined to the transform that understands its words. */
export type RegisteredSource = {
  readonly source: Source;
  readonly normalise: Normalise;
  /** Files and folders that decide what a document of it becomes: when one changes, its documents are read again. */
  readonly code: readonly string[];
  /** What of other sources it says again, value by value. */
  readonly compares?: Compared;
  /** It tells which pages of another source have changed. */
  readonly signs?: Signs;
  /** What its publisher has wrong, as `sources/<id>/corrections.ts` puts it right. */
  readonly corrections: readonly Correction[];
};

/** Code that documents of every source are read with. */
const SHARED_CODE: readonly string[] = [
  "sources/reading",
  "transforms/classified-occupation",
  "transforms/pages",
  "transforms/provenance",
  "transforms/refuse-words",
  "transforms/repeats",
  "transforms/wording",
];

/**
 * Every source, one line each, in the order of precedence: where two describe the same occupation or industry, the first
 * one's words stand.
 */
export const SOURCES: readonly RegisteredSource[] = [
  registered(usSoc, normaliseUsSoc),
  registered(usOoh, normaliseUsOoh),
  registered(usOohXml, normaliseUsOohXml, {
    code: ["sources/us-ooh", "transforms/us-ooh"],
    compares: SPOKEN_OF,
    signs: { of: usOoh.id, dates: (extract) => publishDatesOf(compilationExtract.parse(extract)) },
  }),
  registered(usOews, normaliseUsOews),
  registered(usProjections, normaliseUsProjections),
  registered(ukSoc, normaliseUkSoc),
  registered(ukAshe, normaliseUkAshe),
  registered(ukIndustries, normaliseUkIndustries),
  registered(ukProjections, normaliseUkProjections),
  registered(ukNcs, normaliseUkNcs),
  registered(ukLmi, normaliseUkLmi),
  registered(crosswalk, normaliseCrosswalk),
];

type More = Partial<Pick<RegisteredSource, "code" | "compares" | "signs" | "corrections">>;

function registered(source: Source, normalise: Normalise, more: More = {}): RegisteredSource {
  const { id } = source;
  const own = [`sources/${id}`, `transforms/${id}`, `transforms/from-${id}`];
  const code = [...SHARED_CODE, ...own, ...(more.code ?? [])];
  return { corrections: [], ...more, source, normalise, code };
}

/** The source and reader that an address belongs to, for files that a person saved. */
export function sourceOf(url: string): DocumentHome | undefined {
  for (const { source } of SOURCES) {
    const root = source.roots.find((address) => address.url === url);
    if (root !== undefined) return homeOf(source, root.kind);
    const kind = source.kindOf(url);
    if (kind !== undefined) return homeOf(source, kind);
  }
  return undefined;
}

function homeOf(source: Source, kind: string): DocumentHome | undefined {
  const reader = source.readers[kind];
  return reader === undefined ? undefined : { source, kind, reader };
}
