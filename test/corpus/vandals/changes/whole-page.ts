import type { Changes } from "./at-one-place.ts";

/** What happens to a page as a whole. */
export const WHOLE_PAGE: Changes = {
  "the page is cut off": (html, pick) =>
    `${html.slice(0, Math.floor(html.length * (0.3 + pick(60) / 100)))}</body></html>`,
  "a stretch of the page is lost": (html, pick) => {
    const from = Math.floor(html.length * (0.2 + pick(60) / 100));
    return html.slice(0, from) + html.slice(from + 500 + pick(4000));
  },
  "the page stands twice": (html) => html + html,
  "what the page holds stands twice": (html) =>
    html.replace(/<body[^>]*>[\s\S]*(?=<\/body>)/, (body) => body + body),
  "the page is in capitals": (html) => html.replace(/(?<=>)[^<>]+(?=<)/g, (words) => words.toUpperCase()),
  "letters are broken": (html) => html.replaceAll("’", "â€™").replaceAll("–", "â€“").replaceAll("£", "Â£"),
};
