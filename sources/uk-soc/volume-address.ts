/** What stands at an address of the classification. */
export type Volume = "structure" | "coding-index";

const CLASSIFICATION =
  "/methodology/classificationsandstandards/standardoccupationalclassificationsoc/soc2020/";

/** The folders that the publisher keeps every vintage of a volume in. */
const FOLDERS: Readonly<Record<string, Volume>> = {
  soc2020volume1structureanddescriptionsofunitgroups: "structure",
  soc2020volume2codingrulesandconventions: "coding-index",
};

/**
 * `https://www.ons.gov.uk/file?uri=/…/soc2020volume2codingrulesandconventions/….xlsx` → `coding-index`, whatever the
 * vintage; `undefined` for any other address.
 */
export function volumeAt(address: string): Volume | undefined {
  if (!URL.canParse(address)) return undefined;
  const { origin, pathname, searchParams } = new URL(address);
  const path = searchParams.get("uri") ?? "";
  if (origin !== "https://www.ons.gov.uk" || pathname !== "/file" || !path.startsWith(CLASSIFICATION))
    return undefined;
  const [folder = "", file = "", ...deeper] = path.slice(CLASSIFICATION.length).split("/");
  return deeper.length === 0 && file.endsWith(".xlsx") ? FOLDERS[folder] : undefined;
}
