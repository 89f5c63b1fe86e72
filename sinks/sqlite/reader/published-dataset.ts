import type { Dataset, Row } from "../../../transforms/model/model.ts";
import type { MainNumbers } from "../main-numbers.ts";
import type { UK_COMPARED, UK_NUMBERS, US_COMPARED, US_NUMBERS } from "../view-columns.ts";

type Numbers<Names extends readonly (keyof MainNumbers)[]> = Pick<MainNumbers, Names[number]>;

/** Whose words a row of a view are. */
type OfSource = Pick<Row<"source">, "attribution" | "edition" | "state">;

/** A row of the view `us_overview`. */
export type UsOverview = Pick<
  Row<"occupation">,
  "id" | "code" | "title" | "summary" | "url" | "page_date" | "citation"
> &
  Numbers<typeof US_NUMBERS> &
  OfSource;

/** A row of the view `uk_overview`. */
export type UkOverview = Pick<
  Row<"occupation">,
  "id" | "scheme" | "code" | "level" | "title" | "summary" | "url"
> &
  Numbers<typeof UK_NUMBERS> &
  OfSource;

/** A row of the view `comparison`: a US profile beside one of its counterparts, each in its own currency and period. */
export type Comparison = {
  readonly us_id: string;
  readonly us_title: string;
  readonly uk_id: string;
  readonly uk_title: string;
  readonly uk_scheme: Row<"occupation">["scheme"];
} & Pick<Row<"relation">, "score" | "method" | "weight"> & {
    readonly [N in (typeof US_COMPARED)[number] as `us_${N}`]: MainNumbers[N];
  } & { readonly [N in (typeof UK_COMPARED)[number] as `uk_${N}`]: MainNumbers[N] };

/** The full text of an occupation; `rank` is the better the lower it is. */
export type SearchRow = {
  readonly id: string;
  readonly scheme: Row<"occupation">["scheme"];
  readonly title: string;
  readonly names: string | null;
  readonly summary: string | null;
  readonly duties: string | null;
  readonly rank: number;
};

/** Every table and view of a published version, as Kysely sees them. */
export type PublishedDataset = Dataset & {
  us_overview: UsOverview;
  uk_overview: UkOverview;
  comparison: Comparison;
  occupation_search: SearchRow;
};
