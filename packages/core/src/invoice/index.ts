import * as z from "zod";
import * as Account from "../account/index.ts";
import { action, nothing } from "../kernel/action.ts";
import { dateOf } from "../kernel/calendar.ts";
import { conflict, forbidden, notFound, unavailable } from "../kernel/error.ts";
import { defineEvent } from "../kernel/event.ts";
import { id, newId } from "../kernel/id.ts";
import type { Money } from "../kernel/money.ts";
import { type Page, PageQuery } from "../kernel/page.ts";
import { nowIso } from "../kernel/request.ts";
import { scopeOf } from "../kernel/scope.ts";
import * as Ledger from "../ledger/index.ts";
import { received } from "../ledger/rules.ts";
import * as Order from "../order/index.ts";
import { Purpose } from "../payment/model.ts";
import { Blob, Links } from "../ports/blob.ts";
import { Pdf } from "../ports/pdf.ts";
import type { Rows } from "../table/collection.ts";
import { commit } from "../table/commit.ts";
import { InvoiceDocument, type Party } from "./document.ts";
import * as policy from "./policy.ts";
import * as rules from "./rules.ts";
import * as store from "./store.ts";
import type { InvoiceCard } from "./view.ts";

export { InvoiceCard } from "./view.ts";
export type { Info } from "./store.ts";
export { find } from "./store.ts";

const about = { orderId: id("order"), invoiceId: id("invoice"), purpose: Purpose };
export const Issued = defineEvent("invoice.issued", z.object({ ...about, number: z.string() }));
export const Rendered = defineEvent("invoice.rendered", z.object({ ...about, bytes: z.int() }));

/** Who issues: the platform's own company, as it stands on paper. */
const seller: Party = { name: "SleekApp", address: ["Sleek Apparels", "Dhaka, Bangladesh"] };

const ForOrder = z.strictObject({ orderId: id("order"), purpose: Purpose });

async function loadBillable({ orderId, purpose }: z.output<typeof ForOrder>) {
  const [order, money] = await Promise.all([Order.find(orderId), Order.findBuyerSide(orderId)]);
  if (!order || !money) return undefined;
  return { order, terms: money.terms, earlier: oneIn(money.rows, purpose), received: received(Ledger.customerPostingsIn(money.rows)) };
}

function shipTo(address: Readonly<Record<string, string>>): Party {
  const place = [address["postcode"], address["city"], address["region"]].filter(Boolean).join(" ");
  const lines = [address["company"], address["street"], place, rules.countryName(address["country"] ?? "")].filter(
    (line) => line !== undefined && line !== "",
  );
  return { name: address["name"] ?? "", address: lines.flatMap((line) => (line ? [line] : [])) };
}

type Billing = {
  readonly order: Order.Info;
  readonly terms: Order.Terms;
  readonly purpose: Purpose;
  readonly buyer: Account.Billed | undefined;
  readonly position: number;
  readonly received: Money;
};

function documentOf({ order, terms, purpose, buyer, position, received: paid }: Billing): InvoiceDocument {
  const issuedOn = dateOf(nowIso());
  const series = rules.seriesOf(issuedOn);
  const delivery = shipTo(terms.shippingAddress);
  return InvoiceDocument.parse({
    purpose,
    number: rules.numberIn(series, position),
    series,
    orderNumber: order.orderNumber,
    ...(terms.poNumber === undefined ? {} : { poNumber: terms.poNumber }),
    issuedOn,
    dueOn: rules.dueOn(issuedOn),
    seller,
    buyer: { ...delivery, name: buyer?.name || delivery.name, ...(buyer?.taxId ? { registration: `VAT / tax number ${buyer.taxId}` } : {}) },
    shipTo: delivery,
    ...rules.figures({ ...terms, title: order.title }, purpose, paid),
    terms: [`Payable by card within ${rules.DUE_DAYS} days. Terms of sale ${terms.termsVersion}, accepted ${dateOf(terms.acceptedAt)}.`],
    legal: ["Freight, duties and taxes of the destination are not included unless a line says so."],
  });
}

/** What is made again for a claim is invoiced no second time: it goes on to be shipped. */
const goesOn = (order: Order.Info, purpose: Purpose) =>
  purpose === "balance" && order.isRemade && order.status === "ready" ? Order.balanceDueWrites(order) : { writes: [], events: [] };

/**
 * Issues the invoice of an order for one purpose, once: its number is taken in the same transaction, so that a series has neither
 * a gap nor a number twice. The balance invoice moves the order to where the balance is due. Runs one after another on its queue.
 */
