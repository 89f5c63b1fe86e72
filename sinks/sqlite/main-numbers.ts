import type { Row } from "../../transforms/model/model.ts";
import type { JOINED, MainNumber, MainNumberTerms } from "./overview.ts";

type Joined = typeof JOINED;

/** `annual.amount` → the type of `wage.amount`; nothing for what is no column of a joined row. */
type ColumnOf<Term> = Term extends `${infer Alias extends keyof Joined & string}.${infer Column}`
  ? Column extends keyof Row<Joined[Alias]>
    ? Row<Joined[Alias]>[Column]
    : never
  : never;

type Computed = {
  readonly soc_codes: string;
  readonly soc_scheme: Row<"occupation">["scheme"];
  readonly currency: Row<"wage">["currency"];
  readonly entry_education: string;
  readonly work_experience: string;
  readonly on_the_job_training: string;
  readonly jobs_year: number;
};

/** The main numbers of an occupation; each is NULL where the occupation has none. */
export type MainNumbers = {
  readonly [N in MainNumber]: (N extends keyof Computed ? Computed[N] : ColumnOf<MainNumberTerms[N]>) | null;
};
