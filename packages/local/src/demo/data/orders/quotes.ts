import type { BriefInput } from "@sleekapp/core/pricing/model";
import { stitched } from "./model.ts";

export type QuoteData = { readonly buyer: string; readonly brief: BriefInput; readonly daysAgo: number; readonly declined?: string };

/** Quotes that have not become orders: open ones, one whose thirty days have passed, one that was declined. */
export const quotes: readonly QuoteData[] = [
  {
    buyer: "northfold",
    brief: {
      garmentType: "windbreaker",
      quantity: 200,
      fabric: "recycled",
      customisations: [{ technique: "heat-transfer", placement: "left-chest" }],
    },
    daysAgo: 0,
  },
  { buyer: "northfold", brief: { garmentType: "polo", quantity: 1_000, fabric: "pique", customisations: [stitched] }, daysAgo: 6 },
  { buyer: "northfold", brief: { garmentType: "sweater", quantity: 150, fabric: "merino" }, daysAgo: 43 },
  {
    buyer: "northfold",
    brief: { garmentType: "jacket", quantity: 120, fabric: "twill", complexity: "complex" },
    daysAgo: 24,
    declined: "The price is fine, but the collection starts without a jacket this season.",
  },
  { buyer: "harbour", brief: { garmentType: "joggers", quantity: 400, fabric: "organic-cotton" }, daysAgo: 0 },
  { buyer: "kestrel", brief: { garmentType: "uniform-shirt", quantity: 90, fabric: "cotton", rush: "fast" }, daysAgo: 2 },
  {
    buyer: "lynx",
    brief: {
      garmentType: "active-top",
      quantity: 2_500,
      fabric: "performance",
      customisations: [{ technique: "sublimation", placement: "all-over" }],
    },
    daysAgo: 9,
  },
];
