import { rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createStore, HANDBOOK, publishRows, sourceRow } from "../published-store.ts";
import { runCommand } from "../run-command.ts";

const store = createStore();
let version: string;

beforeAll(async () => {
  version = await publishRows(store, [sourceRow(), ...HANDBOOK]);
});
afterAll(() => store.remove());

const show = (...argv: readonly string[]) => runCommand(["show", ...argv, "--store", store.path]);
const textOf = async (id: string) => (await show(id)).stdout;

const CODERS = "us-ooh/medical-records-and-health-information-technicians";

describe("a whole profile", () => {
  test("has the main numbers in words", async () => {
    const text = await textOf(CODERS);
    expect(text).toMatch(/Pay band +\$50,000 to \$74,999/);
    expect(text).toMatch(/Median pay, yearly +\$50,250 a year \(May 2024\)/);
    expect(text).toMatch(/Median pay, hourly +\$24\.16 an hour \(May 2024\)/);
    expect(text).toMatch(/Lowest 10 percent +less than \$35,780 a year/);
    expect(text).toMatch(/Highest 10 percent +more than \$80,950 a year/);
    expect(text).toMatch(/Entry-level education +Postsecondary nondegree award/);
    expect(text).toMatch(/Work experience +None/);
    expect(text).toMatch(/Number of jobs +194,800 \(2024\)/);
    expect(text).toMatch(/Jobs added +13,700 from 2024 to 2034/);
    expect(text).toMatch(/Growth +7% \(Much faster than average\)/);
    expect(text).toMatch(/Openings +14,200 a year, on average/);
  });

  test("has every part of the page, under the page's own headings", async () => {
    const text = await textOf(CODERS);
    for (const heading of [
      "WHAT MEDICAL RECORDS SPECIALISTS DO",
      "Duties",
      "WORK ENVIRONMENT",
      "Work Schedules",
      "Injuries and Illnesses",
      "HOW TO BECOME A MEDICAL RECORDS SPECIALIST",
      "Education",
      "Important Qualities",
      "PAY",
      "JOB OUTLOOK",
      "SIMILAR OCCUPATIONS",
      "CODES THAT IT COVERS",
      "SOURCE",
    ]) {
      expect(text.split("\n")).toContain(heading);
    }
  });

  test("tells nothing twice: a list that stands in the prose is not repeated", async () => {
    const text = await textOf(CODERS);
    expect(text.match(/Review files for accuracy/g)).toHaveLength(1);
    expect(text.match(/They must be discreet/g)).toHaveLength(1);
    expect(text.match(/Offices of physicians/g)).toHaveLength(1);
  });

  test("tells what the prose leaves out: later duties under their own heading, specialties", async () => {
    const text = await textOf(CODERS);
    expect(text).toContain("  Some also do this:\n\n  • Train newcomers");
    expect(text).toContain("  • Cancer registrars keep registers of tumors.");
  });

  test("has a percent sign on every share, though the page prints it on the first one only", async () => {
    expect(await textOf(CODERS)).toMatch(/local, and private +29%\n +Offices of physicians +16%/);
  });

  test("names the codes, the first ten other names and how many more there are", async () => {
    const text = await textOf(CODERS);
    expect(text).toContain("SOC 2018 29-2072 Medical Records Specialists");
    expect(text).toContain("O*NET-SOC 29-2072.00 Medical Records Specialists");
    expect(text).toContain("OTHER NAMES (13)");
    expect(text).toMatch(/Coder 18\s+and\s+3\s+more/);
  });

  test("ends with the citation and the day on which we read the page", async () => {
    expect(await textOf(CODERS)).toMatch(
      /https:\/\/www\.bls\.gov\/ooh\/healthcare\/medical-records-and-health-information-technicians\.htm\s+\(visited November 23, 2026\)\.\n$/,
    );
  });

  test("shows addresses where the reader is sent elsewhere, and only words in running text", async () => {
    const text = await textOf(CODERS);
    expect(text).toContain("AHIMA <https://www.ahima.org/>");
    expect(text).toContain("They use systems of codes.");
  });

  test("keeps to 80 columns, but for addresses", async () => {
    const long = (await textOf(CODERS)).split("\n").filter((line) => line.length > 80);
    expect(long.every((line) => line.includes("https://"))).toBe(true);
  });
});

