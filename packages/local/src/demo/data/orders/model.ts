import type { Status } from "@sleekapp/core/order";
import type { BriefInput } from "@sleekapp/core/pricing/model";
import type { StageKey } from "@sleekapp/core/production/model";
import type { Colour } from "../../drawings/index.ts";

/** How far an order has come; the moments have names of their own because several can share a status. */
export type Moment =
  | "opened"
  | "deposit paid"
  | "offered"
  | "accepted"
  | "sampled"
  | "making"
  | "finished"
  | "failed"
  | "passed"
  | "balance due"
  | "balance paid"
  | "shipped"
  | "delivered"
  | "completed"
  | "paid out";

export type OrderData = {
  readonly buyer: string;
  readonly supplier: string;
  readonly brief: BriefInput;
  readonly colour: Colour;
  readonly until: Moment;
  /** The status it must have when everything is loaded. */
  readonly status: Status;
  /** Days since the last thing that happened. */
  readonly quietDays: number;
  /** For `making`: the stage the floor is at, and how far. */
  readonly progress?: { readonly stage: StageKey; readonly percent: number; readonly note?: string };
  /** From this stage on everything happens so many days after the plan. */
  readonly late?: { readonly from: StageKey; readonly days: number; readonly note: string };
  readonly declinedBy?: { readonly supplier: string; readonly reason: string };
  readonly failsOnce?: boolean;
  readonly hold?: string;
  readonly isCancelled?: boolean;
  readonly withPhotos?: boolean;
};

export const print = (placement: "front" | "back" | "left-chest") => ({ technique: "screen-print", placement }) as const;
export const stitched = { technique: "embroidery", placement: "left-chest" } as const;
export const label = { technique: "woven-label" } as const;
