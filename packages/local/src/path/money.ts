import { createHash } from "node:crypto";
import * as money from "@sleekapp/contracts/money";
import { getOrder } from "@sleekapp/contracts/order";
import { receiveStripeEvent } from "@sleekapp/contracts/hooks";
import { payByCard } from "../people/card.ts";
import { until } from "../people/person.ts";
import { letter } from "./supplier.ts";
import { holds, needed, refused, type Step, type World } from "./world.ts";

type Purpose = "deposit" | "balance";

async function forgedWebhook(world: World): Promise<void> {
  const body = { id: "evt_forged", object: "event", type: "payment_intent.succeeded", data: { object: { id: "pi_1", object: "payment_intent" } } };
  const signature = `t=${Math.floor(Date.now() / 1000)},v1=${createHash("sha256").update(JSON.stringify(body)).digest("hex")}`;
  const response = await fetch(`${world.town.origin}${receiveStripeEvent.path}`, {
    method: "POST",
    headers: { "content-type": "application/json", "stripe-signature": signature },
    body: JSON.stringify(body),
  });
  holds(response.status === 400, `a webhook with a forged signature is refused, not ${response.status}`);
}

/** The buyer pays what is due by card: first one that is declined, then one that is taken; only the webhook makes it paid. */
export async function pays(world: World, purpose: Purpose): Promise<number> {
  const { buyer } = world.people;
  const params = { orderId: needed(world, "orderId") };
  const [first, second] = await Promise.all([
    buyer.ask(money.openPayment, { params, body: { purpose } }),
    buyer.ask(money.openPayment, { params, body: { purpose } }),
  ]);
  holds(first.paymentId === second.paymentId, "opening a payment twice opens one");
  const session = await until("The form's secret", async () => {
    const now = await buyer.ask(money.getPayment, { params: { ...params, purpose } });
    return now.clientSecret;
  });
  holds(!(await payByCard(world.town.stage, session, "4000000000009995")), "a card without funds is declined");
  await until("The decline in our books", async () => {
    const now = await buyer.ask(money.getPayment, { params: { ...params, purpose } });
    return now.status === "failed" || undefined;
  });
  await forgedWebhook(world);
  const before = await buyer.ask(money.getPaymentPlan, { params });
  holds(await payByCard(world.town.stage, session), "a good card is taken");
  const after = await until("The payment in our books", async () => {
    const plan = await buyer.ask(money.getPaymentPlan, { params });
    return plan.paid.amount > before.paid.amount ? plan : undefined;
  });
  holds(after.paid.amount - before.paid.amount === first.amount.amount, "exactly what was due is booked");
  return first.amount.amount;
}

/** The invoice of a purpose with its document, once the workers have made it: a real PDF, private, and mailed. */
export async function invoiceOf(world: World, purpose: Purpose): Promise<{ readonly number: string; readonly bytes: number }> {
  const { buyer, otherBuyer, supplier } = world.people;
  const params = { orderId: needed(world, "orderId") };
  const card = await until(`The ${purpose} invoice`, async () => {
    const plan = await buyer.ask(money.getPaymentPlan, { params });
    return plan.invoices.find((one) => one.purpose === purpose && one.hasDocument);
  });
  for (const stranger of [otherBuyer, supplier]) await refused(stranger, money.getInvoiceDocument, { params: { ...params, purpose }, status: 404 });
  const { url } = await buyer.ask(money.getInvoiceDocument, { params: { ...params, purpose } });
  const response = await fetch(url);
  const pdf = Buffer.from(await response.arrayBuffer());
  holds(response.ok && pdf.subarray(0, 5).toString() === "%PDF-", "the link opens a PDF");
  const unsigned = await fetch(url.split("?")[0] ?? url);
  holds(unsigned.status === 403, "without the signature the document is closed");
  await letter(world, buyer.email, new RegExp(`^Invoice ${card.number}`));
  world.made.pdfBytes = (world.made.pdfBytes ?? 0) + pdf.length;
  return { number: card.number, bytes: pdf.length };
}

export const deposit: Step = {
  name: "The deposit is invoiced on acceptance and paid by card; only the signed webhook makes it paid",
  run: async (world) => {
    const { buyer, otherBuyer, supplier, nobody } = world.people;
    const params = { orderId: needed(world, "orderId") };
    const { number, bytes } = await invoiceOf(world, "deposit");
    await refused(nobody, money.openPayment, { params, body: { purpose: "deposit" }, status: 401 });
    for (const stranger of [otherBuyer, supplier]) await refused(stranger, money.openPayment, { params, body: { purpose: "deposit" }, status: 404 });
    await refused(buyer, money.openPayment, { params, body: { purpose: "balance" }, status: 409, code: "payment.not_due" });
    const paid = await pays(world, "deposit");
    const order = await buyer.ask(getOrder, { params });
    holds(order.status === "deposit_paid", "the order has moved on");
    await letter(world, buyer.email, /^Received/);
    return [
      `invoice ${number}, ${bytes} bytes of PDF, mailed`,
      "a declined card: told, nothing booked",
      "a forged webhook: 400",
      `${paid} cents booked by the webhook, receipt mailed`,
    ];
  },
};
