import { slugOf } from "../../sources/us-ooh/profile-address.ts";
import type { XmlElement } from "../../sources/us-ooh-xml/compilation-extract.ts";
import type { Statement } from "../facts.ts";
import { isSocCode } from "../wording/soc-code.ts";
import { type OccupationContext, required } from "./context.ts";
import { OUTLOOK_SENTENCES } from "./spoken-of.ts";
import { statement } from "./statement.ts";

/** What is said of the occupation as such: its title, what it covers, what is like it, its prose. */
export function profileStatements(context: OccupationContext): Statement[] {
  const { id, extract, published } = context;
  const { title, publishDate } = extract;
  return [
    statement(
      context,
      { table: "occupation", about: { id }, says: { title: title.text, page_date: published } },
      title,
      publishDate,
    ),
    ...covered(context),
    ...similar(context),
    ...sections(context),
  ];
}

function covered(context: OccupationContext): Statement[] {
  return context.extract.socCodes.map((element) => {
    const code = isSocCode(element.text) ? element.text : undefined;
    return relation(
      context,
      "covers",
      `us-soc-2018/${required(context, element, "a SOC code", code)}`,
      element,
    );
  });
}

function similar(context: OccupationContext): Statement[] {
  return context.extract.similar.map((address) =>
    relation(context, "similar", `us-ooh/${slugOf(address)}`, {
      text: "",
      at: "similar_occupations/section_body",
    }),
  );
}

function relation(
  context: OccupationContext,
  kind: "covers" | "similar",
  to_id: string,
  element: XmlElement,
): Statement {
  const about = { from_id: context.id, to_id, kind };
  return statement(context, { table: "relation", about, says: { [kind]: to_id } }, element);
}

function sections(context: OccupationContext): Statement[] {
  return context.extract.sections
    .filter(({ topic }) => !OUTLOOK_SENTENCES.has(topic))
    .map(({ topic, heading, words, figures, at }) => {
      const about = { occupation_id: context.id, topic, heading };
      return statement(context, { table: "section", about, says: { words, figures } }, { text: "", at });
    });
}
