import { defineProcess } from "../kernel/process.ts";
import type { Status } from "./model.ts";

type StepName = "submit" | "approve" | "requestChanges" | "reject" | "withdraw" | "pause" | "resume" | "takeDown" | "archive" | "restore";

/**
 * The life of a listing. What is live is changed by a revision, which goes the way from draft to approval beside it; archived ones can
 * come back as drafts. Sold out is no status: it follows the stock.
 */
export const process = defineProcess<Status, StepName>({
  noun: "product",
  initial: "draft",
  final: ["archived"],
  steps: {
    submit: {
      from: ["draft", "changes_requested", "rejected"],
      to: "pending_approval",
      by: ["supplier"],
      guard: "the listing is complete and the supplier is verified",
    },
    approve: { from: ["pending_approval"], to: "approved", by: ["admin"], mails: ["product-approved"] },
    requestChanges: { from: ["pending_approval"], to: "changes_requested", by: ["admin"], mails: ["product-rejected"] },
    reject: { from: ["pending_approval"], to: "rejected", by: ["admin"], mails: ["product-rejected"] },
    withdraw: { from: ["pending_approval"], to: "draft", by: ["supplier"] },
    pause: { from: ["approved"], to: "paused", by: ["supplier"] },
    resume: { from: ["paused"], to: "approved", by: ["supplier"], guard: "the supplier is verified" },
    takeDown: { from: ["pending_approval", "approved", "paused"], to: "draft", by: ["system"], guard: "its supplier is suspended" },
    archive: { from: ["draft", "approved", "paused", "changes_requested", "rejected"], to: "archived", by: ["supplier"] },
    restore: { from: ["archived"], to: "draft", by: ["supplier"] },
  },
});

export type Step = StepName;
