/** A metric as an expression names it: "occupations_state", with the labels that it picks or sums by. */
export type NamedMetric = { readonly name: string; readonly labels: readonly string[] };

/** Every metric of ours in expressions of Prometheus. */
export function metricsNamedIn(text: string): readonly NamedMetric[] {
  return [...text.matchAll(/\b(occupations_\w+)(?:\{([^}]*)\})?/g)].map(([, name = "", labels = ""]) => ({
    name,
    labels: [...labels.matchAll(/(\w+)\s*(?:=~|!~|!=|=)/g)].map(([, label = ""]) => label),
  }));
}

/** Names of metrics in what Prometheus reads, with the labels of each. */
export function metricsWrittenIn(metrics: string): ReadonlyMap<string, ReadonlySet<string>> {
  const written = new Map<string, Set<string>>();
  for (const line of metrics.split("\n").filter((one) => one !== "" && !one.startsWith("#"))) {
    const [, name = "", labels = ""] = /^(\w+)(?:\{(.*)\})? /.exec(line) ?? [];
    const known = written.get(name) ?? new Set();
    for (const [, label = ""] of labels.matchAll(/(\w+)="/g)) known.add(label);
    written.set(name, known);
  }
  return written;
}
