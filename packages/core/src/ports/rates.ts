import type { CalendarDate } from "../kernel/calendar.ts";
import { definePort } from "../kernel/port.ts";

/** Who publishes reference rates: units of each currency for one euro as decimal text, with their day and who the file says it is from. Throws when it cannot be asked or read. */
export type RateSource = {
  readonly daily: () => Promise<{ readonly on: CalendarDate; readonly source: string; readonly perEuro: Readonly<Record<string, string>> }>;
};

export const RateSource = definePort<RateSource>("RateSource");
