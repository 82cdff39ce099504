import * as z from "zod";
import { CalendarDate } from "../kernel/calendar.ts";
import { defineEvent } from "../kernel/event.ts";
import { Rate } from "./model.ts";

/** The bank's rates of a day; with all of them in it, the log is their history. */
export const Fetched = defineEvent("exchange.fetched", z.object({ on: CalendarDate, rates: z.array(Rate) }));
export const Kept = defineEvent("exchange.kept", Rate);
