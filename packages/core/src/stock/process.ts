import { defineProcess } from "../kernel/process.ts";
import type { State } from "./model.ts";

type StepName = "commit" | "expire" | "release" | "takeLate" | "giveBack";

/** The life of a reservation. Only a deposit commits it; one that ran out can still be taken, when its deposit was on the way and the pieces are there. */
export const process = defineProcess<State, StepName>({
  noun: "reservation",
  initial: "held",
  final: ["committed", "released"],
  steps: {
    commit: { from: ["held"], to: "committed", by: ["system"], guard: "the deposit is paid" },
    expire: { from: ["held"], to: "released", by: ["system"], guard: "thirty minutes have passed" },
    release: { from: ["held"], to: "released", by: ["buyer", "admin"], guard: "the order is cancelled" },
    giveBack: { from: ["committed"], to: "released", by: ["buyer", "admin"], guard: "the order is called off before the goods left" },
    takeLate: { from: ["released"], to: "committed", by: ["system", "admin"], guard: "the deposit is paid and the pieces are free" },
  },
});

export type Step = StepName;
