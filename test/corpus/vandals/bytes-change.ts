import type { Change } from "../page-change.ts";
import type { Pick } from "../picker.ts";

/** Turns a document into another one; the same bytes where there is nothing to change. */
export type BytesChange = (body: Buffer, pick: Pick) => Buffer;

/** Changes of text as changes of its bytes. */
export function onBytes(changes: Readonly<Record<string, Change>>): Readonly<Record<string, BytesChange>> {
  return Object.fromEntries(
    Object.entries(changes).map(([name, change]): [string, BytesChange] => [
      name,
      (body, pick) => {
        const text = body.toString("utf8");
        const changed = change(text, pick);
        return changed === text ? body : Buffer.from(changed);
      },
    ]),
  );
}
