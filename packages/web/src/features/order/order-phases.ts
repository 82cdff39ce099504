import type { Status } from "@sleekapp/core/order/model";
import type { ThreadStage } from "../../ui/production-thread.tsx";

const names = {
  deposit: "Deposit",
  factory: "Factory",
  making: "Production",
  inspection: "Inspection",
  balance: "Balance",
  shipping: "Shipping",
} as const;
type PhaseKey = keyof typeof names;
const keys: readonly PhaseKey[] = ["deposit", "factory", "making", "inspection", "balance", "shipping"];

type Running = Exclude<Status, "on_hold" | "cancelled" | "completed">;

// The phase that goes on in each status; those before it are done.
const phaseIn: Readonly<Record<Running, PhaseKey | undefined>> = {
  awaiting_deposit: "deposit",
  deposit_paid: "factory",
  offered: "factory",
  accepted: "making",
  sampling: "making",
  in_production: "making",
  inspection: "inspection",
  ready: "balance",
  awaiting_balance: "balance",
  shipped: "shipping",
  delivered: undefined,
  claimed: undefined,
};

type Standing = { readonly status: Status; readonly percent: number };

const isRunning = (status: Status): status is Running => status in phaseIn;

/** Which phase a held order stands in is not said in a list; what its percent proves is. */
const heldAt = (percent: number): PhaseKey => (percent === 0 ? "factory" : percent < 100 ? "making" : "inspection");

function currentOf({ status, percent }: Standing): PhaseKey | undefined {
  if (status === "on_hold") return heldAt(percent);
  return isRunning(status) ? phaseIn[status] : undefined;
}

/** The six phases of an order as a thread for lists; only making has a percent, and a held order is blocked where it stands. */
export function phasesOf(order: Standing): readonly ThreadStage[] {
  if (order.status === "cancelled") return keys.map((key) => ({ key, name: names[key], state: "skipped" }));
  const current = currentOf(order);
  const reached = current === undefined ? keys.length : keys.indexOf(current);
  return keys.map((key, index) => {
    if (index < reached) return { key, name: names[key], state: "done" };
    if (index > reached) return { key, name: names[key], state: "todo" };
    if (order.status === "on_hold") return { key, name: names[key], state: "blocked" };
    return { key, name: names[key], state: "active", ...(key === "making" ? { percent: order.percent } : {}) };
  });
}
