/** Runs the work and prints how long it took and how much memory the process had at most, as JSON. */
export async function printMeasured(work: () => void | Promise<void>): Promise<void> {
  const start = performance.now();
  await work();
  const seconds = (performance.now() - start) / 1000;
  // In kilobytes on every platform that Node runs on.
  const peakMegabytes = process.resourceUsage().maxRSS / 1024;
  process.stdout.write(JSON.stringify({ seconds, peakMegabytes }));
}
