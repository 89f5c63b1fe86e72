/** A check refused; nothing was published or stored. Exit code 4. */
export class RefusedError extends Error {
  override readonly name = "RefusedError";
  /** Name of the rule that refused. */
  readonly code: string;

  constructor(message: string, code = "refused", options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
