import { openSnapshot } from "../../sinks/sqlite/reader.ts";

/**
 * `npm run bench:queries [-- STORE [VERSION]]`: how long the questions take that everybody asks, over the latest version of
 * a store; each about many occupations, one after the other, the first time and when their pages are in memory.
 */
const [store = "output", version] = process.argv.slice(2);

const opened = performance.now();
const snapshot = openSnapshot(store, version === undefined ? {} : { version });
say(
  `Opened ${snapshot.dataset.version} in ${(performance.now() - opened).toFixed(1)} ms; Node ${process.version}`,
);

const WORDS = ["nurse", "medical cod", "software dev", "teacher", "truck driver", "manager", "co", "s", "a"];
const EVERY = 7;

const ids = await idsOf("occupation");
const american = await idsOf("us_overview");
report("overview by id", 1, ids, snapshot.overview);
report("everything about an occupation", undefined, sampled(ids), snapshot.occupation);
report("search", 10, WORDS, snapshot.search);
report("comparison of a US profile", 5, american, snapshot.compare);
report("comparison of a UK profile", 5, await idsOf("uk_overview"), snapshot.compare);
report("median wage over the years", undefined, ids, snapshot.wageSeries);
report("employers", undefined, ids, snapshot.employers);
snapshot.close();

async function idsOf(table: "occupation" | "us_overview" | "uk_overview"): Promise<readonly string[]> {
  const rows = await snapshot.database.selectFrom(table).select("id").execute();
  return rows.map(({ id }) => id);
}

function sampled(list: readonly string[]): readonly string[] {
  return list.filter((_, index) => index % EVERY === 0);
}

function report(
  what: string,
  allowed: number | undefined,
  questions: readonly string[],
  ask: (question: string) => unknown,
): void {
  const [first, again] = [timesOf(questions, ask), timesOf(questions, ask)];
  const limit = allowed === undefined ? "" : ` (allowed: ${allowed} ms)`;
  say(`${what}: ${spread(again)}; the first time ${spread(first)}; ${questions.length} questions${limit}`);
}

/** Milliseconds of each question, in ascending order. */
function timesOf(questions: readonly string[], ask: (question: string) => unknown): readonly number[] {
  return questions
    .map((question) => {
      const start = performance.now();
      ask(question);
      return performance.now() - start;
    })
    .toSorted((one, other) => one - other);
}

function spread(times: readonly number[]): string {
  const at = (share: number) => (times[Math.floor((times.length - 1) * share)] ?? Number.NaN).toFixed(2);
  return `median ${at(0.5)} ms, 95 % within ${at(0.95)} ms`;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
