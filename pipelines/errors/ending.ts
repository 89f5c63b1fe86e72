import { StoreError } from "../../sources/archive/store-error.ts";
import { EXIT, type ExitCode } from "../exit-codes.ts";
import { VerificationError } from "../publish/verification-error.ts";
import { DatabaseError } from "./database-error.ts";
import { InterruptedError } from "./interrupted-error.ts";
import { RefusedError } from "./refused-error.ts";
import { StoreHeldError } from "./store-held-error.ts";
import { UnreachableError } from "./unreachable-error.ts";
import { UsageError } from "./usage-error.ts";

/** How an error ends the command. */
export type Ending = { readonly code: string; readonly exit: ExitCode; readonly message: string };

const SITUATIONS = [
  [UsageError, EXIT.usage],
  [RefusedError, EXIT.refused],
  [StoreHeldError, EXIT.held],
  [UnreachableError, EXIT.unreachable],
  [StoreError, EXIT.store],
  [DatabaseError, EXIT.store],
  [InterruptedError, EXIT.interrupted],
] as const;

/** An error that is none of the known situations is a bug of this program, and says so. */
export function endingOf(thrown: unknown): Ending {
  const error = isAbort(thrown) ? new InterruptedError() : thrown;
  for (const [situation, exit] of SITUATIONS) {
    if (error instanceof situation) return { code: error.code, exit, message: error.message };
  }
  if (error instanceof VerificationError) {
    return { code: "verification-failed", exit: EXIT.refused, message: error.message };
  }
  return { code: "bug", exit: EXIT.bug, message: bugMessage(error) };
}

function bugMessage(error: unknown): string {
  const what = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return `This is a bug in occupations: ${what}. What was published before is untouched. Run the command again with --verbose, and report what it prints.`;
}

/** What an aborted signal throws. */
function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === "AbortError";
}
