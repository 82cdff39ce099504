import { Request, type RequestValue } from "../kernel/request.ts";
import { scopeOf } from "../kernel/scope.ts";
import * as PriceBook from "../price-book/index.ts";
import type { PriceBook as Book } from "../pricing/book-model.ts";
import type { PricedQuote } from "../pricing/model.ts";
import { price } from "../pricing/rules.ts";
import { Status } from "./model.ts";
import { NO_BOOK } from "./offer.ts";
import { edited } from "./rules.ts";
import * as store from "./store.ts";

/** A stored price that its inputs and its book do not give again. */
export type Difference = {
  readonly quoteId: string;
  readonly revision: number;
  readonly bookVersion: number;
  readonly stored: number;
  readonly again: number | undefined;
};

export type Replayed = {
  readonly quotes: number;
  readonly revisions: number;
  /** Revisions that no book priced: a supplier named what they cost. */
  readonly offered: number;
  readonly byVersion: Readonly<Record<string, number>>;
  readonly differences: readonly Difference[];
};

/** Everything of a price that is money, in cents, in its order. */
const centsOf = ({ total, unitPrice, lines, breaks }: PricedQuote): string =>
  JSON.stringify([total.amount, unitPrice.amount, lines.map(({ amount }) => amount.amount), breaks.map((one) => one.total.amount)]);

/** Whether two prices are the same to the cent: total, average, every line and every break. */
export const isSameToTheCent = (a: PricedQuote, b: PricedQuote): boolean => centsOf(a) === centsOf(b);

/** A revision as it was kept, and the price computed anew; undefined where its book is not there. */
export type Again = { readonly kept: store.Kept; readonly again: PricedQuote | undefined };

/**
 * Computes every revision of a quote anew: of the brief, the book and the day it was priced on, or, where it was edited
 * by hand, of the revision before and the edit. Revisions of a supplier's offer are left out.
 */
export function replay(revisions: readonly store.Kept[], books: ReadonlyMap<number, Book>): Again[] {
  const again = new Map<number, PricedQuote>();
  return revisions
    .filter(({ priced }) => priced.bookVersion !== NO_BOOK)
    .toSorted((a, b) => a.revision - b.revision)
    .map((kept) => {
      const made = anew(kept, again.get(kept.revision - 1), books.get(kept.priced.bookVersion));
      if (made) again.set(kept.revision, made);
      return { kept, again: made };
    });
}

function anew({ edit, brief, pricedOn }: store.Kept, before: PricedQuote | undefined, book: Book | undefined): PricedQuote | undefined {
  if (edit) return before && edited(before, edit);
  return book && price(brief, book, pricedOn);
}

async function booksOf(revisions: readonly store.Kept[], known: Map<number, Book>): Promise<void> {
  for (const version of new Set(revisions.map(({ priced }) => priced.bookVersion))) {
    if (version === NO_BOOK || known.has(version)) continue;
    const found = await PriceBook.published(version);
    if (found) known.set(version, found.book);
  }
}

async function* everyQuote(): AsyncGenerator<store.Info> {
  const scope = scopeOf({ type: "admin", userId: "operator" });
  if (scope.by === "supplier") return;
  for (const status of Status.options) {
    let cursor: string | undefined;
    do {
      const page = await store.list(scope, { lane: "open", status }, { limit: 50, ...(cursor ? { cursor } : {}) });
      yield* page.items;
      cursor = page.nextCursor;
    } while (cursor);
  }
}

/** Replays every stored quote of the stage, page by page through the index that admins list them by; for an operator's command. */
export async function replayAll(request: RequestValue): Promise<Replayed> {
  return Request.with(request, async () => {
    const books = new Map<number, Book>();
    const byVersion: Record<string, number> = {};
    const differences: Difference[] = [];
    let [quotes, revisions, offered] = [0, 0, 0];
    for await (const { quoteId } of everyQuote()) {
      const found = await store.findAll(quoteId);
      const kept = found?.revisions ?? [];
      await booksOf(kept, books);
      const done = replay(kept, books);
      quotes += 1;
      revisions += done.length;
      offered += kept.length - done.length;
      for (const { kept: one } of done) byVersion[one.priced.bookVersion] = (byVersion[one.priced.bookVersion] ?? 0) + 1;
      differences.push(...differing(quoteId, done));
    }
    return { quotes, revisions, offered, byVersion, differences };
  });
}

const differing = (quoteId: string, done: readonly Again[]): Difference[] =>
  done
    .filter(({ kept, again }) => !again || !isSameToTheCent(kept.priced, again))
    .map(({ kept: { revision, priced }, again }) => ({
      quoteId,
      revision,
      bookVersion: priced.bookVersion,
      stored: priced.total.amount,
      again: again?.total.amount,
    }));
