import type { Blank, HeldRow } from "../table/held.ts";

/** Whose rows a kind is: a person's, a customer's organisation's, the books', or nobody's. */
export type About = "person" | "organisation" | "books" | "nobody";

/** What erasing somebody does to a row of a kind. */
export type Erasing =
  | { readonly how: "removed" }
  /** The row stays, with other words where it spoke of the person; `why` says what it is still needed for. */
  | { readonly how: "blanked"; readonly why: string; readonly blank: (row: HeldRow, erased: Erased) => Blank }
  | { readonly how: "kept"; readonly why: string };

/** What the rows that stay need to know of who went. */
export type Erased = { readonly orgIds: readonly string[] };

/** How long a row stays when nobody is erased, why, and what takes it away. */
export type Keeping = {
  readonly until: string;
  readonly why: string;
  /** `ttl`: the row says itself when; `erasure`: it stays as long as the account does; `nothing`: it is kept, and no job of ours ends it. */
  readonly by: "ttl" | "erasure" | "nothing";
  /** The most days from a row's making to its end. */
  readonly days?: number;
};

export type Kind = {
  readonly about: About;
  /** What a person is told of a row of their own: these attributes and no other. */
  readonly told: readonly string[];
  readonly erasing: Erasing;
  readonly keeping: Keeping;
};

export const removed = { how: "removed" } as const;
export const books = { how: "kept", why: "The books are kept for ten years by law; amounts and our own ids, no name" } as const;
export const account = { until: "the account is erased", why: "The account is used with it", by: "erasure" } as const;
export const trade = { until: "ten years after the order at least", why: "Commercial and tax law", by: "nothing" } as const;
export const short = (days: number, until: string, why: string) => ({ until, why, by: "ttl", days }) as const;
export const idsOnly = (why: string) => ({ how: "kept", why }) as const;
