import { expect, test } from "vitest";
import { documentReasons, type SourceNature } from "../../../transforms/diff/document-reasons.ts";
import { documentsOf, type VersionDocuments } from "../../../transforms/diff/version-documents.ts";

const URL = "https://publisher.example/page";

/** A version with one source and, where it has bytes, one document. */
function version(edition: string | null, sha256?: string): VersionDocuments {
  const source = { id: "us-ooh", edition, state: "fresh", state_reason: null } as const;
  const document = { id: `capture-${sha256}`, url: URL, source_id: "us-ooh", sha256: sha256 ?? "" };
  return documentsOf([source], sha256 === undefined ? [] : [document]);
}

const NOTHING = documentsOf([], []);
const PAGES: SourceNature = { isSeries: false, isReplaced: false };

function kindOf(
  before: VersionDocuments,
  after: VersionDocuments,
  nature: SourceNature = PAGES,
  editionIn: (side: "before" | "after") => string | null | undefined = () => undefined,
) {
  const evidence = { before, after, natureOf: () => nature, editionIn, unread: () => undefined };
  return documentReasons(evidence).get(URL)?.kind;
}

test.each([
  ["the same bytes are no change", version("2024", "a"), version("2025", "a"), PAGES, undefined],
  [
    "other bytes of the same edition are a correction",
    version("2024", "a"),
    version("2024", "b"),
    PAGES,
    "correction",
  ],
  [
    "other bytes of no edition at all are a correction",
    version(null, "a"),
    version(null, "b"),
    PAGES,
    "correction",
  ],
  [
    "other bytes of another edition are a new edition",
    version("2024", "a"),
    version("2025", "b"),
    PAGES,
    "new-edition",
  ],
  [
    "a page that comes is added, also with a new edition",
    version("2024"),
    version("2025", "b"),
    PAGES,
    "document-added",
  ],
  ["a page that goes is removed", version("2024", "a"), version("2024"), PAGES, "document-removed"],
  [
    "a document that comes to a series is an edition",
    version("2024"),
    version("2025", "b"),
    { isSeries: true, isReplaced: false },
    "new-edition",
  ],
  [
    "a document that is replaced under another address is a new edition, where the edition is another",
    version("2024", "a"),
    version("2025"),
    { isSeries: false, isReplaced: true },
    "new-edition",
  ],
  ["a document of a new source came with its source", NOTHING, version("2024", "a"), PAGES, "source-added"],
  [
    "a document of a source that is gone went with it",
    version("2024", "a"),
    NOTHING,
    PAGES,
    "source-removed",
  ],
])("%s", (_, before, after, nature, kind) => {
  expect(kindOf(before, after, nature)).toBe(kind);
});

test("where a source has several editions at a time, the document's own one counts", () => {
  const [before, after] = [version("2024", "a"), version("2025", "b")];
  expect(kindOf(before, after, PAGES, () => "2024")).toBe("correction");
  expect(kindOf(before, after, PAGES, (side) => (side === "before" ? "2024" : "2025"))).toBe("new-edition");
});

test("an edition that cannot be read leaves the cause undetermined", () => {
  const unreadable = () => {
    throw new Error("The archive has lost it.");
  };
  expect(kindOf(version("2024", "a"), version("2025", "b"), PAGES, unreadable)).toBe("undetermined");
});
