import { usd } from "@sleekapp/core/kernel/money";
import type { Intent, Payments } from "@sleekapp/core/ports/payment";
import type { Draft } from "@sleekapp/core/product/model";
import * as products from "@sleekapp/core/product/store";
import { newId } from "@sleekapp/core/kernel/id";
import * as Order from "@sleekapp/core/order/place";
import * as Stock from "@sleekapp/core/stock";
import { commit } from "@sleekapp/core/table/commit";
import * as Terms from "@sleekapp/core/terms";
import type { Actor, Member } from "@sleekapp/core/kernel/actor";
import { actors } from "./actors.ts";
import { itemsOf } from "./invariants/items.ts";
import * as invariants from "./invariants/stock.ts";
import { allItems, as, NOW } from "./table.ts";

const listing: Draft = {
  title: "Heavy cotton T-shirt",
  description: "A boxy T-shirt of heavy combed cotton, garment washed, with a ribbed collar.",
  family: "casualwear",
  category: "T-shirts",
  fabric: "Cotton",
  price: usd(455),
  moq: 1,
  leadDays: 21,
  sizes: ["M", "L"],
  colours: ["Navy"],
  breaks: [{ from: 100, price: usd(400) }],
  variants: [],
};

/** What a buyer is shown of it for one piece, up to ninety-nine: 455 with the fee of ten per cent, rounded half up. */
export const EACH = usd(501);

type Stocking = { readonly m: number; readonly l?: number; readonly draft?: Draft; readonly by?: Member; readonly feeBps?: number };

/** A listing that is in the catalogue, with so many pieces in navy M and navy L. */
export async function stocked({ m, l = 0, draft = {}, by = actors.supplierOwner, feeBps }: Stocking): Promise<string> {
  const productId = newId("product");
  const product = { productId, orgId: by.orgId, supplierName: "Meghna Knit", draft: { ...listing, ...draft }, pictures: [] };
  const about = { about: productId, events: [], reply: null };
  await as(actors.system, () => commit({ ...about, writes: [products.createWrite(product, NOW.toISOString())] }));
  const made = await products.find(productId);
  if (!made) throw new Error("the listing was not made");
  const approved = products.changeWrite(
    made,
    { status: "approved", slug: `slug-${productId}`, ...(feeBps === undefined ? {} : { feeBps }) },
    NOW.toISOString(),
  );
  await as(actors.system, () => commit({ ...about, writes: [approved] }));
  await count(productId, { m, l }, by);
  return productId;
}

/** The supplier counts. */
export const count = (productId: string, { m, l }: { readonly m?: number; readonly l?: number }, by: Member = actors.supplierOwner) =>
  as(by, () =>
    Stock.setOnHand({
      productId,
      lines: [
        ...(m === undefined ? [] : [{ size: "M", colour: "Navy", onHand: m }]),
        ...(l === undefined ? [] : [{ size: "L", colour: "Navy", onHand: l }]),
      ],
    }),
  );

const shippingAddress = { name: "Ada", street: "1 Mill Lane", city: "Leeds", postcode: "LS1", country: "GB" };

type Wanted = {
  readonly m?: number;
  readonly l?: number;
  readonly unitPrice?: typeof EACH;
  readonly by?: Actor;
  readonly now?: Date;
  readonly key?: string;
};

/** A buyer orders so many pieces of it. */
export const place = (productId: string, { m = 0, l = 0, unitPrice = EACH, by = actors.buyerOwner, now = NOW, key }: Wanted) =>
  as(
    by,
    () =>
      Order.place({
        productId,
        lines: [...(m > 0 ? [{ sku: "navy/m", quantity: m }] : []), ...(l > 0 ? [{ sku: "navy/l", quantity: l }] : [])],
        unitPrice,
        shippingAddress,
        termsVersion: Terms.current.version,
      }),
    { now, ...(key ? { key } : {}) },
  );

/** What of a listing there is, by SKU: in the house, held, free. */
export async function levelsOf(productId: string): Promise<Readonly<Record<string, readonly [onHand: number, reserved: number, sellable: number]>>> {
  const rows = await Stock.rowsOf(productId);
  return Object.fromEntries(rows.map(({ sku, onHand, reserved, sellable }) => [sku, [onHand, reserved, sellable]]));
}

/** What does not hold of the stock on the whole table. */
export async function faults(): Promise<readonly string[]> {
  const items = itemsOf(await allItems());
  return Object.values(invariants).flatMap((holds) => holds(items));
}

/** A provider at which every charge that is opened can be made to succeed. */
export function provider(): { readonly port: Payments; readonly succeed: (orderId: string, purpose?: string) => string } {
  const intents = new Map<string, Intent>();
  const found = (intentId: string): Intent => {
    const intent = intents.get(intentId);
    if (!intent) throw new Error(`no charge ${intentId}`);
    return intent;
  };
  return {
    port: {
      open: async ({ key, amount, paymentId, orderId, purpose }) => {
        const intentId = `pi_${key}`;
        const after = { refunds: [], disputes: [] };
        const fresh: Intent = { intentId, status: "open", amount, received: usd(0), clientSecret: "secret", paymentId, orderId, purpose, ...after };
        const intent = intents.get(intentId) ?? fresh;
        intents.set(intentId, intent);
        return intent;
      },
      read: async (intentId) => found(intentId),
      change: async (intentId, amount) => {
        const intent = { ...found(intentId), amount };
        intents.set(intentId, intent);
        return intent;
      },
      refund: async ({ refundId, intentId, amount }) => {
        const intent = found(intentId);
        const made = { providerRefundId: `re_${refundId}`, refundId, amount, status: "succeeded" } as const;
        const refunds = [...intent.refunds.filter((one) => one.refundId !== refundId), made];
        intents.set(intentId, { ...intent, refunds });
        return made;
      },
    },
    succeed: (orderId, purpose = "deposit") => {
      const intent = [...intents.values()].find((one) => one.orderId === orderId && one.purpose === purpose);
      if (!intent) throw new Error(`no charge for ${orderId}`);
      intents.set(intent.intentId, { ...intent, status: "succeeded", received: intent.amount });
      return intent.intentId;
    },
  };
}
