import { figuresIn, wordsDigest, wordsOfMarkdown } from "../../sources/reading/words-digest.ts";
import type { Compared } from "../assemble/published-values.ts";
import { straightApostrophes } from "../wording/bls-categories.ts";

/**
 * Topics whose first sentences are written by a program, one category too low in the compilation ("projected to decline
 * 0 percent" for little or no change). Quick facts and pages are right, so this prose is not compared.
 */
export const OUTLOOK_SENTENCES: ReadonlySet<string> = new Set(["outlook", "summary-outlook"]);

const isOfHandbook = (id: string) => id.startsWith("us-ooh/");

/** What of the handbook's pages the compilation says again. */
export const SPOKEN_OF: Compared = {
  occupation: {
    by: ["id"],
    isSpokenOf: ({ id }) => isOfHandbook(id),
    values: {
      title: ({ title }) => title,
      page_date: ({ page_date }) => page_date,
    },
  },
  relation: {
    by: ["from_id", "to_id", "kind"],
    isSpokenOf: ({ from_id }) => isOfHandbook(from_id),
    values: {
      covers: ({ kind, to_id }) =>
        kind === "covers" && to_id.startsWith("us-soc-2018/") ? to_id : undefined,
      similar: ({ kind, to_id }) => (kind === "similar" ? to_id : undefined),
    },
  },
  wage: {
    by: ["occupation_id", "area", "industry_id", "group_title", "statistic", "period", "reference_period"],
    isSpokenOf: ({ occupation_id, industry_id, group_title, statistic }) =>
      isOfHandbook(occupation_id) && industry_id === null && group_title === null && statistic === "median",
    values: { amount: ({ amount }) => amount, qualifier: ({ qualifier }) => qualifier },
  },
  requirement: {
    by: ["occupation_id", "kind", "position"],
    isSpokenOf: ({ occupation_id }) => isOfHandbook(occupation_id),
    values: {
      "entry-education": ({ kind, text }) => textOf("entry-education", kind, text),
      "work-experience": ({ kind, text }) => textOf("work-experience", kind, text),
      "on-the-job-training": ({ kind, text }) => textOf("on-the-job-training", kind, text),
    },
  },
  employment: {
    by: ["occupation_id", "area", "industry_id", "group_title", "reference_period"],
    isSpokenOf: ({ occupation_id, industry_id, group_title }) =>
      isOfHandbook(occupation_id) && industry_id === null && group_title === null,
    values: { jobs: ({ jobs }) => jobs },
  },
  projection: {
    by: ["occupation_id", "area", "industry_id", "group_title", "base_year", "target_year"],
    isSpokenOf: ({ occupation_id }) => isOfHandbook(occupation_id),
    values: {
      base_jobs: ({ base_jobs }) => base_jobs,
      target_jobs: ({ target_jobs }) => target_jobs,
      change_jobs: ({ change_jobs }) => change_jobs,
      change_percent: ({ change_percent }) => change_percent,
      // Of a part of the occupation neither source tells these.
      annual_openings: ({ annual_openings }) => annual_openings ?? undefined,
      outlook: ({ outlook }) => outlook ?? undefined,
    },
  },
  section: {
    by: ["occupation_id", "topic", "heading"],
    isSpokenOf: ({ occupation_id, topic }) => isOfHandbook(occupation_id) && !OUTLOOK_SENTENCES.has(topic),
    values: {
      words: ({ text }) => wordsDigest(wordsOfMarkdown(text)),
      figures: ({ text }) => figuresIn(wordsOfMarkdown(text)),
    },
    counted: ["words"],
  },
};

function textOf(wanted: string, kind: string, text: string): string | undefined {
  return kind === wanted ? straightApostrophes(text) : undefined;
}
