import * as z from "zod";
import { id } from "../kernel/id.ts";
import { defineEvent } from "../kernel/event.ts";

const List = z.object({ userId: z.string(), listId: id("wishlist") });
const Entry = List.extend({ productId: id("product") });

export const Saved = defineEvent("wishlist.saved", Entry);
export const Moved = defineEvent("wishlist.moved", Entry);
export const Noted = defineEvent("wishlist.noted", Entry);
export const Removed = defineEvent("wishlist.removed", Entry);
export const ListMade = defineEvent("wishlist.list_made", List);
export const ListRenamed = defineEvent("wishlist.list_renamed", List);
export const ListRemoved = defineEvent("wishlist.list_removed", List);
export const Shared = defineEvent("wishlist.shared", List);
export const Unshared = defineEvent("wishlist.unshared", List);
