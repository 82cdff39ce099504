import * as z from "zod";
import { defineEvent } from "../kernel/event.ts";
import { id } from "../kernel/id.ts";

const rfq = { rfqId: id("rfq") };
const party = { ...rfq, supplierId: z.string() };

export const Opened = defineEvent("rfq.opened", z.object({ ...rfq, invited: z.int() }));
export const Invited = defineEvent("rfq.invited", z.object(party));
export const BidMade = defineEvent("rfq.bid_made", z.object({ ...party, round: z.int() }));
export const Passed = defineEvent("rfq.passed", z.object(party));
export const Countered = defineEvent("rfq.countered", z.object({ ...party, round: z.int() }));
export const Awarded = defineEvent("rfq.awarded", z.object({ ...party, round: z.int(), quoteId: id("quote"), orderId: id("order") }));
export const Cancelled = defineEvent("rfq.cancelled", z.object({ ...rfq, invited: z.int() }));
