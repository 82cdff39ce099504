import { defineProcess } from "../kernel/process.ts";
import type { Status } from "./model.ts";

type Step = "begin" | "wait" | "finish" | "fail" | "cancel" | "again";

/** The life of a job. A message may come twice, and a dead letter may be sent on its way again: what runs or has failed can be begun. */
export const process = defineProcess<Status, Step>({
  noun: "ai_job",
  initial: "queued",
  final: ["done", "failed", "cancelled"],
  steps: {
    begin: { from: ["queued", "running", "failed"], to: "running", by: ["system"] },
    wait: { from: ["running"], to: "queued", by: ["system"], guard: "the model has no room and there are tries left" },
    finish: { from: ["running"], to: "done", by: ["system"] },
    fail: { from: ["queued", "running"], to: "failed", by: ["system"] },
    cancel: { from: ["queued", "running"], to: "cancelled", by: ["buyer", "supplier"] },
    again: { from: ["failed", "cancelled"], to: "queued", by: ["buyer", "supplier"] },
  },
});
