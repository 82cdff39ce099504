import * as z from "zod";
import { PLATFORM } from "../account/index.ts";
import * as Invoice from "../invoice/index.ts";
import { dateOf } from "../kernel/calendar.ts";
import { Money } from "../kernel/money.ts";
import * as Ledger from "../ledger/index.ts";
import { due } from "../ledger/rules.ts";
import * as event from "../order/event.ts";
import * as Order from "../order/index.ts";
import * as Payment from "../payment/index.ts";
import * as Refund from "../refund/index.ts";
import { appUrl, type MailBuilder, toOrg } from "./compose.ts";

/** The buyer hears of an invoice once its document can be opened. */
export const invoiceIssued: MailBuilder = async ({ data }) => {
  const { orderId, purpose } = Invoice.Rendered.schema.parse(data);
  const [order, invoice] = await Promise.all([Order.find(orderId), Invoice.find(orderId, purpose)]);
  // Of an order that was paid in full the last invoice asks for nothing.
  if (!order || !invoice || invoice.amount.amount === 0) return [];
  const facts = {
    invoiceNumber: invoice.number,
    orderNumber: order.orderNumber,
    amount: invoice.amount,
    dueOn: invoice.dueOn,
    url: appUrl(`/app/orders/${orderId}?tab=payments`),
  };
  return toOrg(order.ownerId, { template: `${purpose}-invoice`, data: facts });
};

/** The buyer is reminded of what is to be paid; nothing once it has been. */
export const paymentDue: MailBuilder = async ({ data }) => {
  const { orderId, purpose } = event.Reminded.schema.parse(data);
  const [order, invoice] = await Promise.all([Order.find(orderId), Invoice.find(orderId, purpose)]);
  const waits = { deposit: "awaiting_deposit", balance: "awaiting_balance" } as const;
  if (!order || !invoice || order.status !== waits[purpose] || order.guardMet) return [];
  const { orderNumber } = order;
  const facts = { orderNumber, invoiceNumber: invoice.number, amount: invoice.amount, dueOn: invoice.dueOn };
  return toOrg(order.ownerId, { template: `${purpose}-due`, data: { ...facts, url: appUrl(`/app/orders/${orderId}/pay?for=${purpose}`) } });
};

/** The buyer gets a receipt for what arrived, with what remains. */
export const paymentReceived: MailBuilder = async ({ data, at }) => {
  const { orderId, purpose, amount } = Payment.Received.schema.parse(data);
  const [order, money] = await Promise.all([Order.find(orderId), Order.findBuyerSide(orderId)]);
  if (!order || !money) return [];
  const { terms, rows } = money;
  const invoice = Invoice.oneIn(rows, purpose);
  const facts = {
    orderNumber: order.orderNumber,
    ...(invoice ? { invoiceNumber: invoice.number } : {}),
    purpose,
    amount,
    paidOn: dateOf(at),
    remaining: due(terms.total, Ledger.customerPostingsIn(rows)),
    url: appUrl(`/app/orders/${orderId}?tab=payments`),
  };
  return toOrg(order.ownerId, { template: "payment-receipt", data: facts });
};

/** The buyer hears what has gone back, and why. */
export const refundPaid: MailBuilder = async ({ data, at }) => {
  const { orderId, refundId } = Refund.Paid.schema.parse(data);
  const [order, refund] = await Promise.all([Order.find(orderId), Refund.find(orderId, refundId)]);
  if (!order || !refund) return [];
  const facts = {
    orderNumber: order.orderNumber,
    purpose: refund.purpose,
    amount: refund.amount,
    reason: Refund.reasonNames[refund.reason],
    ...(refund.note ? { note: refund.note } : {}),
    refundedOn: dateOf(at),
    url: appUrl(`/app/orders/${orderId}?tab=payments`),
  };
  return toOrg(order.ownerId, { template: "refund-paid", data: facts });
};

const Concerned = z.object({ orderId: z.string(), amount: Money });

/** The platform hears of money that went where it should not have. */
export const moneyAlert =
  (kind: "refund_failed" | "dispute_opened" | "dispute_won" | "dispute_lost"): MailBuilder =>
  async ({ data, at }) => {
    const { orderId, amount } = Concerned.parse(data);
    const order = await Order.find(orderId);
    if (!order) return [];
    const url = appUrl(`/app/orders/${orderId}?tab=payments`);
    return toOrg(PLATFORM, { template: "money-alert", data: { kind, orderNumber: order.orderNumber, amount, on: dateOf(at), url } });
  };
