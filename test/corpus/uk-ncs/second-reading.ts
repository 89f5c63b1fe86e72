import { type Cheerio, type CheerioAPI, load } from "cheerio";
import type { AnyNode, Element } from "domhandler";

/** What a page says, one line a fact, in the order of the page. */
export type Lines = Readonly<Record<(typeof KINDS)[number], readonly string[]>>;

export const KINDS = [
  "profile",
  "name",
  "wage",
  "hours",
  "route",
  "requirement",
  "restriction",
  "duty",
  "skill",
  "similar",
  "mention",
  "section",
] as const;

const words = (text: string): string => text.replace(/[\s\u00a0]+/g, " ").trim();
const line = (...values: (string | number | null)[]): string =>
  values.map((value) => value ?? "–").join(" | ");

/** Words without blanks and the signs that Markdown uses. */
export const bare = (text: string): string => text.replace(/[\s\u00a0\u200b*|\\_#<>[\]`-]+/g, "");

const ROUTES: Readonly<Record<string, string>> = {
  University: "university",
  College: "college",
  Apprenticeship: "apprenticeship",
  work: "work",
  volunteering: "volunteering",
  directapplication: "direct-application",
  otherroutes: "other",
};

/**
 * A second reading of a profile, by the parser that browsers' rules are written for (parse5) and by where things stand on
 * the page instead of by what is known of them.
 */
export function readAgain(slug: string, html: string): Lines {
  const $ = load(html);
  // Headings below which nothing stands are no part of the prose.
  $("h4")
    .filter((_, heading) => words($(heading).nextUntil("h4").text()) === "")
    .remove();
  const texts = (selector: string) =>
    $(selector)
      .toArray()
      .map((element) => words($(element).text()));
  const hero = $("h1")
    .nextAll("p")
    .toArray()
    .map((element) => words($(element).text()));
  const titles = words($("h1").nextAll("h2").clone().children().remove().end().text());
  return {
    profile: [line(slug, texts("h1")[0] ?? null, hero.filter((text) => text !== "").join(" "))],
    name: titles === "" ? [] : [...new Set(titles.split(", "))],
    wage: wages(texts("#Salary div.job-profile-salary > *")),
    hours: [hours($)],
    route: $("#HowToBecome > section")
      .toArray()
      .filter((section) => ROUTES[section.attribs.id ?? ""] !== undefined)
      .map((section) => line(ROUTES[section.attribs.id ?? ""] ?? null, bare(beforeHeadings($, section)))),
    requirement: texts("#HowToBecome > section .list-reqs > li"),
    restriction: restrictions($),
    duty: duties($),
    skill: texts("#WhatItTakes > section:first-of-type li, #Skills > section:first-of-type li"),
    similar: $(".job-profile-related a")
      .toArray()
      .map((link) => decodeURIComponent((link.attribs.href ?? "").split("/").at(-1) ?? "")),
    mention: $("a[href^='/job-groups/']")
      .toArray()
      .map((link) => line((link.attribs.href ?? "").split("/")[2] ?? null, words($(link).text()))),
    section: sections($, slug),
  };
}

function wages(cells: readonly string[]): string[] {
  const shown = cells.filter((cell) => cell !== "to");
  if (shown.join() === "Variable") return ["starter | – | variable", "experienced | – | variable"];
  return shown.map((cell) => {
    const [amount = "", label = ""] = cell.split(" ");
    return line(label.toLowerCase(), Number(amount.replace("£", "").replace(",", "")), "exact");
  });
}

function hours($: CheerioAPI): string {
  const own = (block: Cheerio<Element>) => words(block.clone().children().remove().end().text());
  const typical = $("#WorkingHours p");
  const pattern = $("#WorkingHoursPatterns p");
  const detail = words(typical.find("span").text());
  const small = words(pattern.find("span").text());
  const [low = null, high = null] = own(typical) === "Variable" ? [] : own(typical).split(" to ").map(Number);
  return line(low, high, detail || null, own(pattern) || null, small || null);
}

function beforeHeadings($: CheerioAPI, section: Element): string {
  const nodes = $(section).children("div").contents().toArray();
  const end = nodes.findIndex((node) => "name" in node && node.name === "h4");
  return $(nodes.slice(0, end === -1 ? undefined : end) as AnyNode[]).text();
}

function restrictions($: CheerioAPI): string[] {
  return $("#restrictions > div")
    .children()
    .toArray()
    .flatMap((child) => {
      if (child.name === "ul")
        return $(child)
          .children("li")
          .toArray()
          .map((item) => words($(item).text()));
      const text = words($(child).text());
      const introduces = text.endsWith(":") && $(child).next().is("ul");
      return text === "" || introduces ? [] : [text];
    });
}

function duties($: CheerioAPI): string[] {
  let heading = "";
  return $("h3")
    .filter((_, title) => words($(title).text()) === "Day-to-day tasks")
    .next()
    .children()
    .toArray()
    .flatMap((child) => {
      if (child.name !== "ul") {
        heading = words($(child).text()) || heading;
        return [];
      }
      return $(child)
        .children("li")
        .toArray()
        .map((item) => line(heading, words($(item).text())));
    });
}

/** Heading, words and links of every part; those of "More information" begin at their smaller headings. */
function sections($: CheerioAPI, slug: string): string[] {
  const part = (heading: AnyNode, nodes: Cheerio<AnyNode>) => {
    // A link without words leads nowhere; neighbours to the same address are one link.
    const links = nodes.find("a[href]").addBack("a[href]").toArray();
    const targets = links
      .filter((link) => bare($(link).text()) !== "")
      .map((link) => target($(link).attr("href") ?? "", slug))
      .filter((href, index, all) => href !== all[index - 1]);
    const text = bare(nodes.text());
    return text === "" ? [] : [line(words($(heading).text()), text, targets.join(" "))];
  };
  const first = $("#HowToBecome > h2").toArray();
  const others = $("section section, #CareerPathAndProgression").not("[id^=urrent]").toArray();
  return [...first, ...others].flatMap((element) => {
    if (element.name === "h2") return part(element, $(element).nextUntil("section"));
    if (element.attribs.id === "moreinfo")
      return $(element)
        .find("h4")
        .toArray()
        .flatMap((title) => part(title, $(title).nextUntil("h4")));
    const title = $(element).children("h2, h3").get(0);
    return title === undefined ? [] : part(title, $(title).nextAll());
  });
}

/** Where a link of the page leads. */
const target = (href: string, slug: string): string =>
  new URL(href.trim(), `https://nationalcareers.service.gov.uk/job-profiles/${slug}`).href;
