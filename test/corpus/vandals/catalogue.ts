import { HARMLESS as XML_HARMLESS, REFUSED as XML_REFUSED } from "../us-ooh-xml/vandalism.ts";
import { type BytesChange, onBytes } from "./bytes-change.ts";
import { FIGURES } from "./changes/figures.ts";
import { NAMES } from "./changes/names.ts";
import { WORKBOOKS } from "./changes/workbooks.ts";
import { PAGE_CHANGES } from "./page-changes.ts";
import { type Victim, victimsIn } from "./victim.ts";
import { occupationsOf } from "./xml-occupations.ts";

/** What is changed of a source, and how. */
export type Target = {
  readonly victims: (folder: string) => Victim[];
  readonly changes: Readonly<Record<string, BytesChange>>;
};

const pages = (sourceId: string): Target => ({
  victims: (folder) => victimsIn(folder, sourceId).filter(({ kind }) => kind === "profile"),
  changes: onBytes(PAGE_CHANGES),
});

const workbooks = (sourceId: string): Target => ({
  victims: (folder) => victimsIn(folder, sourceId),
  changes: WORKBOOKS,
});

/** The sources that a vandal can get at. */
export const TARGETS: Readonly<Record<string, Target>> = {
  "us-ooh": pages("us-ooh"),
  "uk-ncs": pages("uk-ncs"),
  "us-ooh-xml": {
    victims: (folder) => victimsIn(folder, "us-ooh-xml").flatMap(occupationsOf),
    changes: onBytes({ ...NAMES, ...FIGURES, ...XML_HARMLESS, ...XML_REFUSED }),
  },
  "us-projections": workbooks("us-projections"),
  "us-oews": workbooks("us-oews"),
  "us-soc": workbooks("us-soc"),
  "uk-soc": workbooks("uk-soc"),
  "uk-ashe": workbooks("uk-ashe"),
  "uk-industries": workbooks("uk-industries"),
  "uk-projections": workbooks("uk-projections"),
};
