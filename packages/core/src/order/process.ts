import { defineProcess } from "../kernel/process.ts";
import type { Party, Status } from "./model.ts";

type StepName =
  | "payDeposit"
  | "payLate"
  | "keepPayment"
  | "expire"
  | "offer"
  | "decline"
  | "withdraw"
  | "lapse"
  | "accept"
  | "acceptFromStock"
  | "startSample"
  | "approveSample"
  | "startProduction"
  | "finishProduction"
  | "failInspection"
  | "passInspection"
  | "takeLot"
  | "refuseLot"
  | "requestBalance"
  | "ship"
  | "deliver"
  | "complete"
  | "claim"
  | "withdrawClaim"
  | "turnDownClaim"
  | "settleClaim"
  | "remake"
  | "hold"
  | "resume"
  | "cancel"
  | "callOff"
  | "callOffLate";

const holdable = ["deposit_paid", "offered", "accepted", "sampling", "in_production", "inspection", "ready", "awaiting_balance"] as const;

/** The whole life of an order as one table: who may take which step from where, under which condition, and who is written to. */
export const process = defineProcess<Status, StepName>({
  noun: "order",
  initial: "awaiting_deposit",
  final: ["completed", "cancelled"],
  steps: {
    payDeposit: { from: ["awaiting_deposit"], to: "deposit_paid", by: ["system"], mails: ["payment-receipt"] },
    payLate: {
      from: ["cancelled"],
      to: "deposit_paid",
      by: ["system"],
      guard: "the hold on its pieces ran out and they are free",
      mails: ["payment-receipt"],
    },
    keepPayment: {
      from: ["cancelled"],
      to: "on_hold",
      by: ["system"],
      guard: "the deposit came and the order cannot go on by itself",
      mails: ["payment-receipt"],
    },
    expire: {
      from: ["awaiting_deposit"],
      to: "cancelled",
      by: ["system"],
      guard: "the hold on its pieces ran out, or the deposit did not come in time",
      stops: ["deposit"],
      mails: ["order-expired"],
    },
    offer: {
      from: ["deposit_paid"],
      to: "offered",
      by: ["admin", "system"],
      guard: "the supplier passes every hard filter, or the pieces are from its stock",
      timer: "answer",
      mails: ["order-offered"],
    },
    decline: { from: ["offered"], to: "deposit_paid", by: ["supplier"], stops: ["answer"], mails: ["offer-declined"] },
    withdraw: { from: ["offered"], to: "deposit_paid", by: ["admin"], stops: ["answer"] },
    lapse: {
      from: ["offered"],
      to: "deposit_paid",
      by: ["system"],
      guard: "the time to answer has passed, and it is the supplier's turn",
      stops: ["answer"],
      mails: ["offer-declined"],
    },
    accept: {
      from: ["offered"],
      to: "accepted",
      by: ["supplier"],
      guard: "the offer has not lapsed",
      stops: ["answer"],
      mails: ["offer-accepted", "production-started"],
    },
    acceptFromStock: {
      from: ["offered"],
      to: "inspection",
      by: ["supplier"],
      guard: "the offer has not lapsed and the pieces are from its stock",
      stops: ["answer"],
      mails: ["offer-accepted", "production-started"],
    },
    startSample: { from: ["accepted"], to: "sampling", by: ["supplier", "factory"], guard: "the plan has a sample stage" },
    approveSample: { from: ["sampling"], to: "in_production", by: ["buyer"], guard: "the sample is finished" },
    startProduction: { from: ["accepted"], to: "in_production", by: ["supplier", "factory"], guard: "the plan has no sample stage" },
    finishProduction: {
      from: ["in_production"],
      to: "inspection",
      by: ["supplier", "factory"],
      guard: "every stage before the quality check is done",
    },
    failInspection: { from: ["inspection"], to: "in_production", by: ["supplier", "admin"], mails: ["inspection-failed"] },
    passInspection: { from: ["inspection"], to: "ready", by: ["supplier", "admin"], mails: ["inspection-passed"] },
    takeLot: {
      from: ["inspection"],
      to: "ready",
      by: ["buyer"],
      guard: "the last inspection left the lot to the buyer",
      mails: ["inspection-passed"],
    },
    refuseLot: {
      from: ["inspection"],
      to: "in_production",
      by: ["buyer"],
      guard: "the last inspection left the lot to the buyer",
      mails: ["inspection-failed"],
    },
    requestBalance: { from: ["ready"], to: "awaiting_balance", by: ["system"], timer: "balance", mails: ["balance-invoice"] },
    ship: {
      from: ["awaiting_balance"],
      to: "shipped",
      by: ["supplier", "admin"],
      guard: "the balance is paid",
      stops: ["balance"],
      mails: ["order-shipped"],
    },
    deliver: { from: ["shipped"], to: "delivered", by: ["buyer", "admin"], timer: "claim", mails: ["order-delivered"] },
    complete: {
      from: ["delivered"],
      to: "completed",
      by: ["buyer", "admin", "system"],
      guard: "by the system once the time for claims has passed",
      stops: ["claim"],
      mails: ["order-completed"],
    },
    claim: {
      from: ["delivered"],
      to: "claimed",
      by: ["buyer"],
      guard: "the time for claims has not passed",
      stops: ["claim"],
      mails: ["claim-news"],
    },
    withdrawClaim: { from: ["claimed"], to: "delivered", by: ["buyer"], timer: "claim" },
    turnDownClaim: { from: ["claimed"], to: "delivered", by: ["admin"], timer: "claim", mails: ["claim-news"] },
    settleClaim: { from: ["claimed"], to: "delivered", by: ["admin"], guard: "no more than was paid", timer: "claim", mails: ["claim-news"] },
    remake: { from: ["claimed"], to: "in_production", by: ["admin"], mails: ["claim-news"] },
    hold: { from: holdable, to: "on_hold", by: ["admin"] },
    resume: { from: ["on_hold"], to: "resume", by: ["admin"] },
    cancel: { from: ["awaiting_deposit"], to: "cancelled", by: ["buyer", "admin"], guard: "nothing has been paid" },
    callOff: { from: ["deposit_paid", "offered"], to: "cancelled", by: ["buyer", "admin"], guard: "nobody has begun", mails: ["order-called-off"] },
    callOffLate: {
      from: ["accepted", "sampling", "in_production", "inspection", "ready", "awaiting_balance", "on_hold"],
      to: "cancelled",
      by: ["admin"],
      guard: "the goods have not left; what was paid less what has been made goes back",
      mails: ["order-called-off"],
    },
  },
});

