import * as z from "zod";
import { defineEvent } from "../kernel/event.ts";
import { id } from "../kernel/id.ts";

const approval = { approvalId: id("approval"), ownerId: z.string() };
export const RulesSet = defineEvent("spending.rules_set", z.object({ orgId: z.string(), limits: z.int(), approvers: z.int() }));
export const Asked = defineEvent("approval.asked", z.object(approval));
export const Given = defineEvent("approval.given", z.object(approval));
export const Refused = defineEvent("approval.declined", z.object(approval));
/** An order was made under it. */
export const Used = defineEvent("approval.used", z.object({ ...approval, orderId: id("order") }));
