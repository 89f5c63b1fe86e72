import type { ExitCode } from "../../../pipelines/exit-codes.ts";
import { picker, pickOf } from "../../corpus/picker.ts";
import {
  answers,
  blockPage,
  cutGzip,
  cutShort,
  forTheFirst,
  type Misbehaviour,
  softNotFound,
} from "../../pipelines/refresh/misbehaviours.ts";
import { resetsConnection, wrongCharset, wrongType } from "../transfers.ts";
import type { Upstream } from "../upstream.ts";

/** What is done to the publishers before a night, and how the night must end. */
export type PlannedNight = {
  readonly now: string;
  readonly what: string;
  readonly exit: ExitCode;
  /** Sources whose last good facts stand in. */
  readonly carried: readonly string[];
  readonly prepare: (upstream: Upstream) => void;
};

const HANDBOOK = "www.bls.gov/ooh/";
const ACTORS = `${HANDBOOK}entertainment-and-sports/actors.htm`;
const NCS = /^nationalcareers\.service\.gov\.uk\//;

const FIRST_BLOCKED = 6;
const BLOCKED_NIGHTS = 14;
const EDITION_NIGHT = 3;
const CLOCK_BACK_NIGHT = 5;
const LAYOUT_NIGHT = 20;
const MENDED_NIGHT = 23;

/** Trouble with one page of the handbook: such nights end with 3. */
const LASTING: readonly (readonly [string, Misbehaviour])[] = [
  ["404", answers(404)],
  ["a soft 404", softNotFound],
  ["a cut page", cutShort],
  ["a cut gzip stream", cutGzip],
  ["a reset", resetsConnection],
  ["a wrong charset", wrongCharset],
  ["a wrong type", wrongType],
];

/** Trouble that a run waits for. */
const PASSING: readonly (readonly [string, Misbehaviour])[] = [
  ["one 503", answers(503, { "retry-after": "1" })],
  ["one 429", answers(429, { "retry-after": "1" })],
  ["one cut gzip stream", cutGzip],
];

/** The nights of a seed, the first one quiet. Two nights are six hours late, and on one the clock has gone back. */
export function planNights(count: number, seed: string): PlannedNight[] {
  return Array.from({ length: count }, (_, index) => planNight(index, picker(`${seed} ${index}`)));
}

function planNight(index: number, pick: ReturnType<typeof picker>): PlannedNight {
  const isBlocked = index >= FIRST_BLOCKED && index < FIRST_BLOCKED + BLOCKED_NIGHTS;
  const isLayout = index >= LAYOUT_NIGHT && index < MENDED_NIGHT;
  const draw = index === 0 || isLayout ? 0 : pick(4);
  const lasting = draw === 2 ? pickOf(LASTING, pick) : undefined;
  const passing = draw === 3 ? pickOf(PASSING, pick) : undefined;
  const carried = [
    ...(lasting !== undefined || isLayout ? ["us-ooh"] : []),
    ...(isBlocked ? ["uk-ncs"] : []),
  ];
  const what = [
    ...(lasting === undefined ? [] : [`actors: ${lasting[0]}`]),
    ...(passing === undefined ? [] : [`actors: ${passing[0]}`]),
    ...(isBlocked ? ["the National Careers Service blocks"] : []),
    ...(isLayout ? ["the handbook has a new layout"] : []),
    ...(index === EDITION_NIGHT ? ["a page says something new"] : []),
    ...(index === CLOCK_BACK_NIGHT ? ["the clock has gone back"] : []),
  ];
  return {
    now: timeOf(index),
    what: what.join(", ") || "quiet",
    exit: carried.length > 0 ? 3 : 0,
    carried,
    prepare: (upstream) => {
      upstream.behave();
      if (lasting !== undefined) upstream.misbehave(addressed(ACTORS), lasting[1]);
      if (passing !== undefined) upstream.misbehave(addressed(ACTORS), forTheFirst(1, passing[1]));
      if (isBlocked) upstream.misbehave(NCS, blockPage(pick(2) === 0 ? 403 : 200));
      if (index === EDITION_NIGHT)
        upstream.edit(ACTORS, (text) => text.replace("Learn the text by heart", "Learn the words by heart"));
      if (index === LAYOUT_NIGHT)
        upstream.edit(ACTORS, (text) => text.replaceAll('id="quickfacts"', 'id="at-a-glance"'));
      if (index === MENDED_NIGHT)
        upstream.edit(ACTORS, (text) => text.replaceAll('id="at-a-glance"', 'id="quickfacts"'));
    },
  };
}

function addressed(address: string): RegExp {
  return new RegExp(`^${address.replaceAll(".", "\\.")}$`);
}

/** Three in the morning, now and then six hours later. */
function timeOf(index: number): string {
  const day = index === CLOCK_BACK_NIGHT ? index - 2 : index;
  const hour = index % 11 === 10 ? 9 : index === CLOCK_BACK_NIGHT ? 4 : 3;
  return new Date(Date.UTC(2026, 10, 1 + day, hour, 15)).toISOString();
}
