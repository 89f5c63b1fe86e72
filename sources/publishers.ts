import type { Source } from "./source.ts";

/** What all sources of a publisher have in common. Hosts are asked with the same manners, whichever source asks. */
type Publisher = Pick<Source, "publisher" | "country" | "licence" | "licenceUrl" | "hosts">;

export const BUREAU_OF_LABOR_STATISTICS = {
  publisher: "U.S. Bureau of Labor Statistics",
  country: "US",
  licence: "Public domain (works of the U.S. federal government); the publisher asks to be cited",
  licenceUrl: "https://www.bls.gov/bls/linksite.htm",
  hosts: [{ host: "www.bls.gov", gapMilliseconds: 2_500, requestsPerDay: 2_000 }],
} as const satisfies Publisher;

export const OPEN_GOVERNMENT_LICENCE = {
  licence: "Open Government Licence v3.0",
  licenceUrl: "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
} as const satisfies Partial<Publisher>;

export const OFFICE_FOR_NATIONAL_STATISTICS = {
  publisher: "Office for National Statistics",
  country: "UK",
  ...OPEN_GOVERNMENT_LICENCE,
  attribution: "Source: Office for National Statistics licensed under the Open Government Licence v.3.0.",
  hosts: [{ host: "www.ons.gov.uk", gapMilliseconds: 1_000, requestsPerDay: 500 }],
} as const satisfies Publisher & Pick<Source, "attribution">;
