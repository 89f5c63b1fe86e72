/**
 * The same answers, walked without the product's readers: no schema, no classes of requests, lines cut with one regular
 * expression. What it finds is a list of lines that the first reading has to have as well, and no other.
 */

type Json = Record<string, unknown>;

export type SecondReading = {
  /** The request with https and its parameters in order. */
  readonly url: string;
  /** Whether anything was answered. */
  readonly isAnswer: boolean;
  readonly lines: readonly string[];
};

export function readAgain(text: string): SecondReading {
  const recording = JSON.parse(text) as Json;
  const [, path = "", query = ""] = /\/api\/v1\/([^?]*)\??(.*)$/.exec(`${recording.request_uri}`) ?? [];
  const sorted = query
    .split("&")
    .filter((pair) => pair !== "")
    .sort();
  const url = `https://api.lmiforall.org.uk/api/v1/${path}${sorted.length > 0 ? `?${sorted.join("&")}` : ""}`;
  const body = recording.body as Json | Json[] | string;
  const isAnswer = (recording.status as Json).code === 200 && body !== "";
  return {
    url,
    isAnswer,
    lines: isAnswer && typeof body === "object" ? linesOf(path, body).map(inOneLine) : [],
  };
}

/** Two blanks in a job title are one in the dataset. */
function inOneLine(words: string): string {
  return words.replace(/\s+/g, " ");
}

function linesOf(path: string, body: Json | Json[]): string[] {
  const answers = Array.isArray(body) ? body : [body];
  if (path.startsWith("soc/")) return answers.flatMap(description);
  if (path.startsWith("ashe/")) return answers.flatMap(figures);
  return [];
}

function description(entry: Json): string[] {
  const {
    soc,
    title,
    description,
    qualifications,
    tasks,
    add_titles: titles = [],
  } = entry as Json & {
    tasks: string;
    add_titles?: string[];
  };
  const duties = [...tasks.matchAll(/[^\n;]*[^\n; ][^\n;]*/g)].map(([words]) => words.trim());
  return [
    `occupation ${soc} ${title} | ${description}`,
    `requirement ${soc} ${qualifications}`,
    ...duties.map((duty, index) => `duty ${soc} ${index + 1} ${duty}`),
    ...[...new Set(titles as string[])].map((name) => `name ${soc} ${name}`),
  ];
}

function figures(answer: Json): string[] {
  const told = (answer.series as Json[]).map((entry) =>
    "estpay" in entry
      ? `mean GBP ${entry.estpay} a week ${answer.soc} ${entry.year}`
      : `mean ${entry.hours} hours ${answer.soc} ${entry.year}`,
  );
  // The code has to do for a title.
  return told.length === 0 ? [] : [`occupation ${answer.soc} ${answer.soc} | null`, ...told];
}
