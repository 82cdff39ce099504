import { defineProcess } from "../kernel/process.ts";
import type { Status } from "./model.ts";

type StepName = "submit" | "approve" | "requestChanges" | "reject" | "withdraw" | "takeDown" | "archive" | "restore";

/** The life of a listing. Editing an approved one sends it back to review; archived ones can come back as drafts. */
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
    withdraw: { from: ["pending_approval", "approved"], to: "draft", by: ["supplier"] },
    takeDown: { from: ["pending_approval", "approved"], to: "draft", by: ["system"], guard: "its supplier is suspended" },
    archive: { from: ["draft", "approved", "changes_requested", "rejected"], to: "archived", by: ["supplier"] },
    restore: { from: ["archived"], to: "draft", by: ["supplier"] },
  },
});

export type Step = StepName;