export type Step = StepName;

/** What a party can do next, in one sentence for the header; `step` is absent when they only wait. */
export type NextStep = {
  readonly text: string;
  readonly step?: Step | "pay_deposit" | "pay_balance" | "report" | "inspect" | "decide_claim" | "decideLot";
};

const wait = (text: string): NextStep => ({ text });
const act = (step: NonNullable<NextStep["step"]>, text: string): NextStep => ({ step, text });

const done = wait("Nothing more to do");

/** The one next step of each party in each status. */
export const nextSteps: Readonly<Record<Status, Readonly<Record<Party, NextStep>>>> = {
  awaiting_deposit: {
    buyer: act("pay_deposit", "Pay the deposit to start"),
    supplier: wait("The buyer pays the deposit first"),
    factory: wait("The buyer pays the deposit first"),
    admin: wait("Waiting for the buyer's deposit"),
  },
  deposit_paid: {
    buyer: wait("We are choosing the factory"),
    supplier: wait("Not offered to you yet"),
    factory: wait("Not offered yet"),
    admin: act("offer", "Offer the order to a supplier"),
  },
  offered: {
    buyer: wait("We are choosing the factory"),
    supplier: act("accept", "Accept or decline the offer"),
    factory: wait("Your manager answers the offer"),
    admin: wait("Waiting for the supplier's answer"),
  },
  accepted: {
    buyer: wait("The factory is preparing to start"),
    supplier: act("report", "Report the first progress"),
    factory: act("report", "Report the first progress"),
    admin: wait("Waiting for the first progress"),
  },
  sampling: {
    buyer: wait("Your sample is being made"),
    supplier: act("report", "Report progress on the sample"),
    factory: act("report", "Report progress on the sample"),
    admin: wait("Waiting for the sample"),
  },
  in_production: {
    buyer: wait("Your garments are being made"),
    supplier: act("report", "Report progress"),
    factory: act("report", "Report progress"),
    admin: wait("In production"),
  },
  inspection: {
    buyer: wait("The goods are being inspected"),
    supplier: act("inspect", "Record the inspection"),
    factory: wait("The goods are being inspected"),
    admin: act("inspect", "Record the inspection"),
  },
  ready: {
    buyer: wait("The balance invoice is on its way"),
    supplier: wait("The buyer is being invoiced"),
    factory: wait("The buyer is being invoiced"),
    admin: wait("The balance invoice is being issued"),
  },
  awaiting_balance: {
    buyer: act("pay_balance", "Pay the balance to ship"),
    supplier: wait("Shipping follows the buyer's balance"),
    factory: wait("Shipping follows the buyer's balance"),
    admin: wait("Waiting for the buyer's balance"),
  },
  shipped: {
    buyer: act("deliver", "Confirm the delivery when it arrives"),
    supplier: wait("On the way to the buyer"),
    factory: done,
    admin: act("deliver", "Record the delivery"),
  },
  delivered: {
    buyer: act("complete", "Confirm that everything is right"),
    supplier: wait("The buyer is checking the goods"),
    factory: done,
    admin: act("complete", "Complete the order"),
  },
  claimed: {
    buyer: wait("We are looking into your claim"),
    supplier: wait("The buyer claims; say what you know of it"),
    factory: wait("The buyer claims; your manager answers"),
    admin: act("decide_claim", "Hear both sides and decide the claim"),
  },
  completed: { buyer: done, supplier: done, factory: done, admin: done },
  on_hold: {
    buyer: wait("On hold; we will write to you"),
    supplier: wait("On hold"),
    factory: wait("On hold"),
    admin: act("resume", "Resume the order"),
  },
  cancelled: { buyer: done, supplier: done, factory: done, admin: done },
};

