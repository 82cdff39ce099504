import * as z from "zod";
import { action } from "../kernel/action.ts";
import { conflict, forbidden, invalid } from "../kernel/error.ts";
import { id } from "../kernel/id.ts";
import { formatMoney, Money, subtract, times } from "../kernel/money.ts";
import { demoMark } from "../kernel/request.ts";
import { depositOf } from "../ledger/rules.ts";
import { listingIn } from "../product/model.ts";
import { finalPrice, priceAt } from "../product/rules.ts";
import { ShippingAddress } from "../quote/model.ts";
import * as Stock from "../stock/index.ts";
import { type Line, MAX_LINES, Sku, skuOf } from "../stock/model.ts";
import { holdWrites, shortOf } from "../stock/reservation.ts";
import { cellName, cellsOf, holdUntil } from "../stock/rules.ts";
import { PoNumber } from "../spending/model.ts";
import * as Spending from "../spending/take.ts";
import { commit } from "../table/commit.ts";
import * as Terms from "../terms/index.ts";
import { open } from "./open.ts";
import * as policy from "./policy.ts";
import { orderedBy } from "./spent.ts";

/** Attempts while other buyers are at the same pieces: enough for a few hundred at once, so that nobody is sent away while there are some left. */
const PATIENCE = 10;

const Placing = z.strictObject({
  productId: id("product"),
  lines: z
    .array(z.strictObject({ sku: Sku, quantity: z.int().min(1).max(100_000) }))
    .min(1)
    .max(MAX_LINES),
  /** The price of one piece that the buyer was shown. */
  unitPrice: Money,
  shippingAddress: ShippingAddress,
  termsVersion: z.string().max(20),
  poNumber: PoNumber.optional(),
});
type Placing = z.output<typeof Placing>;

/** The listing with its stock. Whether it is in the catalogue is not a question of who asks: one that never was is as gone as one that was taken out. */
async function load({ productId }: Placing) {
  const [found, rules] = await Promise.all([Stock.withListing(productId), Spending.rulesOfCaller()]);
  return { ...found, rules };
}

function readyOf({ product, rows }: Awaited<ReturnType<typeof Stock.withListing>>) {
  const listing = listingIn(product?.draft);
  if (product?.status !== "approved" || !listing.success) throw conflict("stock.unlisted", "This listing is not in the catalogue any more");
  return { product, listing: listing.data, rows };
}

type Ready = ReturnType<typeof readyOf>;

/** The lines as they go into the order; throws for what the listing does not have, or has too few of. */
function linesOf({ listing, rows }: Ready, wanted: Placing["lines"]): readonly Line[] {
  const made = new Set(cellsOf(listing).map(skuOf));
  if (new Set(wanted.map(({ sku }) => sku)).size < wanted.length) throw invalid("stock.twice", "Name every size and colour once");
  return wanted.map(({ sku, quantity }) => {
    const row = made.has(sku) ? rows.find((one) => one.sku === sku) : undefined;
    if (!row) throw conflict("stock.unknown", "There is no stock of that size and colour", { sku });
    const { size, colour, code, sellable } = row;
    if (sellable < quantity) throw conflict("stock.short", `There are ${sellable} pieces of ${cellName(row)} left`, { sku, sellable });
    return { sku, size, colour, ...(code ? { code } : {}), quantity };
  });
}

type Priced = { readonly each: Money; readonly total: Money; readonly supplierPrice: Money; readonly quantity: number };

/** The price of all pieces together: the break that their number reaches, for the supplier and with the platform's fee for the buyer. */
function pricedAt({ product, listing }: Ready, lines: readonly Line[]): Priced {
  const quantity = lines.reduce((all, line) => all + line.quantity, 0);
  if (quantity < listing.moq) throw conflict("stock.below_minimum", `This listing is sold from ${listing.moq} pieces on`, { minimum: listing.moq });
  const asked = priceAt(listing.price, listing.breaks, quantity);
  const each = finalPrice(asked, product.feeBps);
  return { each, total: times(each, quantity), supplierPrice: times(asked, quantity), quantity };
}

const priceChanged = (each: Money) => conflict("stock.price_changed", "The price has changed; read it again", { unitPrice: each });

function assertAsShown({ unitPrice, termsVersion }: Placing, each: Money): void {
  if (unitPrice.amount !== each.amount || unitPrice.currency !== each.currency) throw priceChanged(each);
  if (termsVersion !== Terms.current.version)
    throw conflict("terms.changed", "The terms have changed; read them again", { version: Terms.current.version });
}

