import { describe, expect, test } from "vitest";
import { type SampleWorkbook, startChangingSample } from "./changing-sample.ts";
import { select } from "./facts-of-versions.ts";
import { latestOf, newStore, refreshIn } from "./refreshed-store.ts";

const NIGHTS = [20, 21, 22, 23, 24].map((day) => `2026-11-${day}T02:15:00Z`);
const UK = ["--source", "uk-soc", "uk-ashe", "uk-industries", "uk-projections", "uk-ncs"];
const PAGES = "nationalcareers.service.gov.uk/job-profiles";
const SITEMAPS = [
  "nationalcareers.service.gov.uk/sitemap.xml",
  "nationalcareers.service.gov.uk/explore-careers/sitemap.xml",
];
const ASHE =
  "www.ons.gov.uk/employmentandlabourmarket/peopleinwork/earningsandworkinghours/datasets/occupation4digitsoc2010ashetable14/2024/ashetable142024provisional.zip";
const ANNUAL = `${ASHE}/PROV - Occupation SOC20 (4) Table 14.7a   Annual pay - Gross 2024.xlsx.json`;
const INDUSTRIES =
  "www.ons.gov.uk/employmentandlabourmarket/peopleinwork/employmentandemployeetypes/adhocs/3136employmentbyoccupationandindustrysectionasuk2021to2024/employmentby4digitsoc1digitindustryatosuk20212024final.xlsx.json";

/** A store after the first night with the sources of the United Kingdom. */
async function firstNight() {
  const sample = await startChangingSample();
  const store = newStore();
  const night = (nth: number, ...argv: readonly string[]) =>
    refreshIn(store, ["--mirror", sample.url, ...UK, ...argv], { now: NIGHTS[nth] ?? "" });
  const first = await night(0);
  expect([first.exit, first.report.message]).toEqual([0, expect.stringContaining("Published")]);
  const rows = <Row>(sql: string) => select<Row>({ store, version: latestOf(store) ?? "" }, sql);
  const stateOf = (id: string) =>
    rows<{ state: string }>(`SELECT state FROM source WHERE id = '${id}'`)[0]?.state;
  const hasNurse = () => rows("SELECT id FROM occupation WHERE id = 'uk-ncs/nurse'").length === 1;
  return { sample, store, night, rows, stateOf, hasNurse };
}

const reasonsOf = ({ report }: Awaited<ReturnType<typeof refreshIn>>, id: string) =>
  report.sources.find((source) => source.id === id)?.reasons.join(" ") ?? "";

describe("the sources of the United Kingdom together", () => {
  test("join a profile to the unit group whose code and title it shows, and to no other", async () => {
    const { rows } = await firstNight();
    const covered = rows<{ from_id: string; to_id: string }>(
      "SELECT from_id, to_id FROM relation WHERE kind = 'covers' AND from_id LIKE 'uk-ncs/%' ORDER BY from_id",
    );
    expect(covered).toContainEqual({
      from_id: "uk-ncs/software-developer",
      to_id: "uk-soc-2020/2134",
    });
    const titles = rows<{ same: number }>(`
      SELECT count(*) AS same FROM relation JOIN occupation ON occupation.id = relation.to_id
      WHERE relation.kind = 'covers' AND from_id LIKE 'uk-ncs/%' AND relation.raw NOT LIKE '%' || occupation.code || '%'`);
    expect(titles).toEqual([{ same: 0 }]);
  });

  test("give each unit group its tasks, pay, hours, employers and parents", async () => {
    const { rows } = await firstNight();
    const units = rows<Record<string, number>>(`
      SELECT occupation.code,
        EXISTS (SELECT 1 FROM duty WHERE occupation_id = occupation.id) AS duties,
        EXISTS (SELECT 1 FROM wage WHERE occupation_id = occupation.id AND source_id = 'uk-ashe') AS wages,
        EXISTS (SELECT 1 FROM working_hours WHERE occupation_id = occupation.id) AS hours,
        EXISTS (SELECT 1 FROM employment WHERE occupation_id = occupation.id AND industry_id IS NOT NULL) AS industries,
        occupation.parent_id IS NOT NULL AS parents
      FROM occupation WHERE scheme = 'uk-soc-2020' AND level = 'unit'`);
    expect(units).toHaveLength(12);
    for (const { code, ...has } of units)
      expect([code, ...Object.values(has)]).toEqual([code, 1, 1, 1, 1, 1]);
  });

  test("say nothing new on a night on which only vacancies have changed", async () => {
    const { sample, night } = await firstNight();
    sample.edit(`${PAGES}/nurse.html`, (page) =>
      page.replace(/(<section id="CurrentOpportunities">)/, "$1<p>£99,999 a year: one vacancy more</p>"),
    );
    const second = await night(1);
    expect(second.report).toMatchObject({ outcome: "unchanged", exit: 0 });
    expect(second.report.sources.find(({ id }) => id === "uk-ncs")).toMatchObject({ fetched: 1, parsed: 1 });
  });
});

