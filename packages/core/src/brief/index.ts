import * as Ai from "../ai/index.ts";
import { briefReading, modelReading } from "../ai/tasks/brief-reading.ts";
import { action, nothing } from "../kernel/action.ts";
import { type Actor, ownerIdOf, refOf } from "../kernel/actor.ts";
import { dateOf } from "../kernel/calendar.ts";
import { Request } from "../kernel/request.ts";
import { sha256 } from "../ports/crypto.ts";
import { Given, Reading } from "./model.ts";
import * as policy from "./policy.ts";
import { languageOf, readBrief } from "./reader/index.ts";
import { joined } from "./rules.ts";
import type { ReadView } from "./view.ts";

/** Whose quota it is: the person's own, or for somebody unknown that of the place they call from. */
const payerOf = (actor: Actor): string =>
  actor.type === "member" ? actor.userId : (ownerIdOf(actor) ?? `visitor_${sha256(Request.use().address ?? "").slice(0, 24)}`);

/**
 * Reads a brief in somebody's own words into the fields of the quote form, each with how sure it is in basis points. A model reads it
 * beside the rules; without one the rules read it alone, so that an answer always comes, within twenty seconds. Nothing is kept but
 * the answer, for a day, under the caller's key.
 */
export const read = action(
  { name: "brief.read", effect: "command", input: Given, load: nothing, policy: policy.read },
  async ({ input: { text, attachments }, actor, now }): Promise<ReadView> => {
    const { idempotency, requestId } = Request.use();
    const [today, language] = [dateOf(now), languageOf(text)];
    const key = sha256(`${refOf(actor).id} ${idempotency?.key ?? requestId}`);
    const about = { key, ownerId: payerOf(actor), ...(idempotency ? { bodyHash: idempotency.bodyHash } : {}) };
    const { value, source } = await Ai.ask(briefReading, { text, attachments, language, today }, about);
    const rule = readBrief(text, today);
    const isByModel = source === "model";
    const reading = isByModel ? Reading.parse(joined(modelReading(value), rule, { text, hasFiles: attachments.length > 0 })) : rule;
    return { reading, language, source, unreadFiles: isByModel ? 0 : attachments.length };
  },
);
