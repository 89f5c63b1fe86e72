import type { Row } from "../../../transforms/model/model.ts";
import { type Columnar, rowsOf } from "../columnar.ts";
import { type Listed, listed } from "./listed.ts";
import { loadText } from "./load.ts";

/** Where a fact was read, as a page of the site has it. */
export type Provenance = {
  readonly source_id: string | null;
  readonly capture_id: string | null;
  readonly locator: string | readonly string[] | null;
  readonly raw: string | null | readonly (string | null)[];
};

type Fact<R> = Omit<R, keyof Provenance | "occupation_id"> & Provenance;
type OfIndustry<R> = Fact<R> & { readonly industry_title: string | null };

export type Wage = OfIndustry<Row<"wage">>;
export type Employment = OfIndustry<Row<"employment">>;
export type EmployerShare = OfIndustry<Row<"employer_share">>;
export type Projection = OfIndustry<Row<"projection">>;
export type WorkingHours = Fact<Row<"working_hours">>;
export type PayBand = Fact<Row<"pay_band">>;
export type Requirement = Fact<Row<"requirement">>;
export type Section = Fact<Row<"section">>;
export type Duty = Fact<Row<"duty">>;
export type Specialty = Fact<Row<"specialty">>;
export type Quality = Fact<Row<"quality">>;
export type Name = Fact<Row<"occupation_name">>;
export type Relation = Fact<Row<"relation">> & { readonly to_title: string; readonly to_url: string | null };
export type Mention = Fact<Row<"relation">> & { readonly from_title: string };
export type Issue = Pick<Row<"issue">, "rule" | "severity" | "message">;
export type Counterpart = {
  readonly id: string;
  readonly title: string;
  readonly country: string;
  readonly score: number | null;
  readonly method: string;
};
export type Capture = Pick<Row<"capture">, "id" | "source_id" | "url" | "fetched_at">;

/** All that a page of an occupation shows. */
export type Page = Omit<Row<"occupation">, "locator" | "raw"> &
  Provenance & {
    readonly former_ids: readonly string[];
    readonly parent_title: string | null;
    readonly counterparts: readonly Counterpart[];
    readonly captures: readonly Capture[];
    readonly wages: readonly Wage[];
    readonly pay_bands: readonly PayBand[];
    readonly employment: readonly Employment[];
    readonly employer_shares: readonly EmployerShare[];
    readonly projections: readonly Projection[];
    readonly working_hours: readonly WorkingHours[];
    readonly requirements: readonly Requirement[];
    readonly sections: readonly Section[];
    readonly duties: readonly Duty[];
    readonly specialties: readonly Specialty[];
    readonly qualities: readonly Quality[];
    readonly names: readonly Name[];
    readonly relations: readonly Relation[];
    readonly mentioned_by: readonly Mention[];
    readonly issues: readonly Issue[];
  };

const LISTS = [
  ...["wages", "pay_bands", "employment", "employer_shares", "projections", "working_hours"],
  ...["requirements", "sections", "duties", "specialties", "qualities", "names"],
  ...["relations", "mentioned_by", "issues"],
];

/** The page of an occupation; `undefined` where the dataset has no such occupation. */
export async function loadPage(id: string): Promise<Page | undefined> {
  const line = lineOf(await loadPages(await listed(), id), id);
  return line === undefined ? undefined : pageFrom(JSON.parse(line));
}

/** Pages lie in the order of their ids, some in each file; the list tells where each file begins. */
async function loadPages({ pages }: Listed, id: string): Promise<string> {
  const number = pages.findLastIndex((first) => first <= id) + 1;
  return number === 0 ? "" : loadText(`pages-${String(number).padStart(3, "0")}`);
}

function lineOf(lines: string, id: string): string | undefined {
  const beginning = `{"id":${JSON.stringify(id)},`;
  const at = lines.startsWith(beginning) ? 0 : lines.indexOf(`\n${beginning}`);
  if (at === -1) return undefined;
  const end = lines.indexOf("\n", at + 1);
  return lines.slice(at, end === -1 ? undefined : end);
}

function pageFrom(parts: Readonly<Record<string, unknown>>): Page {
  const lists = LISTS.map((name) => [name, name in parts ? rowsOf(parts[name] as Columnar) : []]);
  return { ...parts, ...Object.fromEntries(lists) } as Page;
}
