import type { OewsRow } from "../../sources/us-oews/oews-extract.ts";
import { classifiedOccupation } from "../classified-occupation.ts";
import type { Fact, Row } from "../model/model.ts";
import { isSocCode, socLevelOf } from "../wording/soc-code.ts";
import { isHybrid } from "./edition.ts";
import { levelIn2018Soc } from "./soc-2018.ts";
import { codeOf, placeOf, refuse, type Survey } from "./survey.ts";

type Level = Row<"occupation">["level"];

const ALL_OCCUPATIONS = "00-0000";

/** The codes of the survey, also those that it uses beside the 2018 SOC: these have the level `matrix`. */
export function occupationId(code: string): string {
  return `us-soc-2018/${code}`;
}

/** Every occupation once, at the first of its rows. */
export function occupationsFrom(survey: Survey, rows: readonly OewsRow[]): Fact[] {
  const first = new Map<number, OewsRow>();
  for (const row of rows) {
    const known = first.get(row.occupation);
    if (known === undefined) first.set(row.occupation, row);
    else if (known.group !== row.group)
      refuse(survey, row, "group", `“${known.group}”, as in row ${known.row}`, `“${row.group}”`);
  }
  if (isHybrid(survey.edition)) remarkOnHybrid(survey);
  return [...first.values()].map((row) => occupationFrom(survey, row));
}

function occupationFrom(survey: Survey, row: OewsRow): Fact {
  const code = codeOf(survey, row);
  return classifiedOccupation(
    {
      scheme: "us-soc-2018",
      code,
      level: levelOf(survey, row, code),
      country: "US",
      title: survey.words.occupations[row.occupation]?.title ?? "",
    },
    survey.capture,
    { at: placeOf(survey, row, "occupation"), raw: null },
    { at: placeOf(survey, row, "occupationTitle"), raw: null },
    { at: placeOf(survey, row, "group"), raw: row.group },
  );
}

/**
 * “Detailed” is also the survey's word for the finest that it tells of a broad occupation, and for codes of its own.
 *
 * @throws DocumentError where the printed level is not that of the code
 */
function levelOf(survey: Survey, row: OewsRow, code: string): Level {
  const { group } = row;
  const level = isSocCode(code)
    ? levelIn2018Soc(code)
    : refuse(survey, row, "occupation", "an occupation code", code);
  if (level !== undefined && level === group) return level;
  if (level === "broad" && group === "detailed") return "detailed";
  if (code === ALL_OCCUPATIONS && group === "total") return "matrix";
  if (level === undefined && (group === "detailed" || group === "broad")) {
    if (socLevelOf(code) !== "matrix") remarkOnCode(survey, row, code);
    return "matrix";
  }
  return refuse(
    survey,
    row,
    "group",
    `the level of ${code}${level === undefined ? "" : `, ${level}`}`,
    `“${group}”`,
  );
}

function remarkOnCode(survey: Survey, row: OewsRow, code: string): void {
  survey.remarks.push({
    rule: "code-beside-the-classification",
    locator: placeOf(survey, row, "occupation"),
    message: `${code}, “${survey.words.occupations[row.occupation]?.title}”, is no code of the 2018 SOC.`,
  });
}

function remarkOnHybrid({ words, edition, remarks }: Survey): void {
  remarks.push({
    rule: "hybrid-classification",
    locator: words.at,
    message: `The estimates of May ${edition.year} are partly from answers in the 2010 SOC: some occupations are combined under codes of the survey, and its groups are not wholly those of the 2018 SOC.`,
  });
}
