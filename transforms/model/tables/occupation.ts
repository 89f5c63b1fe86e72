import { integer, nullable, oneOf, real, text } from "../column.ts";
import { isoDate, isoTime, occupationId, provenance } from "../columns.ts";
import { table } from "../table.ts";

/** What occupations there are, what they are called, and how they belong together. */

export const occupation = table("occupation", "An occupation as a publisher delimits it.", ["id"], {
  id: text("`<scheme>/<code>`."),
  scheme: oneOf(
    ["us-ooh", "us-soc-2018", "us-soc-2010", "onet-soc", "uk-ncs", "uk-soc-2020", "uk-soc-2010", "isco-08"],
    "The classification or catalogue that the code belongs to.",
  ),
  code: text("The publisher's own code, or the last part of the page's address."),
  level: oneOf(
    ["profile", "major", "minor", "broad", "detailed", "matrix", "onet", "sub-major", "unit"],
    "profile: a page of a careers handbook; major … detailed, unit: level of a classification; matrix: a code that a BLS product uses beside the classification; onet: an O*NET-SOC code.",
  ),
  country: nullable(oneOf(["US", "UK"], "Country; NULL for international classifications.")),
  title: text("Title as printed."),
  summary: nullable(text("The publisher's own short description.")),
  url: nullable(text("Address of its page.")),
  page_date: nullable(isoDate("The date that the page itself carries.")),
  parent_id: nullable(
    text("The next wider occupation of the classification.", { references: "occupation.id" }),
  ),
  citation: nullable(
    text(
      "The citation that the publisher suggests, without the date of the visit: that is the capture's `fetched_at`.",
    ),
  ),
  ...provenance,
});

export const occupation_name = table(
  "occupation_name",
  "Another name of an occupation.",
  ["occupation_id", "kind", "name"],
  {
    occupation_id: occupationId,
    name: text("The name as printed."),
    kind: oneOf(
      ["alternative", "index"],
      "alternative: named by the profile; index: listed by an index (A–Z index, coding index).",
    ),
    ...provenance,
  },
);

export const occupation_redirect = table(
  "occupation_redirect",
  "An id of an earlier version whose profile the publisher has renamed, or merged into another.",
  ["from_id"],
  {
    from_id: text("The id that is no longer there."),
    to_id: text("The occupation that the publisher's address now leads to.", {
      references: "occupation.id",
    }),
    kind: oneOf(
      ["renamed", "merged"],
      "renamed: the same profile at another address; merged: its address leads to a profile that was there before.",
    ),
    from_url: text("The address that it had."),
    to_url: text("The address that this one led to."),
    fetched_at: isoTime("When the publisher was first seen to say so."),
    source_id: text("The source that both belong to.", { references: "source.id" }),
  },
);

export const relation = table(
  "relation",
  "How two occupations belong together.",
  ["from_id", "to_id", "kind"],
  {
    from_id: text("The occupation that says so.", { references: "occupation.id" }),
    to_id: text("The other occupation.", { references: "occupation.id" }),
    kind: oneOf(
      ["covers", "similar", "equivalent"],
      "covers: the profile is about this code; similar: the publisher recommends it beside; equivalent: a counterpart in another classification or country.",
    ),
    method: text(
      "How it was found: `published`; `published-partial` where the publisher matches a part of a group; `coding-index`; for a computed link the path through the crosswalks, `+titles` where names agree, or `titles` alone.",
    ),
    score: nullable(real("How sure a computed link is, 0 to 1; NULL for published ones.", { minimum: 0 })),
    weight: nullable(
      integer("Number of entries that support it, where counted; of a computed link, the paths.", {
        minimum: 0,
      }),
    ),
    ...provenance,
  },
);
