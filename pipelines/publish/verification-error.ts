/** What was staged does not read back as it was written. */
export class VerificationError extends Error {
  override readonly name = "VerificationError";
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    const list = problems.map((problem) => `- ${problem}`).join("\n");
    super(
      `The new version does not read back as it was written, so it was not published; the latest one is untouched. Check the disk, then run the command again.\n${list}`,
    );
    this.problems = problems;
  }
}
