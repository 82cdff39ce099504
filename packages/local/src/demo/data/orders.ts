import type { Status } from "@sleekapp/core/order";
import type { BriefInput } from "@sleekapp/core/pricing/model";
import type { StageKey } from "@sleekapp/core/production/model";
import type { Colour } from "../drawings/index.ts";

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

const print = (placement: "front" | "back" | "left-chest") => ({ technique: "screen-print", placement }) as const;
const stitched = { technique: "embroidery", placement: "left-chest" } as const;
const label = { technique: "woven-label" } as const;

const waiting: readonly OrderData[] = [
  { buyer: "northfold", supplier: "jutelane", brief: { garmentType: "hoodie", quantity: 300, fabric: "fleece", customisations: [print("front")] }, colour: "Charcoal", until: "opened", status: "awaiting_deposit", quietDays: 1 },
  { buyer: "nore", supplier: "monsoon", brief: { garmentType: "skirt", quantity: 150, fabric: "cotton" }, colour: "Teal", until: "opened", status: "awaiting_deposit", quietDays: 4 },
  { buyer: "kestrel", supplier: "banyan", brief: { garmentType: "polo", quantity: 400, fabric: "pique", customisations: [stitched] }, colour: "Navy", until: "deposit paid", status: "deposit_paid", quietDays: 1 },
  { buyer: "harbour", supplier: "shapla", brief: { garmentType: "pullover", quantity: 240, fabric: "wool-blend", customisations: [label] }, colour: "Burgundy", until: "offered", status: "offered", quietDays: 0 },
  {
    buyer: "nore",
    supplier: "monsoon",
    brief: { garmentType: "dress", quantity: 120, fabric: "cotton", complexity: "complex" },
    colour: "Rust",
    until: "offered",
    status: "offered",
    quietDays: 0,
    declinedBy: { supplier: "tamarind", reason: "Our dress line is full until the end of next month; we would keep you waiting." },
  },
  { buyer: "harbour", supplier: "shapla", brief: { garmentType: "sweater", quantity: 200, fabric: "wool-blend" }, colour: "Natural", until: "accepted", status: "accepted", quietDays: 0 },
];

const making: readonly OrderData[] = [
  { buyer: "nore", supplier: "monsoon", brief: { garmentType: "blazer", quantity: 80, fabric: "wool-blend", complexity: "complex", sample: true }, colour: "Charcoal", until: "making", progress: { stage: "sample", percent: 60, note: "Canvas is in and the lapels are rolled; sleeves follow tomorrow." }, status: "sampling", quietDays: 1, withPhotos: true },
  { buyer: "northfold", supplier: "tamarind", brief: { garmentType: "jeans", quantity: 300, fabric: "denim", sample: true, customisations: [{ technique: "patch", placement: "back" }] }, colour: "Indigo", until: "making", progress: { stage: "sample", percent: 100, note: "Sample in size 32 left us by courier this morning." }, status: "sampling", quietDays: 2, withPhotos: true },
  { buyer: "northfold", supplier: "jutelane", brief: { garmentType: "t-shirt", quantity: 600, fabric: "organic-cotton", customisations: [print("front"), label] }, colour: "Sage", until: "making", progress: { stage: "sewing", percent: 45 }, status: "in_production", quietDays: 1, withPhotos: true },
  { buyer: "kestrel", supplier: "banyan", brief: { garmentType: "uniform-shirt", quantity: 150, fabric: "poly-cotton", customisations: [stitched] }, colour: "Rust", until: "making", progress: { stage: "cutting", percent: 80 }, status: "in_production", quietDays: 0, withPhotos: true },
  { buyer: "northfold", supplier: "shapla", brief: { garmentType: "cardigan", quantity: 180, fabric: "cotton" }, colour: "Bottle green", until: "making", progress: { stage: "knitting", percent: 35 }, status: "in_production", quietDays: 0, withPhotos: true },
  {
    buyer: "harbour",
    supplier: "shapla",
    brief: { garmentType: "cardigan", quantity: 500, fabric: "wool-blend" },
    colour: "Navy",
    until: "making",
    progress: { stage: "knitting", percent: 70, note: "Two machines are back, we knit in two shifts now." },
    late: { from: "materials", days: 9, note: "The yarn was held at the port for nine days; the dye lot is the right one." },
    status: "in_production",
    quietDays: 1,
    withPhotos: true,
  },
  {
    buyer: "lynx",
    supplier: "tamarind",
    brief: { garmentType: "windbreaker", quantity: 400, fabric: "nylon", customisations: [stitched] },
    colour: "Mustard",
    until: "making",
    progress: { stage: "sewing", percent: 30, note: "Zips are here; sewing has begun on line two." },
    late: { from: "cutting", days: 14, note: "The zips came in the wrong length and were ordered again." },
    status: "in_production",
    quietDays: 1,
    withPhotos: true,
  },
  { buyer: "kestrel", supplier: "tamarind", brief: { garmentType: "jacket", quantity: 260, fabric: "twill", customisations: [stitched] }, colour: "Olive", until: "failed", failsOnce: true, status: "in_production", quietDays: 1 },
  { buyer: "northfold", supplier: "shapla", brief: { garmentType: "sweatshirt", quantity: 350, fabric: "french-terry", customisations: [print("back")] }, colour: "Heather grey", until: "finished", status: "inspection", quietDays: 1, withPhotos: true },
  { buyer: "kestrel", supplier: "banyan", brief: { garmentType: "polo", quantity: 180, fabric: "pique", customisations: [stitched] }, colour: "Bottle green", until: "making", progress: { stage: "cutting", percent: 100 }, hold: "The buyer is changing the thread colour of the logo; cutting is done, decoration waits.", status: "on_hold", quietDays: 2 },
  { buyer: "lynx", supplier: "kingfisher", brief: { garmentType: "tracksuit", quantity: 120, fabric: "polyester" }, colour: "Scarlet", until: "deposit paid", hold: "The club decides on the badge before a factory is chosen.", status: "on_hold", quietDays: 5 },
];

