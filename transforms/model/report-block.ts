/** A part of a text for readers, before it is written in some format. */
export type ReportBlock =
  | { readonly kind: "heading"; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: "paragraph"; readonly text: string }
  | {
      readonly kind: "table";
      readonly columns: readonly { readonly title: string; readonly isNumber?: boolean }[];
      readonly rows: readonly (readonly ReportCell[])[];
    };

/** Words, or words that lead to an address. */
export type ReportCell = string | { readonly text: string; readonly url: string };
