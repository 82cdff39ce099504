import { conflict, isKind } from "../kernel/error.ts";
import { Request } from "../kernel/request.ts";
import * as store from "./store.ts";
import type { Book } from "./store.ts";

/** Everything the caller has saved. */
export async function loadOwn(): Promise<Book | undefined> {
  const { actor } = Request.use();
  return actor.type === "member" || actor.type === "admin" ? store.read(actor.userId) : undefined;
}

/** Somebody (another tab, most likely) was faster. */
export const overtaken = () => conflict("wishlist.changed", "Your lists changed meanwhile; try again");

const TRIES = 4;

/** Does it to the book as it was read, and once more to the book as it is when somebody was faster. */
export async function settled<T>(book: Book, attempt: (book: Book) => Promise<T>, left = TRIES): Promise<T> {
  try {
    return await attempt(book);
  } catch (error) {
    if (left === 0 || !isKind(error, "conflict") || error.code !== "wishlist.changed") throw error;
    return settled(await store.read(book.userId), attempt, left - 1);
  }
}
