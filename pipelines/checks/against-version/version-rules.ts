import { sourceEditionsGoBack } from "./editions-go-back.ts";
import { fallingCounts } from "./falling-counts.ts";
import { vanishedIds } from "./vanished-ids.ts";
import type { VersionRule } from "./version-rule.ts";

/** Every rule of a source against the last version, in the order of the README. */
export const VERSION_RULES: readonly VersionRule[] = [vanishedIds, fallingCounts, sourceEditionsGoBack];