describe("a job profile", () => {
  const unlisted = (sample: Awaited<ReturnType<typeof startChangingSample>>) => {
    for (const sitemap of SITEMAPS)
      sample.edit(sitemap, (xml) =>
        xml.replace(/<url>\s*<loc>[^<]*\/job-profiles\/nurse<\/loc>[\s\S]*?<\/url>/, ""),
      );
  };

  test("that no sitemap lists any more stays as long as its page is there", async () => {
    const { sample, night, hasNurse } = await firstNight();
    unlisted(sample);
    expect((await night(1)).report).toMatchObject({ outcome: "unchanged", exit: 0 });
    expect(hasNurse()).toBe(true);
  });

  test("whose page is dead in three runs in a row goes, and not before", async () => {
    const { sample, night, hasNurse } = await firstNight();
    unlisted(sample);
    sample.remove(`${PAGES}/nurse.html`);
    for (const nth of [1, 2]) {
      expect((await night(nth)).report).toMatchObject({ outcome: "unchanged", exit: 0 });
      expect(hasNurse()).toBe(true);
    }
    const third = await night(3);
    expect(third.report).toMatchObject({ outcome: "published", exit: 0 });
    expect(reasonsOf(third, "uk-ncs")).toContain("nurse was dead in 3 rounds in a row");
    expect(hasNurse()).toBe(false);
    expect((await night(4)).report).toMatchObject({ outcome: "unchanged", exit: 0 });
  });

  test("whose page comes back in time was never gone", async () => {
    const { sample, night, hasNurse } = await firstNight();
    sample.rename(`${PAGES}/nurse.html`, `${PAGES}/nurse.away`);
    await night(1);
    await night(2);
    sample.rename(`${PAGES}/nurse.away`, `${PAGES}/nurse.html`);
    expect((await night(3)).report).toMatchObject({ outcome: "unchanged", exit: 0 });
    sample.remove(`${PAGES}/nurse.html`);
    await night(4);
    expect(hasNurse()).toBe(true);
  });
});

describe("a workbook that is not what it was", () => {
  const allOf = (workbook: SampleWorkbook) => workbook.sheets.All ?? [];

  test.each<[string, string, (workbook: SampleWorkbook) => void, RegExp]>([
    [
      "a renamed sheet",
      "uk-ashe",
      (workbook) => {
        workbook.sheets.Everybody = allOf(workbook);
        delete workbook.sheets.All;
      },
      /Table 14\.7a.*sheet “All”/,
    ],
    [
      "text in a number cell",
      "uk-ashe",
      (workbook) => {
        for (const row of allOf(workbook)) if (row[1] === "5434") row[3] = "about 20,000";
      },
      /Table 14\.7a.*All'!D\d+.*“?about 20,000/,
    ],
    [
      "a missing unit group",
      "uk-ashe",
      (workbook) => {
        workbook.sheets.All = allOf(workbook).filter((row) => row[1] !== "5434");
      },
      /5434/,
    ],
  ])("with %s costs its source, whose last good facts stay", async (_, id, change, words) => {
    const { sample, night, rows, stateOf } = await firstNight();
    sample.editWorkbook(ANNUAL, change);
    const second = await night(1);
    expect(second.exit).toBe(3);
    expect(reasonsOf(second, id)).toMatch(words);
    expect(stateOf(id)).toBe("carried-forward");
    expect(stateOf("uk-ncs")).toBe("fresh");
    expect(
      rows("SELECT 1 FROM wage WHERE occupation_id = 'uk-soc-2020/5434' AND statistic = 'median'"),
    ).not.toEqual([]);
    sample.restore();
    expect((await night(2)).exit).toBe(0);
    expect(stateOf(id)).toBe("fresh");
  });

  test("on a first run costs its source, and the others are published", async () => {
    const sample = await startChangingSample();
    const store = newStore();
    sample.editWorkbook(INDUSTRIES, ({ sheets }) => {
      for (const [year, rows] of Object.entries(sheets))
        sheets[year] = rows
          .filter((row) => !String(row[1]).startsWith("5434 "))
          // With a figure withheld in each section, its total tells nothing.
          .map((row) =>
            String(row[1]).startsWith("8212 ") ? [...row.slice(0, 2), ...row.slice(2).fill("*")] : row,
          );
    });
    const first = await refreshIn(store, ["--mirror", sample.url, ...UK], { now: NIGHTS[0] ?? "" });
    expect(first.exit).toBe(3);
    expect(first.report.sources.find(({ id }) => id === "uk-industries")).toMatchObject({ state: "absent" });
    expect(reasonsOf(first, "uk-industries")).toMatch(
      /employmentby4digit.*each unit group of uk-soc-2020, found none for 5434/,
    );
    expect(select({ store, version: latestOf(store) ?? "" }, "SELECT id FROM source ORDER BY id")).toEqual(
      ["uk-ashe", "uk-ncs", "uk-projections", "uk-soc"].map((id) => ({ id })),
    );
  });

  test("that is no workbook at all is refused as what it is", async () => {
    const { sample, night, stateOf } = await firstNight();
    const path = INDUSTRIES.replace(/\.json$/, "");
    sample.remove(INDUSTRIES);
    sample.write(path, Buffer.concat([Buffer.from("PK\u0003\u0004 not a zip archive"), Buffer.alloc(100)]));
    const second = await night(1);
    expect(second.exit).toBe(3);
    expect(reasonsOf(second, "uk-industries")).toMatch(/employmentby4digit/);
    expect(stateOf("uk-industries")).toBe("carried-forward");
    expect(stateOf("uk-ashe")).toBe("fresh");
  });
});
