import * as z from "zod";
import { GarmentType } from "../garment/model.ts";
import { CalendarDate } from "../kernel/calendar.ts";
import { Money } from "../kernel/money.ts";

/** What was counted: what our prices asked, what buyers paid a deposit for, and what suppliers took an order for; a piece each. */
export const Measure = z.enum(["quoted", "ordered", "made"]);
export type Measure = z.infer<typeof Measure>;

/** Runs of a size, whose prices are worth comparing: each from so many pieces on. */
export const bands = [1, 200, 1_000, 5_000] as const;
export const Band = z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]);
export type Band = z.infer<typeof Band>;

/** A figure is told of at least so many cases, of at least so many different buyers or suppliers, none of which is more than half of it. */
export const MIN_CASES = 5;
export const MIN_OTHERS = 5;
export const MOST_OF_ONE_BPS = 5_000;

/** Whole months that a figure is of, up to the last one that is over. */
export const MONTHS = 12;

/** How far a figure may be from the exact one, in basis points: half a step of the histogram, from forty cents on. */
export const RESOLUTION_BPS = 250;

/** A price a piece over several cases: a quarter is below `low`, half below `median`, three quarters below `high`. */
export const Figure = z.strictObject({ cases: z.int(), low: Money, median: Money, high: Money });
export type Figure = z.infer<typeof Figure>;

/** The months (`2026-11`) that something is of, both included. */
export const Span = z.strictObject({ from: z.string(), to: z.string() });
export type Span = z.infer<typeof Span>;

/** What an administrator saw of a competitor: where, when, and at what price. */
export const Observation = z.strictObject({
  source: z.string().trim().min(3).max(200),
  seenOn: CalendarDate,
  unitPrice: Money.refine(({ amount }) => amount > 0, "more than nothing"),
  quantity: z.int().min(1).max(1_000_000).optional(),
  note: z.string().trim().min(2).max(500).optional(),
});
export type Observation = z.infer<typeof Observation>;

export const MAX_OBSERVATIONS = 50;

/** Of which garment. */
export const ByGarment = z.strictObject({ garmentType: GarmentType });

/** Days for which counters and marks are kept: two years and two months. */
export const KEPT_DAYS = 800;
