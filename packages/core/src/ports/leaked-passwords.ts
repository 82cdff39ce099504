import { definePort } from "../kernel/port.ts";

/** Leaked passwords by the first five digits of their SHA-1: the other 35 of each, or undefined when the service cannot be asked. */
export type LeakedPasswords = { readonly range: (prefix: string) => Promise<readonly string[] | undefined> };

export const LeakedPasswords = definePort<LeakedPasswords>("LeakedPasswords");
