import { pickOf } from "../../picker.ts";
import type { MarkedElement, MarkedPage } from "../marked-page.ts";
import {
  after,
  areApart,
  atOnePlace,
  before,
  type Changes,
  dropped,
  moved,
  swapped,
  wordsAt,
} from "./at-one-place.ts";

/** What happens to lists and their items. */
export const LISTS: Changes = {
  "an item is missing": atOnePlace((page) => tagged(page, "li").map((item) => [dropped(item)])),
  "an item is empty": atOnePlace((page) => tagged(page, "li").map(({ inside }) => [dropped(inside)])),
  "an item stands twice": atOnePlace((page) =>
    tagged(page, "li").map((item) => [after(item, wordsAt(page, item))]),
  ),
  "an item too many": atOnePlace((page) =>
    tagged(page, "li").map((item) => [after(item, "<li>our newsletter</li>")]),
  ),
  "an item is left open": atOnePlace((page) =>
    tagged(page, "li").map(({ inside, to }) => [dropped({ from: inside.to, to })]),
  ),
  "an item is in two": atOnePlace((page) =>
    tagged(page, "li").flatMap(({ inside }) => {
      const at = wordsAt(page, inside).indexOf(" ", 10);
      return at === -1 ? [] : [[after({ from: inside.from, to: inside.from + at }, "</li><li>")]];
    }),
  ),
  "two items are swapped": atOnePlace((page) => {
    const items = tagged(page, "li");
    return items.slice(1).flatMap((item, index) => {
      const other = items[index];
      return other === undefined || !areApart(item, other) ? [] : [swapped(page, other, item)];
    });
  }),
  "an item stands in another list": atOnePlace((page, pick) => {
    const items = tagged(page, "li");
    return items.map((item) => {
      const target = pickOf(items, pick);
      const isOther = target !== undefined && target.parent !== item.parent && areApart(item, target);
      return isOther ? moved(page, item, target) : [];
    });
  }),
  "a list is missing": atOnePlace((page) => tagged(page, "ul").map((list) => [dropped(list)])),
  "a list is empty": atOnePlace((page) => tagged(page, "ul").map(({ inside }) => [dropped(inside)])),
  "a list stands twice": atOnePlace((page) =>
    tagged(page, "ul").map((list) => [after(list, wordsAt(page, list))]),
  ),
  "a list is in two": atOnePlace((page) => tagged(page, "li").map((item) => [after(item, "</ul><ul>")])),
  "two lists are swapped": atOnePlace((page) => {
    const lists = tagged(page, "ul");
    return lists.flatMap((one, index) =>
      lists
        .slice(index + 1, index + 5)
        .filter((other) => areApart(one, other))
        .map((other) => swapped(page, one, other)),
    );
  }),
  "a list stands in an item of another": atOnePlace((page, pick) => {
    const items = tagged(page, "li");
    return tagged(page, "ul").map((list) => {
      const target = pickOf(items, pick);
      return target === undefined || !areApart(list, target)
        ? []
        : [dropped(list), after({ ...target.inside }, wordsAt(page, list))];
    });
  }),
  "a menu stands before a list": atOnePlace((page) =>
    tagged(page, "ul").map((list) => [
      before(list, '<ul class="menu"><li><a href="/jobs">Jobs from $99,990</a></li></ul>'),
    ]),
  ),
};

function tagged({ elements }: MarkedPage, tag: string): MarkedElement[] {
  return elements.filter((element) => element.tag === tag);
}
