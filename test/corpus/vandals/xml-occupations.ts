import type { Victim } from "./victim.ts";

/** A compilation of many occupations as one document for each of them: the whole file takes seconds to read. */
export function occupationsOf(compilation: Victim): Victim[] {
  const whole = compilation.body().toString("utf8");
  const head = whole.slice(0, whole.indexOf("<occupation>"));
  return [...whole.matchAll(/<occupation>.*?<\/occupation>/gs)].map(([occupation], index) => ({
    ...compilation,
    name: `${compilation.url} ${index + 1}`,
    body: () => Buffer.from(`${head}${occupation}\n</ooh>`),
  }));
}
