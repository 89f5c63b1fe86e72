/** One step through a regular expression: the GLOBs that its beginning stands for, and what is left of it. */
type Step = { readonly globs: readonly string[]; readonly rest: string };

const CLASS_REPEATED = /^\^\[([^\]]+)\]\{(\d+)\}\$$/;

/**
 * The SQL condition that says what a regular expression says, for SQLite, which has no regular expressions:
 * `/^\d{4}(-\d{2})?$/` → `c GLOB '[0-9][0-9][0-9][0-9]' OR c GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]'`.
 *
 * Knows anchors, literals, `\d`, `[…]`, `(…|…)`, `{n}` and `?`.
 *
 * @throws Error for any other expression.
 */
export function conditionOfForm(column: string, form: RegExp): string {
  const [, letters, length] = CLASS_REPEATED.exec(form.source) ?? [];
  if (letters !== undefined) return `length(${column}) = ${length} AND ${column} NOT GLOB '*[^${letters}]*'`;
  return globsOf(form)
    .map((glob) => `${column} GLOB '${glob.replaceAll("'", "''")}'`)
    .join(" OR ");
}

function globsOf(form: RegExp): readonly string[] {
  const { source } = form;
  if (!source.startsWith("^") || !source.endsWith("$") || form.flags !== "") throw unknown(source);
  const { globs, rest } = alternatives(source.slice(1, -1));
  if (rest !== "") throw unknown(source);
  return globs;
}

function alternatives(source: string): Step {
  const { globs, rest } = sequence(source);
  if (!rest.startsWith("|")) return { globs, rest };
  const others = alternatives(rest.slice(1));
  return { globs: [...globs, ...others.globs], rest: others.rest };
}

function sequence(source: string): Step {
  let globs: readonly string[] = [""];
  let rest = source;
  while (rest !== "" && !rest.startsWith(")") && !rest.startsWith("|")) {
    const step = repeated(atom(rest));
    globs = eachWithEach(globs, step.globs);
    rest = step.rest;
  }
  return { globs, rest };
}

function atom(source: string): Step {
  if (source.startsWith("(")) return group(source);
  const [all, digit, letters, escaped, literal] =
    /^(?:(\\d)|(\[[^\]^]+\])|\\([^a-zA-Z0-9])|([\w: -]))/.exec(source) ?? [];
  const glob = digit ? "[0-9]" : (letters ?? (escaped ? `[${escaped}]` : literal));
  if (all === undefined || glob === undefined) throw unknown(source);
  return { globs: [glob], rest: source.slice(all.length) };
}

function group(source: string): Step {
  const { globs, rest } = alternatives(source.slice(1));
  if (!rest.startsWith(")") || source.startsWith("(?")) throw unknown(source);
  return { globs, rest: rest.slice(1) };
}

function repeated({ globs, rest }: Step): Step {
  if (rest.startsWith("?")) return { globs: ["", ...globs], rest: rest.slice(1) };
  const [all, times] = /^\{(\d+)\}/.exec(rest) ?? [];
  if (all === undefined) return { globs, rest };
  const copies = Array.from({ length: Number(times) }, () => globs);
  return { globs: copies.reduce(eachWithEach, [""]), rest: rest.slice(all.length) };
}

function eachWithEach(beginnings: readonly string[], ends: readonly string[]): readonly string[] {
  return beginnings.flatMap((beginning) => ends.map((end) => beginning + end));
}

function unknown(source: string): Error {
  return new Error(
    `The form /${source}/ of a column cannot be said in SQLite's GLOB. Write it with literals, \\d, […], (…|…), {n} and ?, or teach sinks/sqlite/glob.ts the new sign.`,
  );
}
