import { type Columnar, rowsOf } from "../columnar.ts";
import { signed } from "./figures.ts";
import type { ListedOccupation } from "./listed.ts";
import type { LoadData } from "./parts.ts";

type Before = {
  readonly id: string;
  readonly median_annual_amount: number | null;
  readonly jobs: number | null;
  readonly growth_percent: number | null;
};

type ChangedFile = {
  readonly from: { readonly version: string; readonly created_at: string } | null;
  readonly added: readonly string[];
  readonly before: Columnar;
};

/** What numbers were in the version before this one. */
export type FormerNumbers = {
  /** The version before; NULL where this is the first. */
  readonly from: ChangedFile["from"];
  /** Change of the median pay a year in percent; 0 where it is as it was, NULL where there is nothing to compare. */
  readonly payChange: (one: ListedOccupation) => number | null;
  readonly payWords: (one: ListedOccupation, amountWords: (amount: number) => string) => string;
};

export async function formerNumbers(load: LoadData): Promise<FormerNumbers> {
  const file = await load<ChangedFile>("changed");
  const before = new Map(rowsOf<Before>(file.before).map((row) => [row.id, row]));
  const added = new Set(file.added);
  const formerPay = ({ id, median_annual_amount }: ListedOccupation) =>
    before.get(id)?.median_annual_amount ?? median_annual_amount;
  const payChange = (one: ListedOccupation) => {
    const [now, then] = [one.median_annual_amount, formerPay(one)];
    if (now === null || then === null || then === 0 || added.has(one.id)) return null;
    return Math.round((now / then - 1) * 1000) / 10;
  };
  return {
    from: file.from,
    payChange,
    payWords: (one, amountWords) => {
      if (added.has(one.id)) return "new in this version";
      const change = payChange(one);
      const then = formerPay(one);
      if (change === null || then === null) return "no yearly figure to compare";
      return change === 0 ? "as it was" : `${signed(change)}% (was ${amountWords(then)})`;
    },
  };
}
