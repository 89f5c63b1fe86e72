/** No source could be reached; nothing was published. Exit code 6. */
export class UnreachableError extends Error {
  override readonly name = "UnreachableError";
  readonly code = "unreachable";
}
