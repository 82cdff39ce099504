import * as z from "zod";
import { action } from "../kernel/action.ts";
import { conflict, notFound, unavailable } from "../kernel/error.ts";
import { id, newId } from "../kernel/id.ts";
import { type Money, zero } from "../kernel/money.ts";
import { nowIso } from "../kernel/request.ts";
import * as Ledger from "../ledger/index.ts";
import { balances, closes, due, paid, paymentStatus } from "../ledger/rules.ts";
import * as Disputes from "../dispute/of-order.ts";
import * as Invoice from "../invoice/index.ts";
import * as Order from "../order/index.ts";
import { Payments } from "../ports/payment.ts";
import { commit } from "../table/commit.ts";
import * as Refunds from "../refund/of-order.ts";
import { type PaymentSession, type PaymentView, Purpose } from "./model.ts";
import * as event from "./event.ts";
import * as policy from "./policy.ts";
import * as store from "./store.ts";

export { PaymentSession, PaymentView, Purpose } from "./model.ts";
export { isRelevant, report, Reported } from "./report.ts";
export type { Info } from "./store.ts";
export { listIn as paymentsIn, refundedWrite } from "./store.ts";

export * from "./event.ts";

/** The order or the payment moved meanwhile. Money that has moved is never dropped for that: the message comes again. */
export const contended = () => unavailable("payment.contended", "The order changed while a payment was being booked");

const ForOrder = z.strictObject({ orderId: id("order"), purpose: Purpose });

/** The buyer's money in an order, and whose it is: one request, and all that decides who may see it. */
async function loadMoney({ orderId }: { orderId: string }) {
  const money = await Order.findBuyerSide(orderId);
  if (!money) return undefined;
  const { terms, rows } = money;
  return { order: { ownerId: terms.ownerId }, terms, rows, payments: store.listIn(rows) };
}

async function loadDue({ orderId, purpose }: z.output<typeof ForOrder>) {
  const [order, money] = await Promise.all([Order.find(orderId), loadMoney({ orderId })]);
  return order && money ? { ...money, order, payment: money.payments.find((one) => one.purpose === purpose) } : undefined;
}

const Opening = ForOrder.extend({ inFull: z.boolean().default(false) });
type Opening = z.output<typeof Opening>;

type Due = NonNullable<Awaited<ReturnType<typeof loadDue>>>;

const payableIn = { deposit: "awaiting_deposit", balance: "awaiting_balance" } as const;

/** What is asked for: the deposit, or instead of it the whole price; and at the end what of the price has not come in. */
function amountOf({ terms, rows }: Due, { purpose, inFull }: Opening): Money {
  if (purpose === "deposit") return inFull ? terms.total : terms.deposit;
  return due(terms.total, Ledger.customerPostingsIn(rows));
}

/** Writes a payment under a new id: the first of its purpose, or in the place of one whose charge was given up at the provider. */
async function initiate(record: Due, amount: Money, purpose: Purpose): Promise<store.Info> {
  const { order, payment: before } = record;
  const { orderId } = order;
  if (order.status !== payableIn[purpose] || amount.amount <= 0) throw conflict("payment.not_due", `The ${purpose} is not due now`);
  const payment = { orderId, purpose, paymentId: newId("payment"), amount };
  const write = commit({
    about: orderId,
    writes: [before ? store.renewWrite(before, payment.paymentId) : store.createWrite(payment, nowIso())],
    events: [event.Initiated({ orderId, paymentId: payment.paymentId, purpose })],
    reply: { paymentId: payment.paymentId },
  });
  // Two clicks at once: the second finds the first one's payment and goes on with it.
  const written = await write.catch((error: unknown) => {
    if (!(error instanceof Error && Reflect.get(error, "code") === "record.changed")) throw error;
    return undefined;
  });
  if (written?.paymentId === payment.paymentId) return { ...payment, status: "initiating", refunded: zero };
  const stored = await store.find(orderId, purpose);
  if (!stored) throw notFound();
  return stored;
}

/** Asks the provider to open the charge under our payment's id, which makes asking again harmless. */
async function openCharge(payment: store.Info, order: Order.Info): Promise<void> {
  const intent = await Payments.use().open({
    key: payment.paymentId,
    amount: payment.amount,
    paymentId: payment.paymentId,
    orderId: payment.orderId,
    purpose: payment.purpose,
    description: `Order ${order.orderNumber}, ${payment.purpose}`,
  });
  await store.attach(payment, intent);
}

/** A charge that was opened and that nobody has paid asks for the amount that is wanted now. */
async function askingFor(payment: store.Info, amount: Money): Promise<store.Info> {
  const isOpen = payment.status === "open" || payment.status === "failed";
  if (!isOpen || payment.intentId === undefined || payment.amount.amount === amount.amount) return payment;
  // The provider first: whichever of the two amounts is paid meanwhile is one that was asked for (`settle`).
  await Payments.use().change(payment.intentId, amount);
  await store.noteAmount(payment, amount);
  return { ...payment, amount };
}

