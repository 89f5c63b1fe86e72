import { describe, expect, test } from "vitest";
import { type Redirect, redirectsAfter, redirectWords } from "../../transforms/redirects.ts";

const FIRST = "2026-11-20T02:15:00.000Z";
const LATER = "2026-11-27T02:15:00.000Z";

function redirect(from: string, to: string, given: Partial<Redirect> = {}): Redirect {
  return {
    ...{ from_id: `uk-ncs/${from}`, to_id: `uk-ncs/${to}`, kind: "renamed", source_id: "uk-ncs" },
    ...{ from_url: `https://example.org/${from}`, to_url: `https://example.org/${to}`, fetched_at: FIRST },
    ...given,
  };
}

const pairsOf = (redirects: readonly Redirect[]) =>
  redirects.map(({ from_id, to_id, kind }) => [from_id, to_id, kind].join(" ").replaceAll("uk-ncs/", ""));

describe("redirects of a version", () => {
  test("are those of the last one", () => {
    expect(redirectsAfter([redirect("a", "b")], [])).toEqual([redirect("a", "b")]);
  });

  test("keep the day on which they were first seen", () => {
    const again = redirect("a", "b", { fetched_at: LATER, kind: "merged" });
    expect(redirectsAfter([redirect("a", "b")], [again])).toEqual([redirect("a", "b")]);
  });

  test("lead in one step to where the profile is now", () => {
    const after = redirectsAfter([redirect("a", "b")], [redirect("b", "c"), redirect("c", "d")]);
    expect(pairsOf(after)).toEqual(["a d renamed", "b d renamed", "c d renamed"]);
  });

  test("are a merger where one step of the way is", () => {
    const after = redirectsAfter([redirect("a", "b")], [redirect("b", "c", { kind: "merged" })]);
    expect(pairsOf(after)).toEqual(["a c merged", "b c merged"]);
  });

  test("follow the publisher's newer word", () => {
    const after = redirectsAfter([redirect("a", "b")], [redirect("a", "c", { fetched_at: LATER })]);
    expect(pairsOf(after)).toEqual(["a c renamed"]);
  });

  test("do not run in a circle where a profile gets its old name back", () => {
    expect(pairsOf(redirectsAfter([redirect("a", "b")], [redirect("b", "a")]))).toEqual(["b a renamed"]);
  });
});

test("a redirect says what was done, and where that can be seen", () => {
  expect(redirectWords(redirect("a", "b"))).toBe(
    "The publisher has renamed uk-ncs/a to uk-ncs/b: https://example.org/a leads to https://example.org/b.",
  );
  expect(redirectWords(redirect("a", "b", { kind: "merged" }))).toContain("merged uk-ncs/a into uk-ncs/b");
});
