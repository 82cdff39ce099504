import * as z from "zod";
import { Family, GarmentType } from "../garment/model.ts";
import { Money } from "../kernel/money.ts";
import { Band, Figure, Measure, Observation, Span } from "./model.ts";

/** What others pay for a piece; `figure` is missing where it would tell of somebody. Of runs of a size where there are enough of them, else of all. */
export const BenchmarkView = z.strictObject({
  garmentType: GarmentType,
  span: Span,
  figure: Figure.optional(),
  measure: z.enum(["ordered", "quoted"]).optional(),
  band: Band.optional(),
  resolutionBps: z.int(),
  /** The same in a sentence. */
  words: z.string(),
});
export type BenchmarkView = z.infer<typeof BenchmarkView>;

/** A supplier's own cases, and the spread over all suppliers where it tells of none. */
export const PositionView = z.strictObject({
  garmentType: GarmentType,
  span: Span,
  own: z.strictObject({ cases: z.int(), median: Money }).optional(),
  spread: Figure.optional(),
  resolutionBps: z.int(),
});
export type PositionView = z.infer<typeof PositionView>;

/** A family month by month; a month without a figure had too few cases, or too few different ones. */
export const TrendView = z.strictObject({
  span: Span,
  resolutionBps: z.int(),
  families: z
    .array(z.strictObject({ family: Family, months: z.array(z.strictObject({ month: z.string(), figure: Figure.optional() })).readonly() }))
    .readonly(),
});
export type TrendView = z.infer<typeof TrendView>;

export const ObservationView = Observation.extend({ observationId: z.string() });
export type ObservationView = z.infer<typeof ObservationView>;

/** Everything about one garment, for the platform. */
export const GarmentMarketView = z.strictObject({
  garmentType: GarmentType,
  span: Span,
  resolutionBps: z.int(),
  figures: z.array(z.strictObject({ measure: Measure, figure: Figure.optional() })).readonly(),
  observations: z.array(ObservationView).readonly(),
  words: z.strictObject({ text: z.string(), source: z.enum(["model", "fallback"]), at: z.string().optional() }),
});
export type GarmentMarketView = z.infer<typeof GarmentMarketView>;
