/** The command was asked for something that does not exist or makes no sense. Exit code 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
  /** For programs: `unknown-occupation`, `unknown-version` … */
  readonly code: string;

  constructor(message: string, code = "usage") {
    super(message);
    this.code = code;
  }
}
