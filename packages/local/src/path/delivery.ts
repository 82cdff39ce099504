import * as money from "@sleekapp/contracts/money";
import * as orders from "@sleekapp/contracts/order";
import { until } from "../people/person.ts";
import { invoiceOf, pays } from "./money.ts";
import { letter } from "./supplier.ts";
import { holds, needed, refused, type Step } from "./world.ts";

export const balance: Step = {
  name: "The balance is invoiced after the inspection and paid; nothing ships before",
  run: async (world) => {
    const { supplier, buyer } = world.people;
    const params = { orderId: needed(world, "orderId") };
    await until("The request for the balance", async () => {
      const order = await buyer.ask(orders.getOrder, { params });
      return order.status === "awaiting_balance" || undefined;
    });
    const { number, bytes } = await invoiceOf(world, "balance");
    const parcel = { carrier: "DHL Express", trackingNumber: "JD014600006281230704" };
    await refused(supplier, orders.shipOrder, { params, body: parcel, status: 409, code: "order.unpaid" });
    const paid = await pays(world, "balance");
    const plan = await buyer.ask(money.getPaymentPlan, { params });
    holds(plan.paid.amount === plan.total.amount && plan.status === "paid", "the order is paid in full");
    return [
      `invoice ${number}, ${bytes} bytes of PDF, mailed`,
      "shipping before the balance: 409",
      `${paid} cents booked; the sum is the price to the cent`,
    ];
  },
};

export const delivery: Step = {
  name: "The goods are shipped, delivered, the order is completed and the supplier paid out; the books close",
  run: async (world) => {
    const { supplier, factory, buyer, admin, otherBuyer } = world.people;
    const params = { orderId: needed(world, "orderId") };
    const parcel = { carrier: "DHL Express", trackingNumber: "JD014600006281230704" };
    await refused(factory, orders.shipOrder, { params, body: parcel, status: 403 });
    await refused(buyer, orders.shipOrder, { params, body: parcel, status: 403 });
    await supplier.ask(orders.shipOrder, { params, body: parcel });
    await refused(supplier, orders.shipOrder, { params, body: parcel, status: 409 });
    await refused(supplier, orders.deliverOrder, { params, status: 403 });
    await refused(admin, money.payOutSupplier, { params, body: { reference: "TT-1" }, status: 409, code: "payout.not_due" });
    await buyer.ask(orders.deliverOrder, { params });
    await refused(otherBuyer, orders.completeOrder, { params, status: 404 });
    await buyer.ask(orders.completeOrder, { params });
    await refused(buyer, orders.completeOrder, { params, status: 409 });
    await refused(supplier, money.payOutSupplier, { params, body: { reference: "TT-1" }, status: 404 });
    await admin.ask(money.payOutSupplier, { params, body: { reference: "TT-20261125-1" } });
    await refused(admin, money.payOutSupplier, { params, body: { reference: "TT-20261125-2" }, status: 409, code: "payout.done" });
    await refused(buyer, money.getLedger, { params, status: 404 });
    const books = await admin.ask(money.getLedger, { params });
    holds(books.closes, "nobody owes anybody anything");
    const sum = books.balances.reduce((cents, { balance: { amount } }) => cents + amount, 0);
    holds(sum === 0, "debits and credits are equal");
    for (const subject of [/is on its way/, /was delivered/, /is complete/]) await letter(world, buyer.email, subject);
    const { items } = await admin.ask(orders.getOrderLog, { params });
    holds(items.length > 15 && items.every(({ at, by }) => at !== "" && by.length > 0), "every change is in the log with actor and time");
    return [
      "shipping twice, completing twice, paying out twice: 409",
      "floor shipping: 403; supplier confirming the delivery: 403; strangers: 404",
      `${books.postings.length} postings; the ledger closes to zero`,
      `${items.length} entries in the order's log, each with actor and time`,
    ];
  },
};