const moneyLine = (line: Line, each: Money) => ({
  key: `item:${line.sku}`,
  label: `${cellName(line)}: ${line.quantity.toLocaleString("en-US")} at ${formatMoney(each)}`,
  amount: times(each, line.quantity),
});

function openingOf({ product, listing }: Ready, { lines, priced }: { readonly lines: readonly Line[]; readonly priced: Priced }) {
  const { each, total, supplierPrice, quantity } = priced;
  return {
    productId: product.productId,
    title: `${quantity.toLocaleString("en-US")} × ${listing.title}`,
    family: listing.family,
    garmentType: listing.category,
    quantity,
    lines: lines.map((line) => moneyLine(line, each)),
    items: lines.map(({ sku, quantity: pieces }) => ({ productId: product.productId, sku, quantity: pieces, unitPrice: each })),
    total,
    deposit: depositOf(total),
    platformFee: subtract(total, supplierPrice),
    supplierPrice,
  };
}

/**
 * Orders pieces from the stock of a listing: they are held for thirty minutes, within which the deposit has to be paid. All of them or
 * none. Throws `stock.short` with the SKU of which there are too few, `stock.below_minimum` under the listing's smallest order,
 * `stock.unlisted` for a listing that is not in the catalogue, `stock.unknown` and `stock.twice` for lines that cannot be, and `stock.price_changed` or `terms.changed` when the buyer was shown others.
 */
export const place = action(
  { name: "order.place", effect: "command", input: Placing, load, policy: policy.place },
  async ({ input, record, actor, now }) => {
    const ready = readyOf(record);
    const lines = linesOf(ready, input.lines);
    const priced = pricedAt(ready, lines);
    assertAsShown(input, priced.each);
    if (actor.type !== "member") throw forbidden("order.place.forbidden", "You are not allowed to do this");
    const { product, listing } = ready;
    const { unitPrice, poNumber } = input;
    const dueAt = holdUntil(now);
    return Spending.again(async () => {
      const taken = await Spending.take({
        rules: record.rules,
        buyer: actor,
        purchase: { amount: priced.total, family: listing.family, at: now.toISOString() },
        subject: { kind: "stock", productId: product.productId, lines: input.lines, unitPrice },
        poNumber,
        before: () => orderedBy(actor, now.toISOString().slice(0, 7)),
        refused: (details) => conflict("order.approval_needed", "This is more than your organisation lets you order by yourself", details),
      });
      const opened = open({
        ...openingOf(ready, { lines, priced }),
        ownerId: actor.orgId,
        shippingAddress: Object.fromEntries(Object.entries(input.shippingAddress).flatMap(([key, value]) => (value ? [[key, value]] : []))),
        terms: { version: Terms.current.version, hash: Terms.current.hash },
        acceptedBy: actor.userId,
        now,
        poNumber,
        isCounted: taken.isCounted,
        ...demoMark(),
      });
      const { orderId, orderNumber } = opened;
      const held = holdWrites({ orderId, productId: product.productId, supplierId: product.orgId, lines, dueAt });
      const ours = held.length + opened.writes.length;
      return commit({
        about: orderId,
        writes: [...held, ...opened.writes, ...taken.writes],
        events: [...opened.events, ...taken.events(orderId)],
        reply: { orderId, orderNumber, heldUntil: dueAt },
        refused: (index) =>
          index < ours ? (shortOf(lines)(index) ?? conflict("order.changed", "The order could not be opened; try again")) : Spending.overtaken(),
        patience: PATIENCE,
      });
    });
  },
);

/**
 * The price of pieces from stock as they would be ordered, for whoever has to ask first; the same refusals as an order's, but for
 * the limits themselves.
 */
export async function priceOf({ productId, lines, unitPrice }: Pick<Placing, "productId" | "lines" | "unitPrice">) {
  const ready = readyOf(await Stock.withListing(productId));
  const wanted = linesOf(ready, lines);
  const { each, total, quantity } = pricedAt(ready, wanted);
  if (unitPrice.amount !== each.amount) throw priceChanged(each);
  const { listing } = ready;
  return { title: `${quantity.toLocaleString("en-US")} × ${listing.title}`, family: listing.family, amount: total };
}
