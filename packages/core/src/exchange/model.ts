import * as z from "zod";
import { CalendarDate } from "../kernel/calendar.ts";
import { displayCurrencies } from "./facts.ts";

export { banked, staleAfter } from "./facts.ts";

export const DisplayCurrency = z.enum(displayCurrencies);
export type DisplayCurrency = z.infer<typeof DisplayCurrency>;

/** A positive number in plain decimal digits, as it was published or divided; never a float. */
export const Decimal = z.string().regex(/^(?=.*[1-9])\d{1,9}(?:\.\d{1,12})?$/, "a positive decimal number");

/** How much of a currency one US dollar is, on which day, and who says so. */
export const Rate = z.strictObject({ currency: DisplayCurrency, rate: Decimal, on: CalendarDate, source: z.string().min(2).max(80) });
export type Rate = z.infer<typeof Rate>;

/** A rate as it is shown; stale by the rule of `staleAfter`. */
export const RateView = Rate.extend({ isStale: z.boolean() });
export type RateView = z.infer<typeof RateView>;
