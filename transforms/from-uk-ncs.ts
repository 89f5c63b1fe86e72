import { slugOf } from "../sources/uk-ncs/profile-address.ts";
import { type ProfileExtract, profileExtract } from "../sources/uk-ncs/profile-extract.ts";
import type { CaptureReference, Normalise, Normalised } from "./facts.ts";
import { withoutRepeats } from "./repeats.ts";
import { workingHoursFrom } from "./uk-ncs/hours.ts";
import { jobGroupFrom } from "./uk-ncs/job-group.ts";
import { namesFrom, profileFrom, similarFrom } from "./uk-ncs/occupations.ts";
import type { PageContext } from "./uk-ncs/page.ts";
import { wagesFrom } from "./uk-ncs/pay.ts";
import { proseFrom } from "./uk-ncs/prose.ts";
import { requirementsFrom } from "./uk-ncs/requirements.ts";

/** The words of the job profiles → facts. A sitemap gives none: it only lists. */
export const normaliseUkNcs: Normalise = (kind, extract, capture) =>
  kind === "sitemap"
    ? { facts: [], remarks: [], edition: undefined }
    : fromProfile(profileExtract.parse(extract), capture);

function fromProfile(extract: ProfileExtract, capture: CaptureReference): Normalised {
  const page: PageContext = { id: `uk-ncs/${slugOf(extract.url)}`, extract, capture, remarks: [] };
  const said = [
    profileFrom(page),
    ...namesFrom(page),
    ...similarFrom(page),
    ...wagesFrom(page),
    workingHoursFrom(page),
    ...requirementsFrom(page),
    ...proseFrom(page),
  ];
  const facts = withoutRepeats(said, extract.url);
  const mentions = jobGroupFrom(page);
  return { facts, remarks: page.remarks, edition: undefined, mentions };
}
