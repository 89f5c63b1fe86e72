import { ukIndustries } from "../../../sources/uk-industries/source.ts";
import { ukProjections } from "../../../sources/uk-projections/source.ts";
import { type RegisteredSource, SOURCES, sourceOf } from "../../registry.ts";

/** A document of a host by which its readers can be tried: a page that has all that pages have, or a small workbook. */
const PREFERRED: readonly string[] = [
  "https://www.bls.gov/ooh/healthcare/registered-nurses.htm",
  "https://nationalcareers.service.gov.uk/job-profiles/nurse",
  ...[ukIndustries, ukProjections].flatMap(({ roots }) => roots.map(({ url }) => url)),
];

export type SamplePage = {
  readonly host: string;
  readonly url: string;
  readonly kind: string;
  readonly registered: RegisteredSource;
};

/** One document of each host that a source asks; the first root of the first source, where none is preferred. */
export function samplePages(): readonly SamplePage[] {
  const living = SOURCES.filter(({ source }) => source.retired === undefined);
  const hosts = new Set(living.flatMap(({ source }) => source.hosts.map(({ host }) => host)));
  return [...hosts].flatMap((host) => {
    const roots = living.flatMap(({ source }) => source.roots.map(({ url }) => url));
    const url = [...PREFERRED, ...roots].find((one) => new URL(one).host === host);
    const home = url === undefined ? undefined : sourceOf(url);
    const registered = SOURCES.find(({ source }) => source.id === home?.source.id);
    if (url === undefined || home === undefined || registered === undefined) return [];
    return [{ host, url, kind: home.kind, registered }];
  });
}
