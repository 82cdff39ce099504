import { definePort } from "../kernel/port.ts";

/** Storage that keeps what it is given for its time, whoever asks for something else. */
export type Archive = {
  readonly put: (file: { readonly key: string; readonly type: string; readonly text: string }) => Promise<void>;
  readonly get: (key: string) => Promise<string | undefined>;
};

export const Archive = definePort<Archive>("Archive");