describe("what is not published is said in words", () => {
  test("an hourly-only occupation has no yearly figure", async () => {
    const text = await textOf("actors");
    expect(text).toMatch(/Median pay, yearly +paid by the hour; no yearly figure is published/);
    expect(text).toMatch(/Median pay, hourly +\$23\.33 an hour/);
  });

  test("a yearly-only occupation has no hourly figure", async () => {
    const text = await textOf("physicians-and-surgeons");
    expect(text).toMatch(/Median pay, yearly +at least \$239,200 a year/);
    expect(text).toMatch(/Median pay, hourly +no hourly figure is published/);
  });

  test("a top-coded percentile is at least its amount", async () => {
    expect(await textOf("actors")).toMatch(/Highest 10 percent +at least \$115\.00 an hour/);
  });

  test("a blank median is not published, and an older one keeps its year", async () => {
    const text = await textOf("fishers-and-related-fishing-workers");
    expect(text).toMatch(/Median pay, yearly +not published \(May 2024\)/);
    expect(text).toMatch(/Median pay, yearly +\$28,530 a year \(May 2017\)/);
  });

  test("an occupation without any figures has neither blanks nor zeros", async () => {
    const text = await textOf("wardens");
    expect(text.match(/not published/g)).toHaveLength(6);
    expect(text).not.toMatch(/\b0\b|null|undefined/);
  });

  test("a median of parts only is not made into one of the whole", async () => {
    expect(await textOf("bus-drivers")).toMatch(
      /Median pay +published for parts of the occupation only: see Pay/,
    );
  });
});

describe("parts of an occupation", () => {
  test("every employer group is there, in the prose or after it", async () => {
    const text = await textOf("bus-drivers");
    expect(text).toMatch(/Elementary and secondary schools; local +41%\n +Urban transit systems +7%/);
    expect(text).toMatch(/Largest employers of Bus drivers, transit, 2024\n\n +Urban transit systems +70%/);
  });

  test("the jobs of a group that the prose does not tell are listed", async () => {
    const text = await textOf("bus-drivers");
    expect(text).toMatch(/Jobs, 2024\n\n +Bus drivers, transit +160,000/);
    expect(text.match(/377,400/g)).toHaveLength(1);
  });

  test("a decline has a minus sign and says so", async () => {
    expect(await textOf("bus-drivers")).toMatch(/Jobs added +−3,800 from 2024 to 2034 \(fewer jobs\)/);
  });
});

describe("an occupation is found", () => {
  test.each([CODERS, "medical-records-and-health-information-technicians", "Actors", "99-1111"])(
    "by %s",
    async (words) => expect(await show(words)).toMatchObject({ exit: 0, stderr: "" }),
  );

  test("by the address of its page", async () => {
    expect(await textOf("https://www.bls.gov/ooh/group/actors.htm")).toMatch(/^Actors\n/);
  });

  test("by a code of the current edition, where an older one has it too", async () => {
    expect(await textOf("99-1111")).toMatch(/^Wardens of the old kind\nus-soc-2018\/99-1111\n/);
  });

  test("not where a bare code can be several: they are named", async () => {
    expect(await show("9911")).toEqual({
      exit: 2,
      stdout: "",
      stderr: 'occupations: "9911" can be any of isco-08/9911, uk-soc-2020/9911. Name one of them.\n',
    });
  });

  test("not where there is none: the nearest are suggested", async () => {
    const { exit, stderr } = await show("busdriver");
    expect(exit).toBe(2);
    expect(stderr).toContain("Nearest: us-ooh/bus-drivers (Bus Drivers).");
    expect((await show("xyzzy")).stderr).toContain("`occupations search WORDS`");
  });
});

test("--json is the published document of the occupation", async () => {
  const { stdout } = await show(CODERS, "--json");
  expect(JSON.parse(stdout)).toMatchObject({ id: CODERS, scheme: "us-ooh", overview: { jobs: 194_800 } });
});

test("an unknown id has its object with --json", async () => {
  const { exit, stdout } = await show("busdriver", "--json");
  expect(exit).toBe(2);
  expect(JSON.parse(stdout)).toMatchObject({ error: { code: "unknown-occupation", exit: 2 } });
});

test("another version can be named, and an unknown one is wrong usage", async () => {
  expect(await show("actors", "--version", version)).toMatchObject({ exit: 0 });
  expect(await show("actors", "--version", "20200101T000000Z-00000000")).toMatchObject({
    exit: 2,
    stderr: expect.stringContaining("holds no version 20200101T000000Z-00000000"),
  });
  expect(await show("actors", "--version", "../../etc")).toMatchObject({ exit: 2 });
});

test("before anything is published, the way to begin is told", async () => {
  const empty = createStore();
  const { exit, stderr } = await runCommand(["show", "actors", "--store", empty.path]);
  expect(exit).toBe(2);
  expect(stderr).toContain("Run `occupations refresh` first");
  empty.remove();
});

test("a version that lost its file is a damaged store", async () => {
  const broken = createStore();
  const id = await publishRows(broken, [sourceRow(), ...HANDBOOK]);
  rmSync(join(broken.path, "versions", id, "occupations.sqlite"));
  expect(await runCommand(["show", "actors", "--store", broken.path])).toMatchObject({ exit: 7 });
  broken.remove();
});

test.each([
  ["carried-forward", /could not read this source/],
  ["sample", /sample that ships with the\s+program/],
  ["retired", /no longer publishes/],
] as const)("facts that are %s say so", async (state, words) => {
  const other = createStore();
  await publishRows(other, [sourceRow({ state }), ...HANDBOOK]);
  const { stdout } = await runCommand(["show", "actors", "--store", other.path]);
  expect(stdout).toMatch(words);
  other.remove();
});
