import type { Victim } from "./victim.ts";

/**
 * A compilation of many occupations as one document for each of them: the whole file takes seconds to read. One that has
 * not all that a compilation always has (the military) could not stand alone.
 */
export function occupationsOf(compilation: Victim): Victim[] {
  const whole = compilation.body().toString("utf8");
  const head = whole.slice(0, whole.indexOf("<occupation>"));
  const { landmarks = [] } = compilation.reader.expectation;
  return [...whole.matchAll(/<occupation>.*?<\/occupation>/gs)]
    .map(([occupation], index) => ({
      name: `${compilation.url} ${index + 1}`,
      text: `${head}${occupation}\n</ooh>`,
    }))
    .filter(({ text }) => landmarks.every((landmark) => text.includes(landmark)))
    .map(({ name, text }) => ({ ...compilation, name, body: () => Buffer.from(text) }));
}
