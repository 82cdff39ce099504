import type { getPaymentPlan } from "@sleekapp/contracts/money";
import type { Status } from "@sleekapp/core/order/model";
import type { Purpose } from "@sleekapp/core/payment/model";
import type { Output } from "../../lib/api.ts";
import type { Money } from "../../lib/money.ts";

export type Plan = Output<typeof getPaymentPlan>;

/** Where one of the two payments of an order stands; only the API's word counts. */
export type Standing = "paid" | "processing" | "due" | "not_due" | "cancelled";

const dueIn = { deposit: "awaiting_deposit", balance: "awaiting_balance" } as const satisfies Record<Purpose, Status>;

/** What the plan and the order say about a payment. */
export function standingOf(plan: Plan, status: Status, purpose: Purpose): Standing {
  const payment = plan.payments.find((one) => one.purpose === purpose);
  if (payment?.status === "succeeded" || (purpose === "balance" && plan.status === "paid")) return "paid";
  if (payment?.status === "processing") return "processing";
  if (status === "cancelled") return "cancelled";
  return status === dueIn[purpose] ? "due" : "not_due";
}

const agreed = (plan: Plan, purpose: Purpose): Money => (purpose === "deposit" ? plan.deposit : plan.balance);

/** What is paid for a purpose: what was asked for once it is paid, else what was agreed. */
export const amountFor = (plan: Plan, purpose: Purpose): Money =>
  plan.payments.find((one) => one.purpose === purpose && one.status === "succeeded")?.amount ?? agreed(plan, purpose);

/** What the address asks to pay; the deposit unless it names the balance. */
export const purposeIn = (text: string): Purpose => (text === "balance" ? "balance" : "deposit");

export const purposeNames: Readonly<Record<Purpose, string>> = { deposit: "Deposit", balance: "Balance" };
