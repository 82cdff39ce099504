import * as z from "zod";
import { defineEvent } from "../kernel/event.ts";
import { id } from "../kernel/id.ts";
import { RevisedBy } from "./model.ts";

const revised = { quoteId: id("quote"), revision: z.int() };
/** Which revision a commentary is written about. */
export const Commentable = z.object(revised);
export const Priced = defineEvent("quote.priced", z.object({ ...revised, bookVersion: z.int() }));
export const Accepted = defineEvent("quote.accepted", z.object({ ...revised, orderId: id("order") }));
export const Declined = defineEvent("quote.declined", z.object(revised));
export const Claimed = defineEvent("quote.claimed", z.object({ quoteId: id("quote"), orgId: z.string() }));
export const Analysed = defineEvent("quote.analysed", z.object({ ...revised, source: z.enum(["model", "fallback"]) }));
export const Revised = defineEvent("quote.revised", z.object({ ...revised, by: RevisedBy, bookVersion: z.int() }));
export const Sent = defineEvent("quote.sent", z.object(revised));
export const TurnedDown = defineEvent("quote.turned_down", z.object(revised));
export const Noted = defineEvent("quote.noted", z.object({ quoteId: id("quote"), messageId: id("message"), side: RevisedBy }));
export const Shared = defineEvent("quote.shared", z.object({ quoteId: id("quote") }));
const file = { quoteId: id("quote"), uploadId: id("upload") };
export const FileAdded = defineEvent("quote.file_added", z.object(file));
export const FileRemoved = defineEvent("quote.file_removed", z.object(file));
export const DocumentAsked = defineEvent("quote.document_asked", z.object(revised));
export const DocumentRendered = defineEvent("quote.document_rendered", z.object({ ...revised, bytes: z.int() }));
/** It shows a design from now on, or none. */
export const DesignSet = defineEvent("quote.design_set", z.object({ quoteId: id("quote"), designId: id("design").optional() }));
export const Unshared = defineEvent("quote.unshared", z.object({ quoteId: id("quote") }));
