import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { DATASET } from "../../../sources/uk-ashe/address.ts";
import { areSaved, savedAt } from "../saved.ts";
import { hasCorpus as hasAshe, LONE, LONE_NAME } from "../uk-ashe/corpus.ts";
import { hasCorpus as hasAnswers, recordings } from "../uk-lmi/corpus.ts";
import { savedProfiles } from "../uk-ncs/corpus.ts";
import { savedExports } from "../us-projections/saved-exports.ts";

const hosts = savedAt("hosts");
const routes = savedAt("routes.json");

export const hasCorpus = areSaved("documents", hosts, routes);

export type SavedDocument = { readonly url: string; readonly body: () => Buffer };

/** Every document that is saved, under the address that it was saved from. */
export function savedDocuments(): SavedDocument[] {
  if (!hasCorpus) return [];
  const pages = savedProfiles().map(({ url, html }) => ({ url, body: () => Buffer.from(html) }));
  const isPage = ({ url }: SavedDocument) =>
    url.startsWith("https://nationalcareers.service.gov.uk/job-profiles/");
  return [...served().filter((document) => !isPage(document)), ...pages, ...besides()];
}

/** What a stand-in of the publishers serves: at its path, or at the address that the routes give it. */
function served(): SavedDocument[] {
  const addresses = Object.entries(
    JSON.parse(readFileSync(routes, "utf8")) as Record<string, { file: string }>,
  );
  const addressOf = new Map(addresses.map(([url, { file }]) => [file, url]));
  return readdirSync(hosts, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const path = join(entry.parentPath, entry.name);
      const file = relative(hosts, path).split(sep).join("/");
      return { url: addressOf.get(file) ?? `https://${file}`, body: () => readFileSync(path) };
    });
}

/** What nobody serves any more: exports, an older workbook, answers of a service that has ended. */
function besides(): SavedDocument[] {
  const exports = savedExports().map(({ url, body }) => ({ url, body: () => body }));
  const answers = (hasAnswers ? recordings() : []).map(({ body }) => ({
    url: String((JSON.parse(body.toString("utf8")) as { request_uri?: string }).request_uri),
    body: () => body,
  }));
  const workbook = {
    url: `https://www.ons.gov.uk/file?uri=${DATASET}/2022/${encodeURIComponent(LONE_NAME)}`,
    body: () => readFileSync(LONE),
  };
  return [...exports, ...answers, ...(hasAshe ? [workbook] : [])];
}
