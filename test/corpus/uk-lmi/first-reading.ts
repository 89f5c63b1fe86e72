import { DocumentError } from "../../../sources/reading/document-error.ts";
import type { Remark } from "../../../sources/source.ts";
import { ukLmi } from "../../../sources/uk-lmi/source.ts";
import { normaliseUkLmi } from "../../../transforms/from-uk-lmi.ts";
import type { Fact } from "../../../transforms/model/model.ts";

export type FirstReading = {
  readonly kind: string;
  readonly facts: readonly Fact[];
  readonly remarks: readonly Remark[];
  /** Why the document is refused; `undefined` where it is read. */
  readonly refusal: string | undefined;
};

/** What the product makes of a document: its reader, then its transform. */
export function readAsProduct(url: string, body: Uint8Array): FirstReading {
  const kind = ukLmi.kindOf(url);
  const reader = ukLmi.readers[kind ?? ""];
  if (kind === undefined || reader === undefined) throw new Error(`Nothing reads ${url}.`);
  try {
    const { extract, remarks } = reader.read({ url, mediaType: "application/json", body });
    const stored = reader.schema.parse(JSON.parse(JSON.stringify(extract)));
    const said = normaliseUkLmi(kind, stored, { id: "recorded", sourceId: ukLmi.id });
    return { kind, facts: said.facts, remarks: [...remarks, ...said.remarks], refusal: undefined };
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error;
    return { kind, facts: [], remarks: [], refusal: `at ${error.locator}: found ${error.found}` };
  }
}

/** The facts as lines: the same as those of the second reading. */
export function linesOf(facts: readonly Fact[]): string[] {
  return facts.map((fact) => {
    switch (fact.table) {
      case "occupation":
        return `occupation ${codeOf(fact.row.id)} ${fact.row.title} | ${fact.row.summary}`;
      case "requirement":
        return `requirement ${codeOf(fact.row.occupation_id)} ${fact.row.text}`;
      case "duty":
        return `duty ${codeOf(fact.row.occupation_id)} ${fact.row.position} ${fact.row.text}`;
      case "occupation_name":
        return `name ${codeOf(fact.row.occupation_id)} ${fact.row.name}`;
      case "wage": {
        const { statistic, currency, amount, period, occupation_id, reference_period } = fact.row;
        return `${statistic} ${currency} ${amount} a ${period} ${codeOf(occupation_id)} ${reference_period}`;
      }
      case "working_hours": {
        const { statistic, value, occupation_id, reference_period } = fact.row;
        return `${statistic} ${value} hours ${codeOf(occupation_id)} ${reference_period}`;
      }
      default:
        return JSON.stringify(fact);
    }
  });
}

function codeOf(id: string): string {
  return id.replace(/^uk-soc-2010\//, "");
}
