import { definePort } from "../kernel/port.ts";

/** Brings a picture from an address that somebody else wrote; undefined when it cannot be had or must not be asked for. */
export type PictureSource = { readonly fetch: (address: string) => Promise<Uint8Array | undefined> };

export const PictureSource = definePort<PictureSource>("PictureSource");
