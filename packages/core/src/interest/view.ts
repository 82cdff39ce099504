import * as z from "zod";

const count = z.int().min(0);

/** How often something happened; what each figure counts stands at `counts` of the model. */
export const CountsView = z.strictObject({
  views: count,
  hovers: count,
  swatches: count,
  shares: count,
  quotePresses: count,
  hearts: count,
  inquiries: count,
  quotes: count,
  orders: count,
});
export type CountsView = z.infer<typeof CountsView>;

/** A supplier's month: all of its listings together, and each that anything was counted of. */
export const MonthView = z.strictObject({
  month: z.string(),
  total: CountsView,
  products: z.array(CountsView.extend({ productId: z.string() })).readonly(),
});
export type MonthView = z.infer<typeof MonthView>;

/** A listing's last thirty days: all of them together, and each on which anything was counted, first things first. */
export const ProductInterestView = z.strictObject({
  productId: z.string(),
  from: z.string(),
  until: z.string(),
  total: CountsView,
  days: z.array(CountsView.extend({ date: z.string() })).readonly(),
});
export type ProductInterestView = z.infer<typeof ProductInterestView>;
