/** What a response's body must be before it counts: whole, and the thing that was asked for. */
export type BodyExpectation = {
  /** Lawful media types, without parameters, in lower case. */
  readonly mediaTypes: readonly string[];
  /** A body longer than this (unpacked) is refused. */
  readonly maximumBytes: number;
  /** HTML and XML: what the text must end with, trailing white space and comments aside: `</html>`. */
  readonly endsWith?: string;
  /** HTML: the page's `rel=canonical` must name the address that was asked for. */
  readonly canonical?: boolean;
  /** Words that the real document always has; the first one missing is named in the refusal. */
  readonly landmarks?: readonly string[];
  /** Zip and workbook: the end-of-central-directory record must be there. */
  readonly zip?: boolean;
};
