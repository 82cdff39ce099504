import { defineProcess } from "../kernel/process.ts";
import type { Status } from "./model.ts";

type StepName = "review" | "send" | "revise" | "accept" | "decline" | "turn_down" | "supersede";

/** The life of a quote. An accepted one has become an order; a declined or superseded one is kept as it was. */
export const process = defineProcess<Status, StepName>({
  noun: "quote",
  initial: "priced",
  final: ["accepted", "declined", "superseded"],
  steps: {
    review: { from: ["priced"], to: "in_review", by: ["system"], guard: "the price is above what stands as computed (`reviewReasons`)" },
    send: { from: ["priced", "in_review", "sent"], to: "sent", by: ["admin"], mails: ["quote-ready"] },
    revise: { from: ["priced", "in_review", "sent"], to: "priced", by: ["buyer"], guard: "the revision is the one that was shown" },
    accept: {
      from: ["priced", "sent"],
      to: "accepted",
      by: ["buyer"],
      guard: "the revision is the one that was shown and is still valid",
      mails: ["quote-accepted"],
    },
    decline: { from: ["priced", "in_review", "sent"], to: "declined", by: ["buyer"] },
    turn_down: { from: ["in_review"], to: "declined", by: ["admin"], mails: ["quote-note"] },
    supersede: { from: ["priced", "in_review", "sent"], to: "superseded", by: ["buyer"] },
  },
});
