/** A database that a version is published to cannot be reached, or refuses. Exit code 7. */
export class DatabaseError extends Error {
  override readonly name = "DatabaseError";
  readonly code: "database-unreachable" | "database-refused" | "database-foreign";

  constructor(code: DatabaseError["code"], message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
