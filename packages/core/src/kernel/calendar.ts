import * as z from "zod";

export * from "./days.ts";

/** A calendar date without time or zone, `YYYY-MM-DD`; impossible days such as 30 February are refused. */
export const CalendarDate = z.iso.date();
export type CalendarDate = z.infer<typeof CalendarDate>;
