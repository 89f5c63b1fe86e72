import pLimit from "p-limit";
import type { DocumentAddress } from "../../sources/source.ts";
import type { Round } from "../state/rounds.ts";
import { type Gathered, type GatheredDocument, isPassing } from "./gathered.ts";
import { asKnown, type Obtaining, obtain } from "./obtain.ts";
import type { Progress } from "./progress.ts";

export type Gathering = Omit<Obtaining, "round" | "counts"> & { readonly progress: Progress };

/** An unfinished round is gone on with for so long. */
const ROUND_HOURS = 24;

/** Documents in the works at a time; how many requests that makes, and how fast, is up to the fetcher. */
const CONCURRENCY = 8;

/** Goes through a source: its roots, then every document that they list. */
export async function gather(gathering: Gathering): Promise<Gathered> {
  const { registered, settings, state, now, progress } = gathering;
  const round = gathering.fetcher === undefined ? undefined : beginRound(gathering);
  const counts = { fetched: 0, unchanged: 0, resumed: 0, failed: 0, parsed: 0, rejected: 0 };
  const obtaining = { ...gathering, round, counts };
  const roots: GatheredDocument[] = [];
  for (const root of registered.source.roots) roots.push(await obtain(obtaining, root));
  if (roots.some(({ trouble }) => trouble !== undefined)) return { roots, documents: [], counts };
  const addresses = listedBy(obtaining, roots);
  progress.begin(registered.source.id, addresses.length);
  const documents = await obtainAll(obtaining, addresses, progress);
  progress.end();
  const isWhole = documents.every(({ trouble }) => trouble === undefined || !isPassing(trouble));
  if (round !== undefined && isWhole && settings.codes.length === 0)
    state.rounds.finish(round, now().toISOString());
  return { roots, documents, counts };
}

function beginRound({ registered, settings, state, now }: Gathering): Round {
  const startedAt = now();
  const notBefore = settings.force ? startedAt : new Date(startedAt.getTime() - ROUND_HOURS * 3_600_000);
  return state.rounds.begin(registered.source.id, startedAt.toISOString(), notBefore.toISOString());
}

function listedBy({ registered, reader }: Obtaining, roots: readonly GatheredDocument[]): DocumentAddress[] {
  return roots.flatMap(({ address, capture }) =>
    capture === undefined ? [] : registered.source.listedBy(address, reader.extract(address, capture)),
  );
}

async function obtainAll(
  obtaining: Obtaining,
  addresses: readonly DocumentAddress[],
  progress: Progress,
): Promise<GatheredDocument[]> {
  const limit = pLimit(CONCURRENCY);
  const { registered, settings } = obtaining;
  const isChosen = (address: DocumentAddress) =>
    settings.codes.length === 0 || settings.codes.includes(registered.source.codeOf(address) ?? "");
  return Promise.all(
    addresses.map((address) =>
      limit(async () => {
        const document = isChosen(address) ? await obtain(obtaining, address) : asKnown(obtaining, address);
        progress.tick(address.url);
        return document;
      }),
    ),
  );
}
