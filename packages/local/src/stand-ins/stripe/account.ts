import type { Store } from "./store.ts";

/** Tells the account's webhook that something happened. */
export type Emit = (type: string, object: unknown) => void;

/** One account: its state and its events. */
export interface Account {
  readonly store: Store;
  readonly emit: Emit;
}
