import { DocumentError, quoted } from "../../sources/reading/document-error.ts";
import { slugOf } from "../../sources/us-ooh/profile-address.ts";
import type { OccupationExtract, XmlElement } from "../../sources/us-ooh-xml/compilation-extract.ts";
import type { CaptureReference } from "../facts.ts";
import { provenanceAt } from "../provenance.ts";
import { isoDateOf } from "../wording/period.ts";
import type { Periods } from "./periods.ts";

/** One occupation of the compilation on its way to facts. */
export type OccupationContext = {
  readonly id: string;
  readonly url: string;
  readonly extract: OccupationExtract;
  readonly periods: Periods;
  readonly capture: CaptureReference;
  /** The day on which the publisher put it online. */
  readonly published: string;
};

export function contextOf(
  url: string,
  extract: OccupationExtract,
  periods: Periods,
  capture: CaptureReference,
): OccupationContext {
  const draft = { id: `us-ooh/${slugOf(extract.url)}`, url, extract, periods, capture };
  const published = isoDateOf(extract.publishDate.text) ?? refuse(draft, extract.publishDate, "a day");
  return { ...draft, published };
}

/** An element says something that no table of wordings knows, or the occupation contradicts itself. */
export function refuse(
  { url, extract }: Pick<OccupationContext, "url" | "extract">,
  { text, at }: XmlElement,
  expected: string,
): never {
  throw new DocumentError({ url, locator: `${extract.at}/${at}`, expected, found: quoted(text) });
}

/** `value`, or the document is refused where it is `undefined`. */
export function required<T>(
  context: OccupationContext,
  element: XmlElement,
  expected: string,
  value: T | undefined,
): T {
  return value === undefined ? refuse(context, element, expected) : value;
}

/** Where elements of the occupation stand, and their words where these are not the value itself. */
export function provenanceOf(
  { extract, capture }: OccupationContext,
  ...places: readonly { readonly at: string; readonly raw: string | null }[]
) {
  return provenanceAt(capture, ...places.map(({ at, raw }) => ({ at: `${extract.at}/${at}`, raw })));
}
