import { LEFT_OUT, NARROWED } from "./left-out.ts";

const HOSTNAME = "api.lmiforall.org.uk";
const ROOT = "/api/v1/";

/** What was asked of the API. */
export type LmiRequest = {
  /** The one spelling of the request: https, parameters in order of their names. */
  readonly address: string;
  readonly kind: LmiKind;
  /** The occupation that was asked for, as its address writes it. */
  readonly code: string | undefined;
  readonly parameters: Readonly<Record<string, string>>;
  /** Kind `left-out`: why it gives no facts. */
  readonly reason: string | undefined;
};

export type LmiKind =
  | "description"
  | "search"
  | "pay"
  | "hours"
  | "projection"
  | "industry-projection"
  | "left-out";

type Endpoint = {
  readonly path: RegExp;
  readonly kind: LmiKind;
  readonly required: readonly string[];
  readonly optional: readonly string[];
  /** Parameters that limit the answer to some workers. */
  readonly narrowing: readonly string[];
};

const FIGURE = { required: ["soc"], optional: ["coarse"], narrowing: ["filters", "breakdown", "age"] };
const PREDICTION = {
  required: ["soc"],
  optional: ["minYear", "maxYear"],
  narrowing: ["filters", "filterBy", "region"],
};

const ENDPOINTS: readonly Endpoint[] = [
  { path: /^soc\/code\/(\d+)$/, kind: "description", required: [], optional: [], narrowing: [] },
  { path: /^soc\/search$/, kind: "search", required: ["q"], optional: [], narrowing: [] },
  { path: /^ashe\/estimatePay$/, kind: "pay", ...FIGURE },
  { path: /^ashe\/estimateHours$/, kind: "hours", ...FIGURE },
  { path: /^wf\/predict$/, kind: "projection", ...PREDICTION },
  { path: /^wf\/predict\/breakdown\/industry$/, kind: "industry-projection", ...PREDICTION },
];

/** The request that an address spells; `undefined` for anything that the API is not known to answer. */
export function requestOf(url: string): LmiRequest | undefined {
  if (!URL.canParse(url)) return undefined;
  const { protocol, host, username, password, pathname, searchParams } = new URL(url);
  const isApi = /^https?:$/.test(protocol) && host === HOSTNAME && `${username}${password}` === "";
  if (!isApi || !pathname.startsWith(ROOT)) return undefined;
  const path = pathname.slice(ROOT.length);
  const names = [...searchParams.keys()];
  if (new Set(names).size < names.length) return undefined;
  searchParams.sort();
  const query = searchParams.toString();
  const address = `https://${HOSTNAME}${pathname}${query === "" ? "" : `?${query}`}`;
  const parameters = Object.fromEntries(searchParams);
  return leftOutRequest(path, address, parameters) ?? endpointRequest(path, address, parameters);
}

/** The address as the archive knows it: `http` or `https`, order and escapes of the query make no difference. */
export function requestAddress(url: string): string | undefined {
  return requestOf(url)?.address;
}

type Parameters = LmiRequest["parameters"];

function leftOutRequest(path: string, address: string, parameters: Parameters): LmiRequest | undefined {
  const found = LEFT_OUT.find((left) => left.path.test(path));
  return found && { address, kind: "left-out", code: parameters.soc, parameters, reason: found.reason };
}

function endpointRequest(path: string, address: string, parameters: Parameters): LmiRequest | undefined {
  const endpoint = ENDPOINTS.find((known) => known.path.test(path));
  if (endpoint === undefined) return undefined;
  const { kind, required, optional, narrowing } = endpoint;
  const names = Object.keys(parameters);
  const known = new Set([...required, ...optional, ...narrowing]);
  if (!required.every((name) => names.includes(name)) || !names.every((name) => known.has(name)))
    return undefined;
  const code = endpoint.path.exec(path)?.[1] ?? parameters.soc;
  return names.some((name) => narrowing.includes(name))
    ? { address, kind: "left-out", code, parameters, reason: NARROWED }
    : { address, kind, code, parameters, reason: undefined };
}
