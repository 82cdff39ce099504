import type { TrackingView } from "@sleekapp/core/order/view";
import type { ThreadStage } from "../../ui/production-thread.tsx";
import type { Tone } from "../../ui/status.tsx";

type Word = { readonly tone: Tone; readonly text: string };

const starting: Word = { tone: "neutral", text: "Not started" };
const matching: Word = { tone: "neutral", text: "Being matched with a factory" };
const waiting: Word = { tone: "waiting", text: "Finished, waiting to be shipped" };

/** Where an order stands, for people who are no party to it: what is being made, nothing about money. */
export const publicWords: Readonly<Record<TrackingView["status"], Word>> = {
  awaiting_deposit: starting,
  deposit_paid: matching,
  offered: matching,
  accepted: { tone: "neutral", text: "Planned" },
  sampling: { tone: "active", text: "Sample in the making" },
  in_production: { tone: "active", text: "In production" },
  inspection: { tone: "active", text: "In inspection" },
  ready: waiting,
  awaiting_balance: waiting,
  shipped: { tone: "info", text: "Shipped" },
  delivered: { tone: "done", text: "Delivered" },
  claimed: { tone: "done", text: "Delivered" },
  completed: { tone: "done", text: "Delivered" },
  on_hold: { tone: "waiting", text: "On hold" },
  cancelled: { tone: "late", text: "Cancelled" },
};

/** The stages of the link as the thread draws them: the last promise, and what happened. */
export const threadOf = (stages: TrackingView["stages"]): readonly ThreadStage[] =>
  stages.map((stage) => ({
    key: stage.key,
    name: stage.name,
    state: stage.state,
    plannedOn: stage.revisedDueOn ?? stage.plannedDueOn,
    actualOn: stage.finishedOn,
    percent: stage.percent,
    lateDays: stage.daysLate,
  }));
