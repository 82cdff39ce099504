import { definePort } from "../kernel/port.ts";

/** Files of private storage that are never held as a whole: read and written piece by piece. */
export type LargeFile = {
  /** The pieces of a file, in order; undefined when there is none. */
  readonly read: (key: string) => Promise<AsyncIterable<Uint8Array> | undefined>;
  /** Writes a file from what comes; it is there when all of it is, and not before. */
  readonly write: (file: { readonly key: string; readonly type: string; readonly pieces: AsyncIterable<Uint8Array> }) => Promise<void>;
};

export const LargeFile = definePort<LargeFile>("LargeFile");
