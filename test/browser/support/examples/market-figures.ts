import { GarmentType } from "../../../../packages/core/src/garment/model.ts";
import type { Example } from "../example.ts";

const usd = (amount: number) => ({ amount, currency: "USD" });
const span = { from: "2025-11", to: "2026-10" };
const figure = { cases: 23, low: usd(980), median: usd(1_190), high: usd(1_420) };
const shared = { span, resolutionBps: 250 };

const words = "Buyers ordered at US$9.80 to US$14.20 a piece for these in the year to October 2026; half of 23 cases were at US$11.90 or less.";

const of = <T>(path: string, body: (garmentType: GarmentType) => T): Readonly<Record<string, T>> =>
  Object.fromEntries(GarmentType.options.map((garmentType) => [`GET /v1/market/${path}/${garmentType}`, body(garmentType)]));

/** What every quote is looked at beside. */
export const benchmarks = of("benchmarks", (garmentType) => ({ ...shared, garmentType, figure, measure: "ordered", band: 1, words }));

/** How a supplier stands. */
export const positions = of("positions", (garmentType) => ({ ...shared, garmentType, own: { cases: 7, median: usd(860) }, spread: figure }));

const garment = {
  ...shared,
  garmentType: "t-shirt",
  figures: [{ measure: "quoted", figure }, { measure: "ordered", figure: { ...figure, cases: 11 } }, { measure: "made" }],
  observations: [
    {
      observationId: `obs_${"a1".padStart(26, "0")}`,
      source: "The price list of a mill at the fair in Paris",
      seenOn: "2026-09-14",
      unitPrice: usd(870),
      quantity: 1_000,
    },
  ],
  words: { text: words, source: "model", at: "2026-11-24T09:10:00.000Z" },
};

const months = Array.from({ length: 12 }, (_, at) => (at < 10 ? `2026-${String(at + 1).padStart(2, "0")}` : `2025-${at + 1}`)).toSorted();
const families = ["casualwear", "knitwear", "cut-and-sew", "activewear", "uniforms"].map((family) => ({
  family,
  months: months.map((month, at) => ({ month, ...(at % 4 === 0 ? {} : { figure }) })),
}));

/** The market as administrators see it. */
export const marketFigureExamples: Readonly<Record<string, readonly Example[]>> = {
  "/admin/market": [
    { bodies: { "GET /v1/admin/market/t-shirt": garment, "GET /v1/admin/market": { ...shared, families } } },
    { paths: ["/admin/market?tab=trends"], state: "trends", bodies: { "GET /v1/admin/market": { ...shared, families } } },
  ],
};
