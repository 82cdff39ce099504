import { defineProcess } from "../kernel/process.ts";
import type { Status } from "./model.ts";

type StepName = "offer" | "convert" | "decline";

/** The life of an inquiry. Another offer takes the place of the one before; messages move nothing, and an expired inquiry comes back with the next one. */
export const process = defineProcess<Status, StepName>({
  noun: "inquiry",
  initial: "open",
  final: ["converted", "declined"],
  steps: {
    offer: { from: ["open", "offered"], to: "offered", by: ["supplier"], mails: ["inquiry-message"] },
    convert: { from: ["offered"], to: "converted", by: ["buyer"], guard: "the offer is the one that was shown and still holds" },
    decline: { from: ["open", "offered"], to: "declined", by: ["buyer", "supplier"], mails: ["inquiry-message"] },
  },
});