const leaving: readonly OrderData[] = [
  { buyer: "nore", supplier: "monsoon", brief: { garmentType: "skirt", quantity: 100, fabric: "cotton" }, colour: "White", until: "passed", status: "ready", quietDays: 0 },
  { buyer: "northfold", supplier: "kingfisher", brief: { garmentType: "joggers", quantity: 250, fabric: "french-terry" }, colour: "Black", until: "balance due", status: "awaiting_balance", quietDays: 2, withPhotos: true },
  { buyer: "lynx", supplier: "banyan", brief: { garmentType: "jersey", quantity: 200, fabric: "polyester", customisations: [{ technique: "sublimation", placement: "all-over" }] }, colour: "Royal", until: "balance paid", status: "awaiting_balance", quietDays: 1 },
  { buyer: "harbour", supplier: "shapla", brief: { garmentType: "vest", quantity: 160, fabric: "wool-blend" }, colour: "Rust", until: "balance paid", failsOnce: true, status: "awaiting_balance", quietDays: 0 },
  { buyer: "northfold", supplier: "tamarind", brief: { garmentType: "pants", quantity: 400, fabric: "twill", customisations: [label] }, colour: "Sand", until: "shipped", status: "shipped", quietDays: 4, withPhotos: true },
  { buyer: "kestrel", supplier: "shapla", brief: { garmentType: "vest", quantity: 120, fabric: "acrylic", customisations: [stitched] }, colour: "Burgundy", until: "shipped", late: { from: "linking", days: 6, note: "Linking took longer: we train two new people on the machine." }, status: "shipped", quietDays: 6 },
  { buyer: "northfold", supplier: "jutelane", brief: { garmentType: "long-sleeve", quantity: 250, fabric: "cotton", customisations: [print("back")] }, colour: "Natural", until: "delivered", status: "delivered", quietDays: 1, withPhotos: true },
];

const done: readonly OrderData[] = [
  { buyer: "northfold", supplier: "jutelane", brief: { garmentType: "t-shirt", quantity: 500, fabric: "cotton", customisations: [print("front")] }, colour: "White", until: "paid out", status: "completed", quietDays: 21 },
  { buyer: "harbour", supplier: "shapla", brief: { garmentType: "sweater", quantity: 300, fabric: "cotton" }, colour: "Sage", until: "paid out", status: "completed", quietDays: 12 },
  { buyer: "lynx", supplier: "kingfisher", brief: { garmentType: "leggings", quantity: 600, fabric: "nylon" }, colour: "Black", until: "paid out", failsOnce: true, status: "completed", quietDays: 9 },
  { buyer: "nore", supplier: "monsoon", brief: { garmentType: "dress", quantity: 60, fabric: "cotton" }, colour: "Navy", until: "paid out", late: { from: "sewing", days: 7, note: "A festival week: half the line was at home." }, status: "completed", quietDays: 16 },
  { buyer: "kestrel", supplier: "banyan", brief: { garmentType: "uniform-pants", quantity: 220, fabric: "twill" }, colour: "Charcoal", until: "completed", status: "completed", quietDays: 1 },
  { buyer: "harbour", supplier: "jutelane", brief: { garmentType: "tank", quantity: 500, fabric: "cotton" }, colour: "Black", until: "opened", isCancelled: true, status: "cancelled", quietDays: 18 },
  { buyer: "northfold", supplier: "tamarind", brief: { garmentType: "shorts", quantity: 200, fabric: "twill" }, colour: "Rust", until: "opened", isCancelled: true, status: "cancelled", quietDays: 33 },
];

/** Every order of the demo, in every status there is. */
export const orders: readonly OrderData[] = [...waiting, ...making, ...leaving, ...done];

export type QuoteData = { readonly buyer: string; readonly brief: BriefInput; readonly daysAgo: number; readonly declined?: string };

/** Quotes that have not become orders: open ones, one whose thirty days have passed, one that was declined. */
export const quotes: readonly QuoteData[] = [
  { buyer: "northfold", brief: { garmentType: "windbreaker", quantity: 200, fabric: "recycled", customisations: [{ technique: "heat-transfer", placement: "left-chest" }] }, daysAgo: 0 },
  { buyer: "northfold", brief: { garmentType: "polo", quantity: 1_000, fabric: "pique", customisations: [stitched] }, daysAgo: 6 },
  { buyer: "northfold", brief: { garmentType: "sweater", quantity: 150, fabric: "merino" }, daysAgo: 43 },
  { buyer: "northfold", brief: { garmentType: "jacket", quantity: 120, fabric: "twill", complexity: "complex" }, daysAgo: 24, declined: "The price is fine, but the collection starts without a jacket this season." },
  { buyer: "harbour", brief: { garmentType: "joggers", quantity: 400, fabric: "organic-cotton" }, daysAgo: 0 },
  { buyer: "kestrel", brief: { garmentType: "uniform-shirt", quantity: 90, fabric: "cotton", rush: "fast" }, daysAgo: 2 },
  { buyer: "lynx", brief: { garmentType: "active-top", quantity: 2_500, fabric: "performance", customisations: [{ technique: "sublimation", placement: "all-over" }] }, daysAgo: 9 },
];
