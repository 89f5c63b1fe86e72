import {
  answers,
  blockPage,
  cutGzip,
  cutShort,
  forTheFirst,
  type Misbehaviour,
  newEtagEveryTime,
  redirectsTo,
  softNotFound,
} from "../../pipelines/refresh/misbehaviours.ts";
import {
  damagedGzip,
  drips,
  endless,
  gzipBomb,
  lessThanItsLength,
  noAnswer,
  noLastChunk,
  redirectsInACircle,
  redirectsOnAndOn,
  resetsConnection,
  retryAfterDate,
  stalls,
  unknownPacking,
  wrongCharset,
  wrongType,
} from "../transfers.ts";
import type { Fault, Night } from "./fault.ts";

const BLS = /^www\.bls\.gov\//;
const ROBOTS = /^www\.bls\.gov\/robots\.txt$/;
const INDEX = /^www\.bls\.gov\/ooh\/a-z-index\.htm$/;
const ACTORS = /^www\.bls\.gov\/ooh\/entertainment-and-sports\/%?[a-z0-9%]+\.htm$/;
const WORKBOOK = /^www\.bls\.gov\/soc\/2018\/soc_structure_2018\.xlsx$/;

/** Short enough for a test, long enough for a machine under load. */
const IMPATIENT: Night = {
  network: {
    limits: {
      headersMilliseconds: 2_000,
      bodyIdleMilliseconds: 2_000,
      attemptMilliseconds: 4_000,
      maximumAttempts: 2,
    },
  },
};

/** Where one page, or more, misbehaves: the source keeps its last good facts. */
function fault(
  what: string,
  address: RegExp,
  misbehaviour: Misbehaviour,
  says: string,
  night?: Night,
  carried: readonly string[] = ["us-ooh"],
): Fault {
  const begin: Fault["begin"] = ({ upstream }) => {
    upstream.misbehave(address, misbehaviour);
    return night;
  };
  return { what, exit: 3, says, carried, begin };
}

/** Trouble that passes while the run waits. */
function passing(what: string, misbehaviour: Misbehaviour): Fault {
  return { ...fault(what, ACTORS, forTheFirst(1, misbehaviour), "", undefined, []), exit: 0 };
}

/** What publishers, and the way to them, do to a run: one fault each. */
export const PUBLISHER_FAULTS: readonly Fault[] = [
  fault("a page is not answered", ACTORS, noAnswer, "did not answer within", IMPATIENT),
  fault("a page drips, byte by byte", ACTORS, drips, "was not done with its answer after", IMPATIENT),
  fault("a page stops in the middle", ACTORS, stalls, "sent nothing more of the body for", IMPATIENT),
  fault("the connection is reset", ACTORS, resetsConnection, "reset the connection"),
  fault("a body is shorter than its length", ACTORS, lessThanItsLength, "in the middle of the body"),
  fault("a body has no last chunk", ACTORS, noLastChunk, "in the middle of the body"),
  fault("a gzip stream is cut off", ACTORS, cutGzip, "sent a gzip stream that is cut off"),
  fault("a gzip stream is damaged", ACTORS, damagedGzip, "sent a damaged gzip stream"),
  fault("a cut page looks whole to the transfer", ACTORS, cutShort, "ends without </html>"),
  fault("a page is empty", ACTORS, answers(200), "has no content"),
  fault("a page never ends", ACTORS, endless, "sent more than the document may have"),
  fault("a gzip bomb", ACTORS, gzipBomb, "sent more than the document may have"),
  fault("a packing that was not offered", ACTORS, unknownPacking, "although only gzip was offered"),
  fault("a page of a wrong type", ACTORS, wrongType, "is application/json instead of text/html"),
  fault("a page where a workbook should be", WORKBOOK, softNotFound, "Page Not Found", undefined, ["us-soc"]),
  fault("a wrong charset", ACTORS, wrongCharset, "says that it is UTF-8, and has bytes that are not"),
  fault("403", ACTORS, blockPage(403), "turns this program away"),
  fault("a block page with status 200", ACTORS, blockPage(200), "turns this program away"),
  fault("404", ACTORS, answers(404), "is not there (status 404)"),
  fault("410", ACTORS, answers(410), "is not there (status 410)"),
  fault("a soft 404", ACTORS, softNotFound, "is a page that says “Page Not Found”, with status 200"),
  fault("a status of no meaning", ACTORS, answers(451), "was answered with status 451"),
  fault("a redirect in a circle", ACTORS, redirectsInACircle, "leads in a circle"),
  fault("redirects without end", ACTORS, redirectsOnAndOn, "leads on and on"),
  fault("a redirect to another page", ACTORS, redirectsTo("https://www.bls.gov/oes/"), "is another document"),
  fault("a redirect to another site", ACTORS, redirectsTo("https://example.com/"), "is another document"),
  fault("a redirect into a private network", ACTORS, redirectsTo("http://10.0.0.1/"), "is another document"),
  fault("a redirect without an address", ACTORS, answers(302), "without a usable address"),
  passing("429, Retry-After in seconds", answers(429, { "retry-after": "2" })),
  passing("429, Retry-After as a date", answers(429, retryAfterDate(2))),
  fault(
    "429 a second time",
    ACTORS,
    answers(429, { "retry-after": "2" }),
    "was answered with status 429 again",
  ),
  fault(
    "429, Retry-After of an hour",
    ACTORS,
    answers(429, { "retry-after": "3600" }),
    "wants to be left alone",
  ),
  passing("503, Retry-After in seconds", answers(503, { "retry-after": "2" })),
  passing("503, Retry-After as a date", answers(503, retryAfterDate(2))),
  fault("503 for ever", ACTORS, answers(503), "has a fault of its own"),
  { ...fault("a new ETag, the same page", ACTORS, newEtagEveryTime(), "", undefined, []), exit: 0 },
  fault("the index is gone", INDEX, answers(404), "is not there (status 404)"),
  fault("robots.txt fails", ROBOTS, answers(500), "Without its rules nothing may be asked", undefined, [
    "us-soc",
    "us-ooh",
  ]),
  fault("one publisher blocks everything", BLS, blockPage(403), "turns this program away", undefined, [
    "us-soc",
    "us-ooh",
  ]),
];
