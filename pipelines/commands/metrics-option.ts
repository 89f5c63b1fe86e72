/** What help says of `--metrics-file`, wherever a command runs the main job. */
export const METRICS_FILE = "write metrics for Prometheus there (or OCCUPATIONS_METRICS_FILE)";
