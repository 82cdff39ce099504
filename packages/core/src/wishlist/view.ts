import * as z from "zod";
import { id } from "../kernel/id.ts";
import { Money } from "../kernel/money.ts";
import { ProductCard } from "../product/view.ts";

/** Which products somebody has saved, and on which list each one is. */
export const SavedView = z.strictObject({ items: z.array(z.strictObject({ productId: z.string(), listId: z.string() })).readonly() });
export type SavedView = z.infer<typeof SavedView>;

/** A product on a list: as it was when it was saved, and as the catalogue has it now; without `product` it has left the catalogue. */
export const EntryView = z.strictObject({
  productId: z.string(),
  title: z.string(),
  priceThen: Money,
  savedAt: z.string(),
  note: z.string().optional(),
  product: ProductCard.optional(),
});
export type EntryView = z.infer<typeof EntryView>;

/** A list as its owner sees it, what was saved last first. */
export const ListView = z.strictObject({
  listId: id("wishlist"),
  name: z.string(),
  createdAt: z.string(),
  isShared: z.boolean(),
  entries: z.array(EntryView).readonly(),
});
export type ListView = z.infer<typeof ListView>;

/** A list as whoever holds its link sees it: its name and what of it is in the catalogue, nothing of whose it is. */
export const SharedListView = z.strictObject({ name: z.string(), products: z.array(ProductCard).readonly() });
export type SharedListView = z.infer<typeof SharedListView>;
