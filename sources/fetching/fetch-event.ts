/** What happened on the way, for the log of the run. */
export type FetchEvent =
  | {
      readonly event: "answered";
      readonly url: string;
      readonly status: number;
      /** As transferred, before unpacking. */
      readonly bytes: number;
      readonly milliseconds: number;
      readonly headers: Readonly<Record<string, string>>;
    }
  | {
      readonly event: "retrying";
      readonly url: string;
      /** The attempt that failed: 1 is the first. */
      readonly attempt: number;
      readonly waitMilliseconds: number;
      readonly reason: string;
    }
  | { readonly event: "parked"; readonly host: string; readonly reason: string };
