import * as z from "zod";
import { defineEvent } from "../kernel/event.ts";
import { id } from "../kernel/id.ts";
import { Source } from "../ai/model.ts";
import { Status } from "./model.ts";

const about = { productId: id("product"), orgId: z.string() };
export const Created = defineEvent("product.created", z.object(about));
export const Changed = defineEvent("product.changed", z.object(about));
/** Handed in, for the first time or as a revision of what is live. */
export const Submitted = defineEvent("product.submitted", z.object(about));
/** In the catalogue, or what is in it replaced by its revision. */
export const Approved = defineEvent("product.approved", z.object(about));
export const TurnedDown = defineEvent("product.turned_down", z.object({ ...about, status: Status }));
/** Not in the catalogue and not in review any more. */
export const Withdrawn = defineEvent("product.withdrawn", z.object({ ...about, status: Status }));
/** The proposal for a live listing was taken back from review, or dropped; what is live stays. */
export const RevisionWithdrawn = defineEvent("product.revision_withdrawn", z.object({ ...about, dropped: z.boolean() }));
export const Resumed = defineEvent("product.resumed", z.object(about));
/** On the home page up to this day (UTC), or not any more. */
export const Featured = defineEvent("product.featured", z.object({ ...about, until: z.iso.date().nullable() }));
/** The platform's share of this listing is another from now on, in basis points. */
export const FeeSet = defineEvent("product.fee_set", z.object({ ...about, feeBps: z.int() }));
/** Words are to be suggested; the worker writes them. */
export const CopyAsked = defineEvent("product.copy_asked", z.object({ ...about, askId: id("job") }));
export const CopyWritten = defineEvent("product.copy_written", z.object({ ...about, source: Source }));
