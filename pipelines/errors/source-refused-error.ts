/** What a source says does not fit what the others say, or breaks a rule: its last good facts have to stand in. */
export class SourceRefusedError extends Error {
  override readonly name = "SourceRefusedError";
  readonly sourceId: string;

  constructor(sourceId: string, message: string, cause?: unknown) {
    super(message, { cause });
    this.sourceId = sourceId;
  }
}
