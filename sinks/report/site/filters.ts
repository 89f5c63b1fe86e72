import type { ListedOccupation } from "./listed.ts";

/** What a reader wants to see only; empty where it does not matter. It stands in the address. */
export type Filters = {
  readonly country: string;
  /** Pay of at least so much a year, in the currency of the country. */
  readonly pay: string;
  readonly growth: string;
  readonly education: string;
  /** Words in the name of the largest employer. */
  readonly employer: string;
};

export const FILTER_NAMES = ["country", "pay", "growth", "education", "employer"] as const;

export function filtersFrom(query: URLSearchParams): Filters {
  return Object.fromEntries(FILTER_NAMES.map((name) => [name, query.get(name)?.trim() ?? ""])) as Filters;
}

/** Growth of all occupations of the United States, which "faster than" is measured by. */
export function passes(one: ListedOccupation, filters: Filters, growthOfAll: number | null): boolean {
  return (
    (filters.country === "" || one.country === filters.country) &&
    paysAtLeast(one, filters.pay) &&
    growsLike(one.growth_percent, filters.growth, growthOfAll) &&
    (filters.education === "" || one.entry_education === filters.education) &&
    (filters.employer === "" || contains(one.largest_employer, filters.employer))
  );
}

/** The median a year or, where a careers service tells no median, what the experienced earn. */
function paysAtLeast({ median_annual_amount, experienced_amount }: ListedOccupation, pay: string): boolean {
  const least = Number(pay.replaceAll(/[^\d.]/g, ""));
  if (pay === "" || Number.isNaN(least)) return true;
  const amount = median_annual_amount ?? experienced_amount;
  return amount !== null && amount >= least;
}

function growsLike(growth: number | null, wanted: string, growthOfAll: number | null): boolean {
  if (wanted === "") return true;
  if (growth === null) return false;
  if (wanted === "shrinking") return growth < 0;
  if (wanted === "faster") return growthOfAll !== null && growth > growthOfAll;
  return growth > 0;
}

function contains(words: string | null, part: string): boolean {
  return words?.toLowerCase().includes(part.toLowerCase()) ?? false;
}
