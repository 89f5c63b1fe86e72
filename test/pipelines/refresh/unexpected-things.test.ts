import { expect, test } from "vitest";
import { select } from "./facts-of-versions.ts";
import { ACTORS, addressOf, CHEFS, startHostileSample } from "./hostile-sample.ts";
import { latestOf, newStore, refreshIn } from "./refreshed-store.ts";

test("what pages have and no reader took is a warning of its rule, once, with an example and a count", async () => {
  const sample = await startHostileSample();
  const section = "<h3>Working from Home</h3><p>Nobody cooks for others at home.</p>";
  for (const page of [ACTORS, CHEFS]) sample.edit(page, { "</article>": `${section}</article>` });
  const store = newStore();
  expect((await refreshIn(store, ["--mirror", sample.url])).exit).toBe(0);
  const issues = select<{ rule: string; severity: string; message: string }>(
    { store, version: latestOf(store) ?? "" },
    "SELECT rule, severity, message FROM issue WHERE rule = 'new-section'",
  );
  expect(issues).toHaveLength(1);
  expect(issues[0]).toMatchObject({
    severity: "warning",
    message: expect.stringMatching(/places in all\)$/),
  });
  expect(issues[0]?.message).toContain("Working from Home");
  expect([addressOf(ACTORS), addressOf(CHEFS)].some((url) => issues[0]?.message.includes(url))).toBe(true);
});
