import * as z from "zod";

export { add, applyBps, compare, formatMoney, negate, subtract, sum, times, usd, WHOLE_BPS, zero } from "./cents.ts";

export const Currency = z.literal("USD");
export type Currency = z.infer<typeof Currency>;

/** An amount in minor units (cents); may be negative for credits and discounts. */
export const Money = z.strictObject({ amount: z.int(), currency: Currency });
export type Money = z.infer<typeof Money>;
