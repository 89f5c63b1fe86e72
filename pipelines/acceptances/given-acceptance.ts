/** What a person lets pass in a run: `--accept RULE… --reason WORDS --by NAME`. */
export type GivenAcceptance = {
  readonly rules: readonly string[];
  readonly reason: string;
  readonly by: string;
  /** ISO time. */
  readonly at: string;
};
