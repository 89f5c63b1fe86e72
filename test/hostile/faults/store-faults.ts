import {
  closeSync,
  cpSync,
  openSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import { lockStore } from "../../../pipelines/lock.ts";
import { neverAnswers } from "../../pipelines/refresh/misbehaviours.ts";
import type { Fault, Night } from "./fault.ts";

const KEPT = { carried: [] } as const;

/** Spoils a file of the store for one night. */
function spoilt(what: string, file: string, says: string, spoil: (path: string) => void): Fault {
  const begin: Fault["begin"] = ({ store }) => {
    const path = join(store, file);
    const copy = `${path}.copy`;
    cpSync(path, copy);
    for (const beside of ["-wal", "-shm"]) rmSync(`${path}${beside}`, { force: true });
    spoil(path);
    return {
      end: () => {
        cpSync(copy, path);
        rmSync(copy);
      },
    };
  };
  return { what, exit: 7, says, ...KEPT, begin };
}

function overwrite(path: string, bytes: number, from: number): void {
  const file = openSync(path, "r+");
  writeSync(file, Buffer.alloc(bytes, 0x5a), 0, bytes, from);
  closeSync(file);
}

const text = (path: string) => writeFileSync(path, "Somebody has put a letter here.\n".repeat(200));

function held(store: string): Night {
  const lock = lockStore(store, { command: "refresh", startedAt: "2026-11-21T02:00:00.000Z" });
  return { end: lock.release };
}

/** What becomes of the store itself. */
export const STORE_FAULTS: readonly Fault[] = [
  spoilt("the archive is overwritten", "archive.sqlite", "archive.sqlite is damaged", (path) =>
    overwrite(path, 4_096, 0),
  ),
  spoilt("the archive is cut in half", "archive.sqlite", "archive.sqlite is damaged", (path) =>
    truncateSync(path, Math.floor(statSync(path).size / 2)),
  ),
  spoilt("something else is called archive.sqlite", "archive.sqlite", "archive.sqlite is damaged", text),
  spoilt("the state is overwritten", "state.sqlite", "state.sqlite is damaged", (path) =>
    overwrite(path, 4_096, 0),
  ),
  {
    what: "another run holds the store",
    exit: 5,
    says: "is held by",
    ...KEPT,
    begin: ({ store }) => held(store),
  },
  {
    what: "the operator interrupts",
    exit: 130,
    says: "run the command again to go on",
    ...KEPT,
    begin: ({ upstream }) => {
      const interruption = new AbortController();
      upstream.misbehave(
        /actors\.htm$/,
        neverAnswers(() => interruption.abort()),
      );
      return { signal: interruption.signal };
    },
  },
  {
    what: "the link `latest` is gone",
    exit: 0,
    says: "",
    ...KEPT,
    begin: ({ store }) => {
      rmSync(join(store, "latest"));
      return undefined;
    },
  },
  {
    what: "the clock goes back a day",
    exit: 0,
    says: "",
    ...KEPT,
    begin: () => ({ now: "2026-11-19T02:15:00Z" }),
  },
];
