import type { Element } from "domhandler";
import type { Page } from "../reading/page.ts";
import type { TabBlock } from "./blocks.ts";
import type { ProfileExtract } from "./profile-extract.ts";
import { isKnownHeading, SUMMARY_TOPICS } from "./topics.ts";

/** The Summary has a short form of each tab, once, in the order of the tabs: one without its heading would be another's. */
export function refuseOtherSummary(
  page: Page,
  panes: Element,
  { sections, summary }: Pick<ProfileExtract, "sections" | "summary">,
): void {
  if (summary.length === 0) return;
  const topics = sections.map(({ topic }) => topic).filter((topic) => topic.startsWith("summary"));
  const short = topics.join(", ");
  const expected = SUMMARY_TOPICS.join(", ");
  if (short !== expected) page.refuse(panes, `a Summary of ${expected}`, short);
}

/** Words that head a section everywhere else have lost their heading, where they are a paragraph. */
export function refuseHeadingAsParagraph(page: Page, blocks: readonly TabBlock[]): void {
  for (const block of blocks)
    if (block.kind === "paragraph" && isKnownHeading(block.text))
      page.refuse(block.node, `“${block.text}” as a heading`, "a paragraph");
}
