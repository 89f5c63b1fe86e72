/** One finding of a rule that a person let pass: what, of which source, who, when and why. */
export type LetPass = {
  readonly rule: string;
  readonly sourceId: string;
  readonly finding: string;
  readonly reason: string;
  readonly acceptedBy: string | undefined;
  /** ISO time. */
  readonly acceptedAt: string;
};
