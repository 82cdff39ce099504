import type { EntryKind, Priority, Stage, Temperature } from "@sleekapp/core/lead/model";
import type { LeadCard } from "@sleekapp/core/lead/view";
import { Status, type Tone } from "../../ui/status.tsx";

export const stageNames: Readonly<Record<Stage, string>> = {
  new: "New",
  contacted: "Contacted",
  qualified: "Qualified",
  proposal: "Proposal",
  negotiation: "Negotiation",
  won: "Won",
  lost: "Lost",
};

const stageTones: Readonly<Record<Stage, Tone>> = {
  new: "active",
  contacted: "info",
  qualified: "info",
  proposal: "waiting",
  negotiation: "waiting",
  won: "done",
  lost: "neutral",
};

export const temperatureNames: Readonly<Record<Temperature, string>> = { hot: "Hot", warm: "Warm", cold: "Cold" };
export const priorityNames: Readonly<Record<Priority, string>> = { high: "High", medium: "Medium", low: "Low" };

export const followUpNames = { gentle: "A gentle question", offer: "The offer again", last_call: "A last call" } as const;

export const entryNames: Readonly<Record<EntryKind, string>> = {
  request: "They wrote",
  note: "Note",
  follow_up: "We wrote",
  stage: "Moved",
  quote: "Quote made",
  stopped: "Mails stopped",
};

export const StageStatus = ({ stage }: { readonly stage: Stage }) => <Status tone={stageTones[stage]}>{stageNames[stage]}</Status>;

/** The clock of the first answer: late, running, or stopped by one. */
export function Clock({ lead }: { readonly lead: Pick<LeadCard, "isLate" | "respondedAt"> }) {
  if (lead.isLate) return <Status tone="late">Answer is late</Status>;
  return lead.respondedAt ? <Status tone="done">Answered</Status> : <Status tone="waiting">To be answered</Status>;
}
