import { expect, test } from "vitest";
import { idsAreUnique } from "../../../pipelines/checks/ids-are-unique.ts";
import { rowOf } from "../../sinks/small-dataset.ts";
import { breachesOf, messagesOf } from "./rows.ts";

const occupation = (id: string, code: string) =>
  rowOf("occupation", { id, scheme: "us-ooh", code, title: "Actors" });

test("good ids keep the rule, also an awkward one", async () => {
  expect(await breachesOf(idsAreUnique)).toEqual([]);
});

test("an id that differs in case only breaks it", async () => {
  expect(await messagesOf(idsAreUnique, occupation("us-ooh/Actors", "Actors"))).toEqual([
    "us-ooh/actors: It differs from us-ooh/Actors in its letters' form only.",
  ]);
});

test("so does one in another Unicode form", async () => {
  const rows = ["us-ooh/coupé", "us-ooh/coupe\u0301"].map((id) => occupation(id, id.slice(7)));
  expect(await breachesOf(idsAreUnique, ...rows)).toHaveLength(1);
});

test("an id that is not made of scheme and code breaks it", async () => {
  expect(await messagesOf(idsAreUnique, occupation("us-ooh/bakers", "baker"))).toEqual([
    "us-ooh/bakers: The id is not made of us-ooh and baker.",
  ]);
});
