import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { createLedger } from "../../../pipelines/acceptances/ledger.ts";
import { judgeChange } from "../../../pipelines/refresh/judge-change.ts";
import { SOURCES } from "../../../pipelines/registry.ts";
import { openArchive } from "../../../sources/archive/archive.ts";
import type { Capture } from "../../../sources/archive/capture.ts";
import { temporaryFolder } from "../../sinks/temporary-folder.ts";
import { newState } from "../state/new-state.ts";

const URL_OF_CHEFS = "https://www.bls.gov/ooh/food-preparation-and-serving/chefs-and-head-cooks.htm";
const ADDRESS = { kind: "profile", url: URL_OF_CHEFS };
const PAGE = new URL(
  "../../../sources/sample/documents/www.bls.gov/ooh/food-preparation-and-serving/chefs-and-head-cooks.htm",
  import.meta.url,
);

test("a last good copy that the program no longer understands is no measure, and that is said", () => {
  const registered = SOURCES.find(({ source }) => source.id === "us-ooh");
  if (registered === undefined) throw new Error("The handbook is not registered.");
  const archive = openArchive(join(temporaryFolder(), "archive.sqlite"));
  onTestFinished(() => archive.close());
  const add = (body: Uint8Array, fetchedAt: string): Capture =>
    archive.add({
      ...{ sourceId: "us-ooh", url: URL_OF_CHEFS, finalUrl: URL_OF_CHEFS, fetchedAt, status: 200, body },
      ...{
        mediaType: "text/html",
        etag: undefined,
        lastModified: undefined,
        headers: {},
        acquiredBy: "mirror",
      },
    });
  const older = add(
    Buffer.from("<html><body>In the words of last year.</body></html>"),
    "2025-11-20T02:00:00.000Z",
  );
  const newer = add(readFileSync(PAGE), "2026-11-20T02:00:00.000Z");
  const judgement = judgeChange(
    {
      ...{ registered, archive, fingerprint: "program-2", state: newState().state, lastGood: () => older },
      ledger: createLedger(undefined, () => true, { standing: [], pending: [] }),
    },
    ADDRESS,
    newer,
    { facts: [], remarks: [], edition: "2024-34" },
  );
  expect(judgement).toEqual({ letPass: [], notCompared: expect.stringContaining(URL_OF_CHEFS) });
});
