import { describe, expect, test } from "vitest";
import {
  DETAILED_EMPLOYMENT,
  GROWTH,
  HELD_JOBS,
  HIGHEST,
  LARGEST_EMPLOYERS,
  LOWEST_AND_HIGHEST,
  MEDIAN_WAGE,
  OPENINGS,
  sentencesOf,
  WAGES_BY_INDUSTRY,
  WAGES_BY_OCCUPATION,
} from "../../../transforms/us-ooh/sentences.ts";

type Form = Parameters<typeof sentencesOf>[0];

function partsIn(form: Form, text: string): unknown[] {
  return sentencesOf(form, [{ text, at: "#p" }]).map(({ parts }) => parts);
}

describe("jobs held", () => {
  test.each([
    ["Actors held about 57,000 jobs in 2024.", { subject: "Actors", jobs: "57,000", year: "2024" }],
    [
      "Software developers held about 1.7 million jobs in 2024. More follows.",
      { subject: "Software developers", jobs: "1.7 million", year: "2024" },
    ],
    [
      "First. Bus drivers, school held about 387,300 jobs in 2024.",
      { subject: "Bus drivers, school", jobs: "387,300", year: "2024" },
    ],
    ["911 operators held about 900 jobs in 2024.", { subject: "911 operators", jobs: "900", year: "2024" }],
  ])("%s", (text, parts) => {
    expect(partsIn(HELD_JOBS, text)).toEqual([parts]);
  });

  test.each([
    "Actors held about 1,23,456 jobs in 2024.",
    "Actors held about 57000 jobs in 2024.",
    "Actors held 57,000 jobs in 2024.",
    "Actors held about 57,000 jobs.",
    "Actors held about 57,000 jobs in 2024, most of them short.",
    "actors held about 57,000 jobs in 2024.",
  ])("not in: %s", (text) => {
    expect(partsIn(HELD_JOBS, text)).toEqual([]);
  });
});

describe("introductions of tables", () => {
  test("of employers", () => {
    expect(
      partsIn(LARGEST_EMPLOYERS, "The largest employers of bus drivers, school were as follows:"),
    ).toEqual([{ subject: "bus drivers, school" }]);
    expect(partsIn(LARGEST_EMPLOYERS, "The largest employers of actors are as follows:")).toEqual([]);
  });

  test("of jobs of detailed occupations", () => {
    const text =
      "Drafters held about 192,100 jobs in 2024. Employment in the detailed occupations that make up drafters was distributed as follows:";
    expect(partsIn(DETAILED_EMPLOYMENT, text)).toEqual([{ subject: "drafters" }]);
  });

  test.each([
    [
      "In May 2024, the median hourly wages for actors in the top industries in which they worked were as follows:",
      { month: "May", year: "2024", statistic: "median", period: "hourly", subject: "actors" },
    ],
    [
      "In May 2024, the median annual wages for bus drivers, school in the top industry in which they worked were as follows:",
      { month: "May", year: "2024", statistic: "median", period: "annual", subject: "bus drivers, school" },
    ],
  ])("of wages by industry: %s", (text, parts) => {
    expect(partsIn(WAGES_BY_INDUSTRY, text)).toEqual([parts]);
  });

  test.each([
    "In May 2024, the mean annual wages for actors in the top industries in which they worked were as follows:",
    "In 2024, the median annual wages for actors in the top industries in which they worked were as follows:",
    "In May 2024, the median weekly wages for actors in the top industries in which they worked were as follows:",
  ])("not of wages by industry: %s", (text) => {
    expect(partsIn(WAGES_BY_INDUSTRY, text)).toEqual([]);
  });

  test.each([
    [
      "Median annual wages for drafters in May 2024 were as follows:",
      { statistic: "Median", period: "annual", subject: "drafters", month: "May", year: "2024" },
    ],
    [
      "The median hourly wages for cooks in May 2024 were as follows:",
      { statistic: "median", period: "hourly", subject: "cooks", month: "May", year: "2024" },
    ],
    [
      "Medians are not known, but mean (average) annual wages for physicians in May 2024 were as follows:",
      { statistic: "mean (average)", period: "annual", subject: "physicians", month: "May", year: "2024" },
    ],
  ])("of wages by occupation: %s", (text, parts) => {
    expect(partsIn(WAGES_BY_OCCUPATION, text)).toEqual([parts]);
  });
});

