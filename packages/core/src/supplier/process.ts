import { defineProcess } from "../kernel/process.ts";
import type { Verification } from "./model.ts";

type StepName = "submit" | "withdraw" | "verify" | "reject" | "suspend" | "restore";

/** How a supplier becomes, and stays, one that the platform vouches for. There is no end: a supplier can always come back. */
export const process = defineProcess<Verification, StepName>({
  noun: "supplier",
  initial: "draft",
  final: ["verified"],
  steps: {
    submit: { from: ["draft", "rejected"], to: "pending", by: ["supplier"], mails: ["supplier-application-received"] },
    withdraw: { from: ["pending"], to: "draft", by: ["supplier"] },
    verify: { from: ["pending"], to: "verified", by: ["admin"], mails: ["supplier-verified"] },
    reject: { from: ["pending"], to: "rejected", by: ["admin"], mails: ["supplier-rejected"] },
    suspend: { from: ["verified"], to: "suspended", by: ["admin"], mails: ["supplier-suspended"] },
    restore: { from: ["suspended"], to: "verified", by: ["admin"], mails: ["supplier-verified"] },
  },
});

export type Step = StepName;
