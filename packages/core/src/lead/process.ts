import { defineProcess } from "../kernel/process.ts";
import type { Stage } from "./model.ts";

const open = ["new", "contacted", "qualified", "proposal", "negotiation"] as const;

/** The pipeline: an administrator moves a lead as it goes, forwards or back; who writes again after the end begins anew. */
export const process = defineProcess<Stage, "contact" | "qualify" | "propose" | "negotiate" | "win" | "lose" | "reopen">({
  noun: "lead",
  initial: "new",
  final: ["won", "lost"],
  steps: {
    contact: { from: open, to: "contacted", by: ["admin"] },
    qualify: { from: open, to: "qualified", by: ["admin"] },
    propose: { from: open, to: "proposal", by: ["admin"], mails: ["lead-quote"] },
    negotiate: { from: open, to: "negotiation", by: ["admin"] },
    win: { from: open, to: "won", by: ["admin"] },
    lose: { from: open, to: "lost", by: ["admin"] },
    reopen: { from: ["won", "lost"], to: "new", by: ["buyer"], mails: ["lead-received"] },
  },
});

/** The step that leads to a stage. */
export const stepTo = {
  new: "reopen",
  contacted: "contact",
  qualified: "qualify",
  proposal: "propose",
  negotiation: "negotiate",
  won: "win",
  lost: "lose",
} as const satisfies Record<Stage, string>;