/** The next steps where the guard of the step that leads on holds: the sample or the goods are finished, the lot waits for the buyer's word, the balance is paid. */
export const openSteps: Readonly<Partial<Record<Status, Readonly<Record<Party, NextStep>>>>> = {
  sampling: {
    buyer: act("approveSample", "Approve the sample when it is right"),
    supplier: wait("The buyer looks at the sample"),
    factory: wait("The buyer looks at the sample"),
    admin: wait("Waiting for the sample to be approved"),
  },
  in_production: {
    buyer: wait("Your garments are made and go to inspection"),
    supplier: act("finishProduction", "Hand the goods to inspection"),
    factory: act("finishProduction", "Hand the goods to inspection"),
    admin: wait("Made; waiting for the supplier to hand them to inspection"),
  },
  inspection: {
    buyer: act("decideLot", "Decide about the inspected goods"),
    supplier: wait("The buyer decides about the inspected goods"),
    factory: wait("The buyer decides about the inspected goods"),
    admin: wait("Waiting for the buyer to decide about the inspected goods"),
  },
  awaiting_balance: {
    buyer: wait("Paid; the goods are about to leave"),
    supplier: act("ship", "Ship the goods"),
    factory: wait("The goods are about to leave"),
    admin: act("ship", "Ship the goods"),
  },
};

/** The next steps of an order from stock where they are others: nothing is made, the supplier confirms its own pieces. */
const stockSteps: Readonly<Partial<Record<Status, Partial<Record<Party, NextStep>>>>> = {
  awaiting_deposit: { buyer: act("pay_deposit", "Pay the deposit while your pieces are held") },
  deposit_paid: { buyer: wait("We are settling who sends your pieces") },
  offered: {
    buyer: wait("The supplier confirms your pieces"),
    supplier: act("accept", "Confirm the pieces or decline"),
    admin: wait("Waiting for the supplier to confirm its pieces"),
  },
  inspection: { buyer: wait("Your pieces are being inspected") },
  in_production: { buyer: wait("Your pieces are put right after the inspection") },
};

/** The next step of a party in a status; `guardMet` says whether the guard of the step that leads on holds. */
export const nextStep = (party: Party, status: Status, guardMet = false): NextStep =>
  ((guardMet ? openSteps[status] : undefined) ?? nextSteps[status])[party];

/** As `nextStep`, for an order from stock. */
export const nextStepFromStock = (party: Party, status: Status, guardMet = false): NextStep =>
  (guardMet ? undefined : stockSteps[status]?.[party]) ?? nextStep(party, status, guardMet);
