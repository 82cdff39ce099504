import { id } from "@sleekapp/core/kernel/id";
import { Money } from "@sleekapp/core/kernel/money";
import { PageQuery, pageOf } from "@sleekapp/core/kernel/page";
import { InvoiceCard } from "@sleekapp/core/invoice/view";
import { Posting } from "@sleekapp/core/ledger/model";
import { PaymentSession, PaymentView, Purpose } from "@sleekapp/core/payment/model";
import { DisputeView } from "@sleekapp/core/dispute/model";
import { Item, Status } from "@sleekapp/core/order/model";
import { GivenReason, RefundView } from "@sleekapp/core/refund/model";
import * as z from "zod";
import { actingBuyer, anyBuyer, route } from "./route.ts";

const params = z.strictObject({ orderId: id("order") });

export const getPaymentPlan = route({
  operationId: "getPaymentPlan",
  lambda: "money",
  method: "GET",
  path: "/v1/orders/{orderId}/money",
  summary: "The buyer's money in one order: what was agreed, what has been paid, each payment and invoice",
  auth: "member",
  who: [...anyBuyer, "admin"],
  params,
  response: z.strictObject({
    total: Money,
    deposit: Money,
    balance: Money,
    paid: Money,
    status: z.enum(["unpaid", "deposit_paid", "paid", "refunded"]),
    lines: z.array(z.strictObject({ key: z.string(), label: z.string(), amount: Money })),
    items: z.array(Item).optional(),
    shippingAddress: z.record(z.string(), z.string()),
    termsVersion: z.string(),
    acceptedAt: z.string(),
    /** The number of the buyer's own purchase order. */
    poNumber: z.string().optional(),
    payments: z.array(PaymentView),
    refunds: z.array(RefundView),
    invoices: z.array(InvoiceCard),
  }),
});

export const openPayment = route({
  operationId: "openPayment",
  lambda: "money",
  method: "POST",
  path: "/v1/orders/{orderId}/payments",
  summary:
    "Opens the payment of the deposit, of the whole price in its place, or of the balance; one payment for each, however often it is asked for",
  auth: "member",
  who: actingBuyer,
  params,
  body: z.strictObject({ purpose: Purpose, inFull: z.boolean().optional() }),
  response: PaymentView,
  status: 201,
  limits: [{ per: "user", max: 30, seconds: 3_600 }],
});

export const getPayment = route({
  operationId: "getPayment",
  lambda: "money",
  method: "GET",
  path: "/v1/orders/{orderId}/payments/{purpose}",
  summary: "Where a payment stands, with what the card form is opened with while it can be paid",
  auth: "member",
  who: [...anyBuyer, "admin"],
  params: params.extend({ purpose: Purpose }),
  response: PaymentSession,
});

export const giveRefund = route({
  operationId: "giveRefund",
  lambda: "money",
  method: "POST",
  path: "/v1/orders/{orderId}/refunds",
  summary: "Gives back all or part of a payment, never more than was paid; without an amount all that is left of it",
  auth: "member",
  who: ["admin"],
  params,
  body: z.strictObject({ purpose: Purpose, amount: Money.optional(), reason: GivenReason, note: z.string().trim().min(3).max(500).optional() }),
  response: RefundView,
  status: 201,
});

export const callOffOrder = route({
  operationId: "callOffOrder",
  lambda: "money",
  method: "POST",
  path: "/v1/orders/{orderId}/call-off",
  summary: "Gives up an order that has been paid; what is due by the rule goes back",
  auth: "member",
  who: [...actingBuyer, "admin"],
  params,
  body: z.strictObject({ seen: Status, reason: z.string().trim().min(3).max(500) }),
  response: z.strictObject({ orderId: z.string(), status: Status, refund: Money }),
});

export const payOutSupplier = route({
  operationId: "payOutSupplier",
  lambda: "money",
  method: "POST",
  path: "/v1/orders/{orderId}/payout",
  summary: "Records that the supplier of a completed order has been paid by bank transfer",
  auth: "member",
  who: ["admin"],
  params,
  body: z.strictObject({ reference: z.string().trim().min(3).max(60) }),
  response: z.strictObject({ orderId: z.string(), amount: Money }),
});

export const getLedger = route({
  operationId: "getLedger",
  lambda: "money",
  method: "GET",
  path: "/v1/orders/{orderId}/ledger",
  summary: "Everything that was booked for an order, and whether its books close",
  auth: "member",
  who: ["admin"],
  params,
  response: z.strictObject({
    postings: z.array(Posting),
    balances: z.array(z.strictObject({ account: z.string(), balance: Money })),
    closes: z.boolean(),
    disputes: z.array(DisputeView),
  }),
});

export const listInvoices = route({
  operationId: "listInvoices",
  lambda: "money",
  method: "GET",
  path: "/v1/invoices",
  summary: "All invoices of the buyer, newest first",
  auth: "member",
  who: anyBuyer,
  query: PageQuery,
  response: pageOf(InvoiceCard),
});

export const getInvoiceDocument = route({
  operationId: "getInvoiceDocument",
  lambda: "money",
  method: "GET",
  path: "/v1/orders/{orderId}/invoices/{purpose}/document",
  summary: "A link to the invoice's PDF that lasts five minutes",
  auth: "member",
  who: [...anyBuyer, "admin"],
  params: params.extend({ purpose: Purpose }),
  response: z.strictObject({ url: z.string() }),
});
