import { setFlagsFromString } from "node:v8";

/**
 * Keeps memory near what lives. A page's tree lives for milliseconds, but V8 lets the heap grow by large factors before
 * it collects, the more so the bigger the machine: without this, a night's peak depends on the machine and not on the
 * pages. Measured over the handbook's 260 pages, without it: 220 to 330 MB instead of 190 MB. Smaller steps than this one
 * cost time over the large workbooks of the wage surveys, and spare little memory.
 */
export function boundMemory(): void {
  setFlagsFromString("--heap-growing-percent=50");
}
