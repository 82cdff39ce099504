import { definePort } from "../kernel/port.ts";

export type UploadSlot = { readonly url: string; readonly fields: Readonly<Record<string, string>>; readonly key: string };

/** Ways into private storage and out of it. Files never pass through a Lambda: people get slots and short-lived links. */
export type Links = {
  /** A slot for exactly this key and type, up to this many bytes, for ten minutes. */
  readonly presignPost: (upload: { readonly key: string; readonly type: string; readonly maxBytes: number }) => Promise<UploadSlot>;
  readonly presignGet: (file: { readonly key: string; readonly seconds: number; readonly downloadAs?: string }) => Promise<string>;
};

export const Links = definePort<Links>("Links");

/** Private storage, for those that work on files. */
export type Blob = {
  readonly put: (file: { readonly key: string; readonly type: string; readonly bytes: Uint8Array }) => Promise<void>;
  readonly get: (key: string) => Promise<Uint8Array | undefined>;
  readonly remove: (key: string) => Promise<void>;
};

export const Blob = definePort<Blob>("Blob");

/** Published files that anybody may read under `/media/`; names never change their content. */
export type Media = {
  readonly put: (file: { readonly key: string; readonly type: string; readonly bytes: Uint8Array }) => Promise<void>;
  /** Takes the file away; caches keep what they have for as long as they were told to. */
  readonly remove: (key: string) => Promise<void>;
};

export const Media = definePort<Media>("Media");