/**
 * Opens the payment of the deposit, of the whole price in its place (`inFull`), or of the balance: one payment and one charge for each order and purpose, however often it is
 * asked for. Throws `payment.not_due` outside its status or when nothing is left to pay, and `payment.unavailable` when the provider does not answer.
 */
export const open = action(
  { name: "payment.open", effect: "command", input: Opening, load: loadDue, policy: policy.pay },
  async ({ input, record }): Promise<PaymentView> => {
    const known = record.payment?.status === "canceled" ? undefined : record.payment;
    const asked = amountOf(record, input);
    const found = known ?? (await initiate(record, asked, input.purpose));
    const payment = await askingFor(found, asked);
    if (payment.status === "initiating") await openCharge(payment, record.order);
    return store.viewOf({ ...payment, status: payment.status === "initiating" ? "open" : payment.status });
  },
);

/** Where a payment stands, with what the provider's form is opened with while it can still be paid. */
export const get = action(
  { name: "payment.get", effect: "sensitive-read", input: ForOrder, load: loadMoney, policy: policy.read },
  async ({ input, record, actor }): Promise<PaymentSession> => {
    const payment = record.payments.find(({ purpose }) => purpose === input.purpose);
    if (!payment) throw notFound();
    const payable = actor.type === "member" && ["open", "requires_action", "failed", "processing"].includes(payment.status);
    return { ...store.viewOf(payment), ...(payable && payment.clientSecret ? { clientSecret: payment.clientSecret } : {}) };
  },
);

const byOrder = z.strictObject({ orderId: id("order") });

/** The buyer's money in one order: what was agreed, what has been paid (the ledger's sum) and each payment. */
export const plan = action(
  { name: "payment.plan", effect: "sensitive-read", input: byOrder, load: loadMoney, policy: policy.read },
  async ({ record }) => {
    const { terms, rows, payments } = record;
    const postings = Ledger.customerPostingsIn(rows);
    return {
      total: terms.total,
      deposit: terms.deposit,
      balance: terms.balance,
      paid: paid(postings),
      status: paymentStatus(terms.total, postings),
      lines: terms.lines,
      ...(terms.items ? { items: terms.items } : {}),
      shippingAddress: terms.shippingAddress,
      termsVersion: terms.termsVersion,
      acceptedAt: terms.acceptedAt,
      ...(terms.poNumber === undefined ? {} : { poNumber: terms.poNumber }),
      payments: payments.map(store.viewOf),
      refunds: Refunds.listIn(rows).map(Refunds.viewOf),
      invoices: Invoice.cardsIn(rows),
    };
  },
);

const PayingOut = byOrder.extend({ reference: z.string().trim().min(3).max(60) });

async function loadPayable({ orderId }: { orderId: string }) {
  const [order, internal] = await Promise.all([Order.find(orderId), Order.findInternal(orderId)]);
  return order && internal ? { order, internal } : undefined;
}

/** Records that the supplier of a completed order has been paid by bank transfer; an order is paid out once. */
export const payOut = action(
  { name: "payment.pay_out", effect: "command", input: PayingOut, load: loadPayable, policy: policy.payOut },
  async ({ input, record }) => {
    const { order, internal } = record;
    if (order.status !== "completed" || !internal.supplierPrice) throw conflict("payout.not_due", "Nothing is owed to the supplier yet");
    const amount = internal.supplierPrice;
    return commit({
      about: order.orderId,
      writes: [Ledger.payoutWrite(order.orderId, amount)],
      events: [event.PaidOut({ orderId: order.orderId, amount, reference: input.reference })],
      reply: { orderId: order.orderId, amount },
      refused: () => conflict("payout.done", "This order has been paid out already"),
    });
  },
);

async function loadBooks({ orderId }: { orderId: string }) {
  const [money, platform] = await Promise.all([Order.findBuyerSide(orderId), Ledger.platformSideOf(orderId)]);
  if (!money) return undefined;
  const postings = [...Ledger.customerPostingsIn(money.rows), ...Ledger.platformPostingsIn(platform)];
  return { disputes: Disputes.listIn(platform), postings: postings.toSorted((a, b) => (a.at < b.at ? -1 : 1)) };
}

/** Everything that was booked for an order, and whether its books close. */
export const books = action(
  { name: "payment.books", effect: "sensitive-read", input: byOrder, load: loadBooks, policy: policy.payOut },
  async ({ record: { postings, disputes } }) => ({
    disputes: disputes.map(Disputes.viewOf),
    postings: [...postings],
    balances: [...balances(postings)].map(([account, balance]) => ({ account, balance })),
    closes: closes(postings),
  }),
);
