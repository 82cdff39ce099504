import { process, type Step } from "@sleekapp/core/order/process";
import { addDays } from "@sleekapp/core/kernel/calendar";
import { CLAIM_DAYS, type Status } from "@sleekapp/core/order/model";
import type { Order } from "./reads.ts";

/** What can be done from an order's page; each opens under its name in the address (`?do=report`). */
export type Deed =
  | "offer"
  | "withdraw"
  | "accept"
  | "decline"
  | "counter"
  | "report"
  | "moveStage"
  | "approveSample"
  | "finishProduction"
  | "inspect"
  | "decideLot"
  | "ship"
  | "deliver"
  | "complete"
  | "hold"
  | "resume"
  | "cancel"
  | "callOff"
  | "share"
  | "reorder"
  | "claim"
  | "withdrawClaim"
  | "answerClaim"
  | "decide_claim";

const stepOf: Readonly<Partial<Record<Deed, Step>>> = {
  offer: "offer",
  withdraw: "withdraw",
  accept: "accept",
  decline: "decline",
  approveSample: "approveSample",
  finishProduction: "finishProduction",
  inspect: "passInspection",
  decideLot: "takeLot",
  ship: "ship",
  deliver: "deliver",
  complete: "complete",
  hold: "hold",
  resume: "resume",
  cancel: "cancel",
  withdrawClaim: "withdrawClaim",
  decide_claim: "settleClaim",
};

// Packing is still reported while the goods wait for the balance.
const reportable: readonly Status[] = ["accepted", "sampling", "in_production", "inspection", "ready", "awaiting_balance"];

// Once there is nothing left to be made of it.
const repeatable: readonly Status[] = ["shipped", "delivered", "completed", "cancelled"];

// A guard that does not hold yet shows in the next step the API names: the step is then offered by nobody.
const guarded: readonly Deed[] = ["approveSample", "finishProduction", "decideLot", "ship"];

const isWorker = ({ party }: Order) => party === "supplier" || party === "factory";

const mayBe = ({ status, party }: Order, step: Step): boolean => process.can(status, step) && process.steps[step].by.includes(party);

function mayTake(order: Order, deed: Deed): boolean {
  const step = stepOf[deed];
  if (step === undefined) return false;
  if (guarded.includes(deed)) return order.next.step === deed;
  // A lot that the buyer decides about is not inspected once more meanwhile.
  if (deed === "inspect") return order.next.step === deed;
  return mayBe(order, step);
}

/** A claim is taken for some days after the delivery; the API has the last word. */
function mayClaim({ party, status, shipment }: Order): boolean {
  const today = new Date().toISOString().slice(0, 10);
  return party === "buyer" && status === "delivered" && (!shipment?.deliveredOn || addDays(shipment.deliveredOn, CLAIM_DAYS) >= today);
}

type Rule = (order: Order) => boolean;

/** What is no step of the process, and when it can be done all the same. */
const beside: Readonly<Partial<Record<Deed, Rule>>> = {
  report: (order) => isWorker(order) && reportable.includes(order.status) && order.stages.length > 0,
  moveStage: ({ party, status, stages }) =>
    (party === "supplier" || party === "admin") && reportable.includes(status) && stages.some(({ state }) => state !== "done"),
  claim: mayClaim,
  answerClaim: ({ party, status }) => party === "supplier" && status === "claimed",
  callOff: (order) => mayBe(order, "callOff") || mayBe(order, "callOffLate"),
  share: ({ party, status }) => (party === "buyer" || party === "admin") && status !== "cancelled",
  counter: ({ party, status }) => party === "supplier" && status === "offered",
  reorder: ({ party, status, brief }) => party === "buyer" && brief !== undefined && repeatable.includes(status),
};

/** Whether the reader of this order can do it now, by the same table of steps that the API goes by. */
export function can(order: Order, deed: Deed): boolean {
  if (!order.mayAct) return false;
  return beside[deed]?.(order) ?? mayTake(order, deed);
}
