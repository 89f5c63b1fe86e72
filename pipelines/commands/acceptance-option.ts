import { userInfo } from "node:os";
import { ACCEPTABLE_RULES } from "../acceptances/acceptable-rules.ts";
import type { GivenAcceptance } from "../acceptances/given-acceptance.ts";
import { UsageError } from "../errors/usage-error.ts";

type Options = {
  readonly accept?: readonly string[];
  readonly reason?: string;
  readonly by?: string;
};

/**
 * What `--accept`, `--reason` and `--by` say together; `undefined` where nothing is accepted.
 *
 * @throws UsageError where one of them is missing, or names no rule.
 */
export function acceptanceFrom(
  { accept = [], reason = "", by }: Options,
  now: Date,
): GivenAcceptance | undefined {
  if (accept.length === 0 && reason === "" && by === undefined) return undefined;
  if (accept.length === 0 || reason.trim() === "")
    throw new UsageError(
      "--accept names the rule and --reason says why; the version records both. Give both.",
    );
  const unknown = accept.filter((rule) => !ACCEPTABLE_RULES.includes(rule));
  if (unknown.length > 0)
    throw new UsageError(
      `There is no rule "${unknown.join(", ")}" that can be accepted. There are: ${ACCEPTABLE_RULES.join(", ")}.`,
    );
  const name = (by ?? userOfTheSystem() ?? "").trim();
  if (name === "")
    throw new UsageError(
      "Nobody knows who accepts it: the system has no name for its user. Say it with --by.",
    );
  return { rules: accept, reason: reason.trim(), by: name, at: now.toISOString() };
}

/** `undefined` where the account has no entry, as in some containers. */
function userOfTheSystem(): string | undefined {
  try {
    return userInfo().username;
  } catch {
    return undefined;
  }
}
