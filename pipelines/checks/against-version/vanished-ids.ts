import type { VersionRule } from "./version-rule.ts";

export const vanishedIds: VersionRule = {
  rule: "vanished-ids",
  protects: "Consumers hold on to ids: one that the last version had must not go because a reader lost it.",
  find: ({ occupations, isThere, isTakenOut }) =>
    [...occupations]
      .filter(([id, url]) => !isThere(id) && !isTakenOut(url))
      .map(([id]) => `${id} was in the last version and is not in this one`),
};
