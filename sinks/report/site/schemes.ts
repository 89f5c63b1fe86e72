/** What the parts of an id before the slash are called. */
const SCHEMES: Readonly<Record<string, string>> = {
  "us-ooh": "Occupational Outlook Handbook",
  "us-soc-2018": "SOC 2018",
  "us-soc-2010": "SOC 2010",
  "onet-soc": "O*NET-SOC",
  "uk-ncs": "National Careers Service",
  "uk-soc-2020": "UK SOC 2020",
  "uk-soc-2010": "UK SOC 2010",
  "isco-08": "ISCO-08",
};

export function schemeOf(id: string): string {
  return id.slice(0, id.indexOf("/"));
}

export function codeOf(id: string): string {
  return id.slice(id.indexOf("/") + 1);
}

const COUNTRIES: Readonly<Record<string, string>> = { US: "United States", UK: "United Kingdom" };

export function countryWords(country: string | null): string {
  return country === null ? "International" : (COUNTRIES[country] ?? country);
}

/** "SOC 2018 code 29-1141", "Profile of the Occupational Outlook Handbook" */
export function kindWords({ id, level }: { readonly id: string; readonly level: string }): string {
  const scheme = SCHEMES[schemeOf(id)] ?? schemeOf(id);
  return level === "profile" ? `Profile of the ${scheme}` : `${scheme} ${codeOf(id)}`;
}

/** "SOC 2018 29-1141" */
export function codeWords(id: string): string {
  return `${SCHEMES[schemeOf(id)] ?? schemeOf(id)} ${codeOf(id)}`;
}
