import { id } from "@sleekapp/core/kernel/id";
import { Money } from "@sleekapp/core/kernel/money";
import { ShippingAddress } from "@sleekapp/core/quote/model";
import { PoNumber } from "@sleekapp/core/spending/model";
import { Cell, Code, MAX_LINES, MAX_PIECES, Sku } from "@sleekapp/core/stock/model";
import { ReadyView, StockView } from "@sleekapp/core/stock/view";
import * as z from "zod";
import { actingBuyer, actingSupplier, route } from "./route.ts";

const params = z.strictObject({ productId: id("product") });

export const getReadyStock = route({
  operationId: "getReadyStock",
  lambda: "catalog",
  method: "GET",
  path: "/v1/public/products/{slug}/stock",
  summary: "What can be bought of a listing from stock, by size and colour",
  auth: "public",
  who: ["visitor"],
  params: z.strictObject({ slug: z.string().max(120) }),
  response: ReadyView,
  sharedSeconds: 5,
});

export const getStock = route({
  operationId: "getStock",
  lambda: "catalog",
  method: "GET",
  path: "/v1/products/{productId}/stock",
  summary: "The stock of a listing by size and colour: in the house, held for checkouts, free to sell",
  auth: "member",
  who: [...actingSupplier, "admin"],
  params,
  response: StockView,
});

export const countStock = route({
  operationId: "countStock",
  lambda: "catalog",
  method: "PUT",
  path: "/v1/products/{productId}/stock",
  summary: "Sets how many pieces of the named sizes and colours are in the house; a count that was overtaken by a sale is refused",
  auth: "member",
  who: actingSupplier,
  params,
  body: z.strictObject({
    lines: z
      .array(Cell.extend({ onHand: z.int().min(0).max(MAX_PIECES), seen: z.int().min(0).optional(), code: Code.optional() }))
      .min(1)
      .max(MAX_LINES),
  }),
  response: StockView,
  limits: [{ per: "user", max: 600, seconds: 3_600 }],
});

export const placeOrder = route({
  operationId: "placeOrder",
  lambda: "order",
  method: "POST",
  path: "/v1/products/{productId}/orders",
  summary: "Orders pieces from the stock of a listing; they are held for thirty minutes, within which the deposit is paid",
  auth: "member",
  who: actingBuyer,
  params,
  body: z.strictObject({
    lines: z
      .array(z.strictObject({ sku: Sku, quantity: z.int().min(1).max(100_000) }))
      .min(1)
      .max(MAX_LINES),
    unitPrice: Money,
    shippingAddress: ShippingAddress,
    termsVersion: z.string().max(20),
    poNumber: PoNumber.optional(),
  }),
  response: z.strictObject({ orderId: z.string(), orderNumber: z.string(), heldUntil: z.string() }),
  status: 201,
  // Pieces that are held and not paid for are kept from others.
  limits: [{ per: "user", max: 30, seconds: 3_600 }],
});
