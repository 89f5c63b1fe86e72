import type { Fact } from "../model/model.ts";
import { provenanceOf } from "../pages/page.ts";
import type { PageContext } from "./page.ts";

/** The handbook names industries without codes: the printed title is the identity. */
export function industryOf(page: PageContext, title: string, at: string): { id: string; fact: Fact } {
  const id = `us-ooh/${title}`;
  const row = { id, scheme: "us-ooh", code: null, title, ...provenanceOf(page, { at, raw: null }) };
  return { id, fact: { table: "industry", row } };
}
