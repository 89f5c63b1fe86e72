/** The operator stopped the command; what was fetched is kept, and the next run goes on from there. Exit code 130. */
export class InterruptedError extends Error {
  override readonly name = "InterruptedError";
  readonly code = "interrupted";

  constructor(message = "Interrupted. What was fetched so far is kept; run the command again to go on.") {
    super(message);
  }
}
