import * as z from "zod";
import { CalendarDate } from "../kernel/calendar.ts";

/** What amounts are also shown in; everything is charged in US dollars. */
export const DisplayCurrency = z.enum(["EUR", "GBP", "CAD", "AUD", "BDT"]);
export type DisplayCurrency = z.infer<typeof DisplayCurrency>;

/** Those the European Central Bank publishes; it has no reference rate of the taka. */
export const banked: readonly DisplayCurrency[] = ["EUR", "GBP", "CAD", "AUD"];

/** A positive number in plain decimal digits, as it was published or divided; never a float. */
export const Decimal = z.string().regex(/^(?=.*[1-9])\d{1,9}(?:\.\d{1,12})?$/, "a positive decimal number");

/** How much of a currency one US dollar is, on which day, and who says so. */
export const Rate = z.strictObject({ currency: DisplayCurrency, rate: Decimal, on: CalendarDate, source: z.string().min(2).max(80) });
export type Rate = z.infer<typeof Rate>;

/** A rate as it is shown; stale by the rule of `staleAfter`. */
export const RateView = Rate.extend({ isStale: z.boolean() });
export type RateView = z.infer<typeof RateView>;

/**
 * Calendar days after which a rate is stale. The bank publishes on its working days, and its longest pause, Easter, is
 * from Thursday to Tuesday: five days. A rate that an administrator keeps is good for a month.
 */
export const staleAfter = { bank: 5, kept: 31 } as const;
