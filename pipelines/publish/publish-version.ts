import { rm } from "node:fs/promises";
import type { Manifest } from "../../sinks/manifest.ts";
import { asStoreError } from "../../sources/archive/store-error.ts";
import type { ChangesHead } from "../../transforms/model/change.ts";
import type { Against } from "../changes/write-changes.ts";
import { touchChecked } from "./latest.ts";
import { promote } from "./promote.ts";
import { recoverStore } from "./recover.ts";
import { type FactsOrder, stageFacts, writeVersion } from "./stage.ts";
import { createStaging, versionFolder } from "./store-layout.ts";
import { VerificationError } from "./verification-error.ts";
import { verifyVersion } from "./verify.ts";

/** What is to be published, and where. The caller holds the lock of the store. */
export type PublishOrder = FactsOrder &
  Partial<Omit<Against, "previous">> & {
    readonly store: string;
    /** ISO time; becomes part of the version's id. */
    readonly createdAt: string;
    readonly toolVersion: string;
    /** The state of the program that builds it. */
    readonly program: string;
    readonly nodeVersion?: string;
    /** Do everything but publishing. */
    readonly isDryRun?: boolean;
  };

export type Publication = {
  /** rehearsed: a dry run; the version would have been published. */
  readonly outcome: "published" | "unchanged" | "rehearsed";
  /** The version that was made; where nothing has changed, the latest one. */
  readonly manifest: Manifest;
  /** What that version changes; NULL where nothing has changed. */
  readonly changes: ChangesHead | null;
};

/**
 * Builds a version and publishes it, unless the latest one says the same already. Whatever goes wrong, readers keep the
 * version that they have, and nothing half-written remains.
 *
 * @throws StoreError where the store cannot be written; VerificationError; whatever `build` and `inspect` throw.
 */
export async function publishVersion(order: PublishOrder): Promise<Publication> {
  const { store, createdAt, toolVersion, program, nodeVersion = process.version, isDryRun = false } = order;
  return withStoreErrors(store, async () => {
    const latest = await recoverStore(store);
    return inStaging(store, async (staging) => {
      const facts = await stageFacts(staging, order);
      if (latest?.content_hash === facts.contentHash) {
        facts.writer.discard();
        if (!isDryRun) await touchChecked(store, createdAt);
        return { outcome: "unchanged", manifest: latest, changes: null };
      }
      const previousVersion = latest?.id ?? null;
      const when = { createdAt, previousVersion, toolVersion, program, nodeVersion };
      const { manifest, changes } = await writeVersion(staging, facts, when, {
        previous: latest && { id: latest.id, folder: versionFolder(store, latest.id) },
        ...{ archive: order.archive, reread: order.reread },
      });
      refuseUnlessWhole(staging);
      if (isDryRun) return { outcome: "rehearsed", manifest, changes };
      await promote({ store, staging, manifest });
      return { outcome: "published", manifest, changes };
    });
  });
}

function refuseUnlessWhole(staging: string): void {
  const problems = verifyVersion(staging);
  if (problems.length > 0) throw new VerificationError(problems);
}

/** Works in a staging folder, which is gone afterwards: published, or removed. */
async function inStaging<Result>(store: string, work: (staging: string) => Promise<Result>): Promise<Result> {
  const staging = await createStaging(store);
  try {
    return await work(staging);
  } finally {
    // What cannot be removed now is removed by the next run; the first error is the one to tell.
    await rm(staging, { recursive: true, force: true }).catch(() => undefined);
  }
}

/** What the disk or SQLite refuses becomes a `StoreError`. */
async function withStoreErrors<Result>(store: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw asStoreError(error, store);
  }
}
