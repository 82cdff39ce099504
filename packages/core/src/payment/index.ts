import * as z from "zod";
import { action, nothing } from "../kernel/action.ts";
import { AppError, conflict, notFound, unavailable } from "../kernel/error.ts";
import { defineEvent } from "../kernel/event.ts";
import { id, newId } from "../kernel/id.ts";
import { type Money, subtract } from "../kernel/money.ts";
import { nowIso } from "../kernel/request.ts";
import * as Ledger from "../ledger/index.ts";
import { balances, closes, paid, paymentStatus } from "../ledger/rules.ts";
import * as Invoice from "../invoice/index.ts";
import * as Order from "../order/index.ts";
import * as Paid from "../order/paid.ts";
import { type Intent, Payments } from "../ports/payment.ts";
import { commit } from "../table/commit.ts";
import { Money as MoneySchema } from "../kernel/money.ts";
import { type PaymentSession, type PaymentView, Purpose } from "./model.ts";
import * as policy from "./policy.ts";
import * as store from "./store.ts";

export { PaymentSession, PaymentView, Purpose } from "./model.ts";
export { isRelevant, report, Reported } from "./report.ts";

export const Initiated = defineEvent("payment.initiated", z.object({ orderId: id("order"), paymentId: id("payment"), purpose: Purpose }));
export const Received = defineEvent(
  "payment.received",
  z.object({ orderId: id("order"), paymentId: id("payment"), purpose: Purpose, amount: MoneySchema }),
);
export const Failed = defineEvent("payment.failed", z.object({ orderId: id("order"), paymentId: id("payment"), purpose: Purpose }));
export const PaidOut = defineEvent("payment.paid_out", z.object({ orderId: id("order"), amount: MoneySchema, reference: z.string() }));

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

const payableIn = { deposit: "awaiting_deposit", balance: "awaiting_balance" } as const;

function amountOf(terms: Order.Terms, purpose: Purpose): Money {
  return purpose === "deposit" ? terms.deposit : subtract(terms.total, terms.deposit);
}

