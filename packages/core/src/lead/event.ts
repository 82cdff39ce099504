import * as z from "zod";
import { defineEvent } from "../kernel/event.ts";
import { id } from "../kernel/id.ts";
import { FollowUp, Stage } from "./model.ts";

const lead = { leadId: id("lead") };

export const Received = defineEvent("lead.received", z.object({ ...lead, entryId: id("message") }));
export const Moved = defineEvent("lead.changed", z.object({ ...lead, stage: Stage }));
export const Noted = defineEvent("lead.noted", z.object({ ...lead, entryId: id("message") }));
export const FollowedUp = defineEvent("lead.followed_up", z.object({ ...lead, template: FollowUp }));
export const Converted = defineEvent("lead.converted", z.object({ ...lead, quoteId: id("quote") }));
export const Stopped = defineEvent("lead.stopped", z.object(lead));
