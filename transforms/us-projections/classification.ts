import { DocumentError } from "../../sources/reading/document-error.ts";
import type { ProjectionsExtract } from "../../sources/us-projections/projections-extract.ts";
import { type SocLevel, socLevelOf } from "../wording/soc-code.ts";
import { codeOf } from "./words.ts";

export type SocScheme = "us-soc-2010" | "us-soc-2018";

/** The first edition in codes of the 2010 SOC, and the first in codes of the 2018 SOC (or beside it). */
const FIRST_EDITIONS = { "us-soc-2010": 2010, "us-soc-2018": 2019 } as const;

/**
 * Occupations that one classification has and the other hasn't; every whole table has all of its own. Source: exports of
 * 2012–22 to 2024–34, held against the 2018 SOC and the crosswalk from 2010.
 */
const WITNESSES: Readonly<Record<SocScheme, ReadonlySet<string>>> = {
  "us-soc-2010": new Set(
    [
      "11-3011",
      "13-2021",
      "15-1121",
      "15-1132",
      "15-1151",
      "25-9041",
      "29-1069",
      "29-2021",
      "31-1014",
    ].concat(["35-3021", "39-9021", "43-5081", "51-2093", "53-3021", "53-7111"]),
  ),
  "us-soc-2018": new Set(
    [
      "11-9171",
      "15-1211",
      "15-1212",
      "15-1244",
      "15-1299",
      "25-3031",
      "25-9044",
      "29-1215",
      "29-1292",
    ].concat(["31-1131", "35-3023", "39-1013", "51-2051", "53-3052", "53-7065"]),
  ),
};

/** @throws DocumentError where the edition is of one classification and a code of the other. */
export function schemeOf({ url, base, rows }: ProjectionsExtract): SocScheme {
  const scheme = base >= FIRST_EDITIONS["us-soc-2018"] ? "us-soc-2018" : "us-soc-2010";
  const other = scheme === "us-soc-2018" ? "us-soc-2010" : "us-soc-2018";
  const refuse = (locator: string, expected: string, found: string) => {
    throw new DocumentError({ url, locator, expected, found });
  };
  if (base < FIRST_EDITIONS[scheme])
    refuse("the whole document", `an edition since ${FIRST_EDITIONS[scheme]}`, `${base}`);
  const stranger = rows.find(({ code }) => WITNESSES[other].has(codeOf(code.text) ?? ""));
  if (stranger !== undefined)
    refuse(stranger.code.at, `a code of ${scheme}, which the edition of ${base} uses`, stranger.code.text);
  return scheme;
}

/** All occupations together, which no classification has a code for. */
const TOTAL = "00-0000";

/**
 * Codes that the projections use beside the 2018 SOC and no other product of today does: the edition of 2019–29, which
 * bridged two classifications.
 */
const MATRIX_2019 = new Set(
  ["11-9198", "13-1198", "13-2098", "15-1245", "15-1256", "15-1257", "15-2098", "17-3098", "19-3031"].concat(
    ["19-4045", "25-3097", "27-4098", "29-1228", "29-1248", "29-1298", "29-2098", "29-9098", "33-9098"],
    ["39-1098", "39-9098", "47-5097", "47-5098", "53-3058", "53-6098"],
  ),
);

/** Codes that the projections use beside the 2010 SOC. Source: export of 2018–28. */
const MATRIX_2010 = new Set(["21-1018", "25-3097", "25-3098", "51-2028", "51-2098", "53-1048"]);

/** The minor groups of the 2010 SOC whose code does not end in 000. */
const MINOR_GROUPS_2010 = new Set(["15-1100", "51-5100"]);

export function levelOf(scheme: SocScheme, code: string): SocLevel {
  if (code === TOTAL) return "matrix";
  if (scheme === "us-soc-2018") return MATRIX_2019.has(code) ? "matrix" : socLevelOf(code);
  if (MATRIX_2010.has(code)) return "matrix";
  if (code.endsWith("-0000")) return "major";
  if (code.endsWith("000") || MINOR_GROUPS_2010.has(code)) return "minor";
  return code.endsWith("0") ? "broad" : "detailed";
}
