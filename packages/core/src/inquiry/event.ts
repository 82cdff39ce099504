import * as z from "zod";
import { defineEvent } from "../kernel/event.ts";
import { id } from "../kernel/id.ts";
import { Side } from "./model.ts";

const inquiry = { inquiryId: id("inquiry"), productId: id("product"), supplierId: z.string() };
const said = { ...inquiry, messageId: id("message"), side: Side };

export const Asked = defineEvent("inquiry.asked", z.object(said));
export const Answered = defineEvent("inquiry.answered", z.object(said));
export const Offered = defineEvent("inquiry.offered", z.object(said));
export const Declined = defineEvent("inquiry.declined", z.object({ ...inquiry, messageId: id("message").optional(), side: Side }));
export const Converted = defineEvent("inquiry.converted", z.object({ ...inquiry, quoteId: id("quote") }));
