/** What a report calls things. */
export type Titles = {
  /** `undefined` where neither version has the occupation. */
  readonly occupation: (id: string) => string | undefined;
  readonly source: (id: string) => string | undefined;
};
