import type { DescribedOccupation } from "../../sources/uk-lmi/descriptions.ts";
import { classifiedOccupation } from "../classified-occupation.ts";
import type { Fact } from "../model/model.ts";
import { provenanceAt } from "../provenance.ts";
import { type AnswerContext, socOf } from "./answer.ts";
import { tasksOf } from "./tasks.ts";

/** The title of codes that the API had no description for. */
const NO_TITLE = "Missing";

/** An occupation, its tasks, what it takes to enter it, and the job titles that the coding index gives it. */
export function occupationFrom(answer: AnswerContext, described: DescribedOccupation): Fact[] {
  const { id } = socOf(answer, described.code);
  if (described.title.text !== NO_TITLE)
    return [
      occupation(answer, described),
      ...duties(answer, id, described),
      ...entryEducation(answer, id, described),
      ...names(answer, id, described),
    ];
  answer.remarks.push({
    rule: "no-description",
    locator: described.title.at,
    message: `The API has no description of ${id}.`,
  });
  return [];
}

function occupation(answer: AnswerContext, { code, title, description }: DescribedOccupation): Fact {
  const places = [code, title, ...(description.text === "" ? [] : [description])];
  return classifiedOccupation(
    { ...socOf(answer, code), title: title.text, summary: description.text || undefined },
    answer.capture,
    ...places.map(({ at }) => ({ at, raw: null })),
  );
}

function duties(answer: AnswerContext, occupation_id: string, { tasks }: DescribedOccupation): Fact[] {
  return tasksOf(answer, tasks).map(({ text, line }, index) => ({
    table: "duty",
    row: {
      occupation_id,
      position: index + 1,
      heading: null,
      text,
      ...provenanceAt(answer.capture, { at: tasks.at, raw: line === text ? null : line }),
    },
  }));
}

function entryEducation(
  answer: AnswerContext,
  occupation_id: string,
  { qualifications }: DescribedOccupation,
): Fact[] {
  if (qualifications.text === "") return [];
  return [
    {
      table: "requirement",
      row: {
        occupation_id,
        kind: "entry-education",
        position: 1,
        route: null,
        part: null,
        text: qualifications.text,
        ...provenanceAt(answer.capture, { at: qualifications.at, raw: null }),
      },
    },
  ];
}

function names(answer: AnswerContext, occupation_id: string, { titles }: DescribedOccupation): Fact[] {
  return titles.map(({ text, at }) => ({
    table: "occupation_name",
    row: { occupation_id, name: text, kind: "index", ...provenanceAt(answer.capture, { at, raw: null }) },
  }));
}