async function initiate(order: Order.Info, terms: Order.Terms, purpose: Purpose): Promise<store.Info> {
  const { orderId } = order;
  if (order.status !== payableIn[purpose]) throw conflict("payment.not_due", `The ${purpose} is not due now`);
  const payment = { orderId, purpose, paymentId: newId("payment"), amount: amountOf(terms, purpose) };
  const write = commit({
    about: orderId,
    writes: [store.createWrite(payment, nowIso())],
    events: [Initiated({ orderId, paymentId: payment.paymentId, purpose })],
    reply: { paymentId: payment.paymentId },
  });
  // Two clicks at once: the second finds the first one's payment and goes on with it.
  const written = await write.catch((error: unknown) => {
    if (!(error instanceof Error && Reflect.get(error, "code") === "record.changed")) throw error;
    return undefined;
  });
  if (written?.paymentId === payment.paymentId) return { ...payment, status: "initiating" };
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

/**
 * Opens the payment of the deposit or the balance: one payment and one charge for each order and purpose, however often it is
 * asked for. Throws `payment.not_due` outside its status and `payment.unavailable` when the provider does not answer.
 */
export const open = action(
  { name: "payment.open", effect: "command", input: ForOrder, load: loadDue, policy: policy.pay },
  async ({ input, record }): Promise<PaymentView> => {
    const { order, terms } = record;
    const payment = record.payment ?? (await initiate(order, terms, input.purpose));
    if (payment.status === "initiating") await openCharge(payment, order);
    return store.viewOf({ ...payment, status: payment.status === "initiating" ? "open" : payment.status });
  },
);

/** Where a payment stands, with what the provider's form is opened with while it can still be paid. */
export const get = action(
  { name: "payment.get", effect: "sensitive-read", input: ForOrder, load: loadMoney, policy: policy.read },
  async ({ input, record, actor }): Promise<PaymentSession> => {
    const payment = record.payments.find(({ purpose }) => purpose === input.purpose);
    if (!payment) throw notFound();
    const payable = actor.type === "member" && ["open", "failed", "processing"].includes(payment.status);
    return { ...store.viewOf(payment), ...(payable && payment.clientSecret ? { clientSecret: payment.clientSecret } : {}) };
  },
);

async function settleSucceeded(payment: store.Info, intent: Intent): Promise<unknown> {
  const { orderId, purpose, paymentId, amount } = payment;
  if (intent.received.amount !== amount.amount || intent.received.currency !== amount.currency) {
    throw conflict("payment.amount_differs", "The provider received another amount than was asked for", { paymentId });
  }
  const core = await Order.findCore(orderId);
  if (!core) throw notFound();
  const book = (moved: Paid.Paid) => booking({ payment, intent, order: core.order }, moved);
  if (purpose === "balance") return book(Paid.balancePaid(core, paymentId));
  return book(await Paid.depositPaid(core, paymentId)).catch((error: unknown) => {
    // The pieces went to somebody else while the hold had run out: the money is booked and kept for a decision.
    if (!(error instanceof AppError && error.code === "stock.short")) throw error;
    return book(Paid.depositKept(core, paymentId));
  });
}

type Booking = { readonly payment: store.Info; readonly intent: Intent; readonly order: Order.Info };

/** One transaction: the payment is settled, the money booked, and the order is what it makes of it. */
function booking({ payment, intent, order }: Booking, moved: Paid.Paid): Promise<unknown> {
  const { orderId, purpose, paymentId, amount } = payment;
  const booked = [
    store.settleWrite(payment, "succeeded", { now: nowIso(), intentId: intent.intentId }),
    Ledger.paymentWrite(orderId, paymentId, amount),
  ];
  return commit({
    about: orderId,
    writes: [...booked, ...moved.writes],
    events: [Received({ orderId, paymentId, purpose, amount }), ...moved.events],
    changed: { before: { ...order, state: payment.status }, after: { ...moved.after, state: "succeeded" } },
    reply: { settled: paymentId },
    // The order or the payment moved meanwhile. Money that has arrived is never dropped for that: the message comes again.
    refused: (index) =>
      moved.refused?.(index - booked.length) ?? unavailable("payment.contended", "The order changed while a payment was being booked"),
  });
}

/**
 * Makes our books agree with what the provider says now about the charge, whatever event caused the look: duplicated, late and
 * reordered events end in the same state. Only this marks money as received.
 */
export const settle = action(
  { name: "payment.settle", effect: "command", input: z.strictObject({ intentId: z.string() }), load: nothing, policy: policy.settle },
  async ({ input }) => {
    const intent = await Payments.use().read(input.intentId);
    const purpose = Purpose.safeParse(intent.purpose);
    const payment = purpose.success ? await store.find(intent.orderId, purpose.data) : undefined;
    if (!payment || payment.paymentId !== intent.paymentId) throw conflict("payment.unknown", "No payment of ours belongs to this charge");
    const { orderId, paymentId } = payment;
    if (payment.status === "succeeded") return commit({ about: orderId, writes: [], events: [], reply: { settled: paymentId } });
    if (intent.status === "succeeded") return settleSucceeded(payment, intent);
    if (intent.status === "open") return commit({ about: orderId, writes: [], events: [], reply: { settled: "" } });
    return commit({
      about: orderId,
      writes: [store.settleWrite(payment, intent.status, { now: nowIso(), intentId: intent.intentId, failure: intent.failure })],
      events: intent.status === "failed" ? [Failed({ orderId, paymentId, purpose: payment.purpose })] : [],
      changed: { before: { state: payment.status }, after: { state: intent.status } },
      reply: { settled: "" },
    });
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
      events: [PaidOut({ orderId: order.orderId, amount, reference: input.reference })],
      reply: { orderId: order.orderId, amount },
      refused: () => conflict("payout.done", "This order has been paid out already"),
    });
  },
);

async function loadBooks({ orderId }: { orderId: string }) {
  const [money, platform] = await Promise.all([Order.findBuyerSide(orderId), Ledger.platformPostingsOf(orderId)]);
  return money ? { postings: [...Ledger.customerPostingsIn(money.rows), ...platform].toSorted((a, b) => (a.at < b.at ? -1 : 1)) } : undefined;
}

/** Everything that was booked for an order, and whether its books close. */
export const books = action(
  { name: "payment.books", effect: "sensitive-read", input: byOrder, load: loadBooks, policy: policy.payOut },
  async ({ record: { postings } }) => ({
    postings: [...postings],
    balances: [...balances(postings)].map(([account, balance]) => ({ account, balance })),
    closes: closes(postings),
  }),
);
