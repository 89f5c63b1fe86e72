import { z } from "zod";
import type { DocumentBytes, Reading } from "../source.ts";
import { openAnswer, refuse, WHOLE_DOCUMENT } from "./answer.ts";

export const unreadExtract = z.strictObject({ url: z.url() });

/** An answer that gives no facts, and the one remark that says why. */
export type UnreadExtract = z.infer<typeof unreadExtract>;

/** Answers that are left out on purpose: they are archived, and what they say is not read. */
export function readUnread(document: DocumentBytes): Reading<UnreadExtract> {
  const { url, request, at } = openAnswer(document);
  const { reason } = request;
  if (reason === undefined) refuse(url, "", "an answer that is left out", `one of the kind ${request.kind}`);
  const remark = {
    rule: "left-out",
    locator: at || WHOLE_DOCUMENT,
    message: `Its figures are left out. ${reason}`,
  };
  return { extract: { url }, remarks: [remark] };
}
