import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ukNcs } from "../../../sources/uk-ncs/source.ts";
import type { CodeMention } from "../../../transforms/facts.ts";
import { normaliseUkNcs } from "../../../transforms/from-uk-ncs.ts";
import type { Fact } from "../../../transforms/model/model.ts";
import { areSaved, savedAt } from "../saved.ts";

const site = "https://nationalcareers.service.gov.uk";
const host = savedAt("hosts", "nationalcareers.service.gov.uk");
const of2019 = savedAt("extras", "ncs-2019");

export const hasCorpus = areSaved("job profiles", join(host, "job-profiles"));

export type SavedPage = { readonly slug: string; readonly url: string; readonly html: string };

/** Every saved profile, and those of the layout of 2019. */
export function savedProfiles(): SavedPage[] {
  const page = (folder: string, file: string, slug: string): SavedPage => ({
    slug,
    url: `${site}/job-profiles/${encodeURIComponent(slug)}`,
    html: readFileSync(join(folder, file), "utf8"),
  });
  const profiles = join(host, "job-profiles");
  const now = readdirSync(profiles).sort();
  const then = existsSync(of2019) ? readdirSync(of2019).sort() : [];
  return [
    ...now.map((file) => page(profiles, file, decodeURIComponent(file.replace(/\.html$/, "")))),
    ...then.map((file) => page(of2019, file, file.replace(/_.*$/, ""))),
  ];
}

/** The addresses that a saved sitemap lists. */
export function listedBySaved(path: string): { readonly text: string; readonly urls: readonly string[] } {
  const body = readFileSync(join(host, path));
  const root = ukNcs.roots.find(({ url }) => url === `${site}/${path}`);
  const reader = ukNcs.readers.sitemap;
  if (root === undefined || reader === undefined) throw new Error(`${path} is no sitemap of the source.`);
  const { extract } = reader.read({ url: root.url, mediaType: "text/xml", body });
  return {
    text: body.toString("utf8"),
    urls: ukNcs.listedBy(root, reader.schema.parse(extract)).map(({ url }) => url),
  };
}

export type FirstReading = {
  readonly facts: readonly Fact[];
  readonly mentions: readonly CodeMention[];
  readonly remarks: readonly string[];
};

/** What the product makes of a profile: its reader, then its transform. */
export function readAsProduct({ url, html }: Pick<SavedPage, "url" | "html">): FirstReading {
  const reader = ukNcs.readers.profile;
  if (reader === undefined) throw new Error("The source has no profiles.");
  const { extract, remarks } = reader.read({ url, mediaType: "text/html", body: Buffer.from(html) });
  const said = normaliseUkNcs("profile", reader.schema.parse(extract), { id: "saved", sourceId: "uk-ncs" });
  return {
    facts: said.facts,
    mentions: said.mentions ?? [],
    remarks: [...remarks, ...said.remarks].map(({ rule, message }) => `${rule}: ${message}`),
  };
}
