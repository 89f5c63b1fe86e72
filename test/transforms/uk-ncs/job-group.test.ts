import { expect, test } from "vitest";
import { factsOf } from "./profile-of.ts";

const mention = (href: string, words: string) => {
  const { mentions = [], remarks } = factsOf({ jobGroup: { href, words, at: "a" } });
  return mentions.length > 0 ? [mentions[0]?.code, mentions[0]?.title] : remarks.map(({ rule }) => rule);
};

test("a mention tells code and title, and of which editions they may be", () => {
  const jobGroup = { href: "/job-groups/5315/plumbers-and-fitters", words: "Plumbers and fitters", at: "a" };
  expect(factsOf({ jobGroup }).mentions).toEqual([
    {
      from_id: "uk-ncs/plumber",
      schemes: ["uk-soc-2010", "uk-soc-2020"],
      code: "5315",
      title: "Plumbers and fitters",
      source_id: "uk-ncs",
      capture_id: "c",
      locator: "a",
      raw: "Plumbers and fitters /job-groups/5315/plumbers-and-fitters",
    },
  ]);
});

test.each([
  ["the link's words", "/job-groups/5314/nurses-n-e-c-", "Nurses n.e.c.", "Nurses n.e.c."],
  [
    "the address's words",
    "/job-groups/5314/plumbers-and-fitters",
    "Explore job trends for this group",
    "plumbers and fitters",
  ],
  ["the address's words, decoded", "/job-groups/5314/caf%C3%A9%20staff", "", "café staff"],
  [
    "the link's words, with a query behind the address",
    "/job-groups/5314/plumbers/?from=profile",
    "Plumbers",
    "Plumbers",
  ],
])("the title is %s", (_, href, words, title) => {
  expect(mention(href, words)).toEqual(["5314", title]);
});

test.each([
  ["/job-groups/5314/plumber", "Explore job trends for this group"],
  ["/job-groups/5314", "Plumbers"],
  ["/job-groups/531/plumbers", "Plumbers"],
  ["/job-groups/53145/plumbers", "Plumbers"],
  ["/job-groups/5314/%E0%A4%A", "Plumbers"],
])("%s with “%s” tells no code with a title", (href, words) => {
  expect(mention(href, words)).toEqual(["job-group-not-read"]);
});
