import * as z from "zod";
import { defineEvent } from "../kernel/event.ts";
import { id } from "../kernel/id.ts";

const revised = { quoteId: id("quote"), revision: z.int() };
export const Priced = defineEvent("quote.priced", z.object({ ...revised, bookVersion: z.int() }));
export const Accepted = defineEvent("quote.accepted", z.object({ ...revised, orderId: id("order") }));
export const Declined = defineEvent("quote.declined", z.object(revised));
export const Claimed = defineEvent("quote.claimed", z.object({ quoteId: id("quote"), orgId: z.string() }));
export const Analysed = defineEvent("quote.analysed", z.object({ ...revised, source: z.enum(["model", "fallback"]) }));
