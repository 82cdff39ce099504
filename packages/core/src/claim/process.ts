import { defineProcess } from "../kernel/process.ts";
import type { Step as OrderStep } from "../order/process.ts";
import type { State } from "./model.ts";

type StepName = "withdraw" | "remake" | "refund" | "turnDown";

/** A claim is open until its buyer takes it back or an admin has decided. */
export const process = defineProcess<State, StepName>({
  noun: "claim",
  initial: "open",
  final: ["remade", "refunded", "turned_down", "withdrawn"],
  steps: {
    withdraw: { from: ["open"], to: "withdrawn", by: ["buyer"] },
    remake: { from: ["open"], to: "remade", by: ["admin"], guard: "the day is not over yet", mails: ["claim-news"] },
    refund: { from: ["open"], to: "refunded", by: ["admin"], guard: "no more than was paid", mails: ["claim-news"] },
    turnDown: { from: ["open"], to: "turned_down", by: ["admin"], mails: ["claim-news"] },
  },
});

export type Step = StepName;

/** The step that the order takes with each step of its claim. */
export const orderSteps = {
  withdraw: "withdrawClaim",
  remake: "remake",
  refund: "settleClaim",
  turnDown: "turnDownClaim",
} as const satisfies Readonly<Record<Step, OrderStep>>;