export const issue = action(
  { name: "invoice.issue", effect: "command", input: ForOrder, load: loadBillable, policy: policy.work },
  async ({ input, record }) => {
    const { order, terms, earlier, received: paid } = record;
    if (earlier) return commit({ about: order.orderId, ...goesOn(order, input.purpose), reply: { number: earlier.number } });
    const series = rules.seriesOf(dateOf(nowIso()));
    const [last, buyer] = await Promise.all([store.lastNumber(series), Account.billed(order.ownerId)]);
    const document = documentOf({ order, terms, purpose: input.purpose, buyer, position: last + 1, received: paid });
    const { orderId, ownerId } = order;
    const invoiceId = newId("invoice");
    const row = {
      orderId,
      purpose: input.purpose,
      invoiceId,
      number: document.number,
      ownerId,
      document,
      amount: document.due,
      issuedOn: document.issuedOn,
      dueOn: document.dueOn,
    };
    const due =
      input.purpose === "balance" ? Order.balanceDueWrites(order, document.due.amount <= 0) : { writes: [], events: [], changed: undefined };
    return commit({
      about: orderId,
      writes: [store.takeNumberWrite(series, last), ...store.createWrites(row, nowIso()), ...due.writes],
      events: [Issued({ orderId, invoiceId, purpose: input.purpose, number: document.number }), ...due.events],
      ...(due.changed ? { changed: due.changed } : {}),
      reply: { number: document.number },
      // Another invoice took the number first: the message comes again and takes the next one.
      refused: (index) =>
        index === 0
          ? unavailable("invoice.number_taken", "Another invoice took this number")
          : conflict("invoice.issued", "This invoice has been issued already"),
    });
  },
);

async function loadIssued({ orderId, purpose }: z.output<typeof ForOrder>) {
  return store.find(orderId, purpose);
}

/** Sets an issued invoice as PDF and keeps it in private storage; setting it again gives the same bytes in the same place. */
export const render = action(
  { name: "invoice.render", effect: "command", input: ForOrder, load: loadIssued, policy: policy.work },
  async ({ record }) => {
    const { orderId, invoiceId, purpose, issuedOn } = record;
    const bytes = await Pdf.use().invoice(InvoiceDocument.parse(record.document));
    const key = `invoice/${issuedOn.slice(0, 4)}/${invoiceId}.pdf`;
    await Blob.use().put({ key, type: "application/pdf", bytes });
    return commit({
      about: orderId,
      writes: record.documentKey ? [] : [store.documentWrite(record, key)],
      events: [Rendered({ orderId, invoiceId, purpose, bytes: bytes.byteLength })],
      changed: { before: record, after: { documentKey: key } },
      reply: { key },
    });
  },
);

async function loadReadable({ orderId, purpose }: z.output<typeof ForOrder>) {
  const invoice = await store.find(orderId, purpose);
  // An invoice says whose it is, and that is all that decides who may read it.
  return invoice ? { order: { ownerId: invoice.ownerId }, invoice } : undefined;
}

/** A link to the PDF that lasts five minutes. */
export const link = action(
  { name: "invoice.link", effect: "sensitive-read", input: ForOrder, load: loadReadable, policy: policy.read },
  async ({ record: { invoice } }) => {
    if (!invoice.documentKey) throw notFound();
    return { url: await Links.use().presignGet({ key: invoice.documentKey, seconds: 300, downloadAs: `${invoice.number}.pdf` }) };
  },
);

/** All invoices of the buyer, newest first. */
export const list = action(
  { name: "invoice.list", effect: "sensitive-read", input: PageQuery, load: nothing, policy: policy.list },
  async ({ input, actor }): Promise<Page<InvoiceCard>> => {
    const scope = scopeOf(actor);
    if (scope.by !== "owner") throw forbidden("invoice.list.forbidden", "You are not allowed to list these");
    const page = await store.list(scope.ownerId, input);
    return { ...page, items: page.items.map(store.cardOf) };
  },
);

/** The invoices among what was read of an order's buyer's side, and one of them. */
export const cardsIn = (buyerSide: Rows): InvoiceCard[] => store.listIn(buyerSide).map(store.cardOf);
export const oneIn = (buyerSide: Rows, purpose: Purpose): store.Info | undefined =>
  store.listIn(buyerSide).find((invoice) => invoice.purpose === purpose);