describe("wages in prose", () => {
  const median = { period: "annual", bound: "", more: "", month: "May", year: "2024" };
  const tenths = { low: "$35,780", bound: "more than ", high: "$80,950", more: "" };

  test.each([
    [
      "The median annual wage for actors was $50,250 in May 2024.",
      { ...median, subject: "actors", amount: "$50,250" },
    ],
    [
      "The median hourly wage for models was equal to or greater than $115.00 in May 2024.",
      {
        ...median,
        period: "hourly",
        subject: "models",
        bound: "equal to or greater than ",
        amount: "$115.00",
      },
    ],
    [
      "The median annual wage for surgeons was more than $239,200 in May 2024.",
      { ...median, subject: "surgeons", bound: "more than ", amount: "$239,200" },
    ],
    [
      "The median annual wage for surgeons was at least $239,200 in May 2024.",
      { ...median, subject: "surgeons", bound: "at least ", amount: "$239,200" },
    ],
    [
      "The median annual wage for surgeons was $239,200 or more in May 2024.",
      { ...median, subject: "surgeons", amount: "$239,200", more: " or more" },
    ],
  ])("%s", (text, parts) => {
    expect(partsIn(MEDIAN_WAGE, text)).toEqual([parts]);
  });

  test.each([
    "The median annual wage for actors was $5,02,50 in May 2024.",
    "The median annual wage for actors was $50250 in May 2024.",
    "The median weekly wage for actors was $950 in May 2024.",
    "The median annual wage for actors was $50,250.",
    "The mean annual wage for actors was $50,250 in May 2024.",
  ])("not in: %s", (text) => {
    expect(partsIn(MEDIAN_WAGE, text)).toEqual([]);
  });

  test.each([
    [
      "The lowest 10 percent earned less than $35,780, and the highest 10 percent earned more than $80,950.",
      tenths,
    ],
    [
      "The lowest 10 percent earned less than $14.00, and the highest 10 percent earned equal to or greater than $115.00.",
      { low: "$14.00", bound: "equal to or greater than ", high: "$115.00", more: "" },
    ],
    [
      "The lowest-paid 10 percent of workers earned less than $35,780, while the highest-paid 10 percent of workers earned more than $80,950.",
      tenths,
    ],
    [
      "The lowest 10 percent earned less than $35,780 in May 2024, and the highest 10 percent earned $239,200 or more.",
      { ...tenths, bound: "", high: "$239,200", more: " or more" },
    ],
    [
      "The lowest 10 percent earned less than $35,780, and the highest 10 percent earned at least $239,200.",
      { ...tenths, bound: "at least ", high: "$239,200" },
    ],
    [
      "The lowest 10 percent earned less than $35,780. Most earned a lot.",
      { ...tenths, bound: "", high: "" },
    ],
  ])("%s", (text, parts) => {
    expect(partsIn(LOWEST_AND_HIGHEST, text)).toEqual([parts]);
  });

  test.each([
    "The lowest 10 percent earned less than $35,780; the highest 10 percent earned more than $80,950.",
    "The lowest 10 percent earned less than $35780.",
    "The lowest 10 percent earned about $35,780.",
    "The lowest 10 percent earned less than $35,780, and the highest 10 percent earned more than $80950.",
  ])("not in: %s", (text) => {
    expect(partsIn(LOWEST_AND_HIGHEST, text)).toEqual([]);
  });

  test.each([
    ["The highest 10 percent earned more than $80,950.", { bound: "more than ", high: "$80,950", more: "" }],
    [
      "Few. The highest 10 percent earned $239,200 or more.",
      { bound: "", high: "$239,200", more: " or more" },
    ],
    [
      "The highest 10 percent earned greater than or equal to $115.00 per hour.",
      { bound: "greater than or equal to ", high: "$115.00", more: "" },
    ],
  ])("%s", (text, parts) => {
    expect(partsIn(HIGHEST, text)).toEqual([parts]);
  });
});

describe("growth", () => {
  const parts = { subject: "actors", direction: "", percent: "", none: "", base: "2024", target: "2034" };

  test.each([
    [
      "Employment of actors is projected to grow 7 percent from 2024 to 2034, much faster than the average for all occupations.",
      { ...parts, direction: "grow", percent: "7" },
    ],
    [
      "Overall employment of actors is projected to grow 3 percent from 2024 to 2034, about as fast as the average for all occupations.",
      { ...parts, direction: "grow", percent: "3" },
    ],
    [
      "Employment of actors is projected to decline 5 percent from 2024 to 2034.",
      { ...parts, direction: "decline", percent: "5" },
    ],
    [
      "Employment of actors is projected to show little or no change from 2024 to 2034.",
      { ...parts, none: "little or no change" },
    ],
  ])("%s", (text, expected) => {
    expect(partsIn(GROWTH, text)).toEqual([expected]);
  });

  test.each([
    "Employment of actors is projected to increase as parks open.",
    "Employment of actors is projected to grow from 2024 to 2034.",
  ])("not in: %s", (text) => {
    expect(partsIn(GROWTH, text)).toEqual([]);
  });
});

describe("openings", () => {
  test.each([
    [
      "About 14,200 openings for actors are projected each year, on average, over the decade.",
      { openings: "14,200", subject: "actors" },
    ],
    [
      "Despite declining employment, about 2,800 openings for actors are projected each year, on average, over the decade.",
      { openings: "2,800", subject: "actors" },
    ],
    [
      "Despite limited employment growth, about 400 openings for actors are projected each year, on average, over the decade. More.",
      { openings: "400", subject: "actors" },
    ],
  ])("%s", (text, expected) => {
    expect(partsIn(OPENINGS, text)).toEqual([expected]);
  });

  test.each([
    "About 1,42,00 openings for actors are projected each year, on average, over the decade.",
    "About 14200 openings for actors are projected each year, on average, over the decade.",
    "About 14,200 openings for actors are projected over the decade.",
  ])("not in: %s", (text) => {
    expect(partsIn(OPENINGS, text)).toEqual([]);
  });
});

test("a sentence is quoted without its neighbours, with its place and its order", () => {
  const found = sentencesOf(HELD_JOBS, [
    { text: "Nothing here.", at: "#one" },
    { text: "First. Actors held about 57,000 jobs in 2024. Last.", at: "#two" },
  ]);
  expect(found).toEqual([
    {
      text: "Actors held about 57,000 jobs in 2024.",
      at: "#two",
      order: [1, 7],
      parts: { subject: "Actors", jobs: "57,000", year: "2024" },
    },
  ]);
});

test("several sentences of one paragraph are found in their order", () => {
  const text = "Actors held about 900 jobs in 2024. Models held about 800 jobs in 2024.";
  expect(partsIn(HELD_JOBS, text)).toMatchObject([{ subject: "Actors" }, { subject: "Models" }]);
});
