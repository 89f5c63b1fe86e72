import { nullable, oneOf, text } from "../column.ts";
import { occupationId, position, provenance } from "../columns.ts";
import { table } from "../table.ts";

/** What publishers say of an occupation in words. */

export const duty = table("duty", "What workers typically do, item by item.", ["occupation_id", "position"], {
  occupation_id: occupationId,
  position,
  heading: nullable(text("The introduction of the list that the item stands in; NULL where there is none.")),
  text: text("The item as printed."),
  ...provenance,
});

export const specialty = table(
  "specialty",
  "A kind of worker within the occupation that the publisher describes by name.",
  ["occupation_id", "position"],
  {
    occupation_id: occupationId,
    position,
    name: text("Its name as printed."),
    text: text("The whole paragraph, which begins with the name."),
    ...provenance,
  },
);

export const quality = table(
  "quality",
  "A quality or skill that the publisher calls important.",
  ["occupation_id", "position"],
  {
    occupation_id: occupationId,
    position,
    name: text("Its name as printed, without the full stop."),
    text: nullable(text("What is said of it, after the name; NULL where it is listed by its name alone.")),
    ...provenance,
  },
);

export const section = table("section", "Prose of a page, part by part.", ["occupation_id", "position"], {
  occupation_id: occupationId,
  position,
  topic: text(
    "What the part is about, in our words, the same on every page: what-they-do, duties, work-environment, work-schedules, injuries, how-to-become, education, training, licenses, advancement, qualities, pay, outlook …; summary-… for the short forms; for job profiles of the United Kingdom also university, college, apprenticeship, work, volunteering, direct-application, other-routes, skills, restrictions, career-path.",
  ),
  heading: text("Heading as printed."),
  text: text("The prose as Markdown."),
  ...provenance,
});

export const requirement = table(
  "requirement",
  "What is needed to enter the occupation, in the publisher's words.",
  ["occupation_id", "kind", "position"],
  {
    occupation_id: occupationId,
    kind: oneOf(
      ["entry-education", "work-experience", "on-the-job-training", "entry-route", "restriction"],
      "Which requirement.",
    ),
    position,
    route: nullable(
      oneOf(
        ["university", "college", "apprenticeship", "work", "volunteering", "direct-application", "other"],
        "The entry route that the row belongs to; NULL for requirements that belong to none.",
      ),
    ),
    part: nullable(
      oneOf(
        ["description", "entry-requirement"],
        "What of an entry route it is: how the route works, as Markdown, or one thing that is asked for; NULL for requirements that belong to no route.",
      ),
    ),
    text: text('The publisher\'s words, also "None" and "See How to Become One".'),
    ...provenance,
  },
);
