import { areSaved, savedAt } from "../saved.ts";

export const ZIP = savedAt("hosts", "www.ons.gov.uk", "file", "ashetable142024provisional.zip");

export const LONE_NAME = "PROV - Occupation SOC20 (4) Table 14.7a   Annual pay - Gross 2022.xls";

export const LONE = savedAt("extras", "ashe", LONE_NAME);

export const hasCorpus = areSaved("tables of ASHE", ZIP, LONE);
