import type { Normalised } from "../../../transforms/facts.ts";
import { picker, pickOf } from "../picker.ts";
import { againstLastGood } from "./against-last-good.ts";
import type { BytesChange } from "./bytes-change.ts";
import { type Outcome, outcomeOf } from "./outcome.ts";
import { readAsProgram } from "./read-as-program.ts";
import { type Statements, statementsOf } from "./statements.ts";
import type { Victim } from "./victim.ts";

/** A document after one change, and what the program makes of it. */
export type Attempt = {
  readonly change: string;
  readonly victim: Victim;
  readonly seed: string;
  /** Without a last good copy, and beside one of the same edition. */
  readonly firstNight: Outcome;
  readonly laterNight: Outcome;
};

/** A change may fit few documents: so many are tried before it is left out. */
const MOST_TRIES = 12;

/** Changes documents, one change each, over and over: the same seed, the same attempts. */
export function* attempts(
  victims: readonly Victim[],
  changes: Readonly<Record<string, BytesChange>>,
  count: number,
  seed: string,
): Generator<Attempt> {
  const truths = new Map<string, Truth>();
  const names = Object.keys(changes);
  for (let index = 0; index < count; index++) {
    const name = names[index % names.length] ?? "";
    const change = changes[name];
    const changed = change && changedVictim(victims, change, `${seed} ${index} ${name}`);
    if (changed === undefined) continue;
    const { victim, body } = changed;
    const truth = truths.get(victim.name) ?? truthOf(victim);
    truths.set(victim.name, truth);
    yield { change: name, victim, seed: changed.seed, ...nights(truth, victim, body) };
  }
}

function changedVictim(victims: readonly Victim[], change: BytesChange, seed: string) {
  for (let attempt = 0; attempt < MOST_TRIES; attempt++) {
    const pick = picker(`${seed} ${attempt}`);
    const victim = pickOf(victims, pick);
    if (victim === undefined) return undefined;
    const real = victim.body();
    const body = change(real, pick);
    if (body !== real) return { victim, body, seed: `${seed} ${attempt}` };
  }
  return undefined;
}

type Truth = { readonly said: Normalised; readonly statements: Statements };

function truthOf(victim: Victim): Truth {
  const reading = readAsProgram(victim, victim.body());
  if ("refused" in reading) throw new Error(`${victim.name} is refused as it was saved: ${reading.refused}`);
  return { said: reading.said, statements: statementsOf(reading.said) };
}

function nights(truth: Truth, victim: Victim, body: Buffer): Pick<Attempt, "firstNight" | "laterNight"> {
  const reading = readAsProgram(victim, body);
  const firstNight = outcomeOf(truth.statements, reading);
  const objections = "said" in reading ? againstLastGood(truth.said, reading.said) : [];
  const laterNight: Outcome = objections.length > 0 ? { kind: "held back", details: objections } : firstNight;
  return { firstNight, laterNight };
}
