import * as z from "zod";
import * as Account from "../account/index.ts";
import { action, nothing } from "../kernel/action.ts";
import { type Actor, ownerIdOf } from "../kernel/actor.ts";
import { conflict, forbidden, invalid } from "../kernel/error.ts";
import { newId } from "../kernel/id.ts";
import { type Page, PageQuery } from "../kernel/page.ts";
import { demoMark, nowIso, Request as InHand } from "../kernel/request.ts";
import { commit } from "../table/commit.ts";
import { onceMore } from "../table/once-more.ts";
import { Received, Stopped } from "./event.ts";
import { MAX_ENTRIES, Request, RESPOND_HOURS, Stage } from "./model.ts";
import * as policy from "./policy.ts";
import { process } from "./process.ts";
import { cardOf, referenceOf } from "./shown.ts";
import * as store from "./store.ts";
import { namedIn } from "./token.ts";
import type { LeadCard } from "./view.ts";

export { Converted, FollowedUp, Moved, Noted, Received, Stopped } from "./event.ts";
export { leadIdOf } from "./store.ts";
export { letterOf } from "./letter.ts";
export { change, convert, followUp, get, note } from "./work.ts";

const HOUR_MS = 3_600_000;

/** Whose lead it would be; the policies let nobody in who has none. */
async function loadOwn() {
  const ownerId = ownerIdOf(InHand.use().actor);
  return { before: ownerId === undefined ? undefined : await store.find(store.leadIdOf(ownerId)) };
}

/** Where somebody is written to: the address that was proven, or that of their account. */
async function addressOf(actor: Actor): Promise<string> {
  if (actor.type === "guest") return actor.email;
  const email = actor.type === "member" ? await Account.emailOf(actor.userId) : undefined;
  if (email === undefined) throw forbidden("lead.submit.forbidden", "Prove your address first");
  return email;
}

const changed = () => conflict("lead.changed", "This changed in the same moment; send it again");

/** What was written, as one text of the log. */
const textOf = ({ notes, quantity, wantedOn }: Request): string =>
  [`${quantity.toLocaleString("en-US")} pieces${wantedOn ? `, wanted by ${wantedOn}` : ""}`, notes].join("\n");

/** What a request leaves on the lead: how to reach them sealed, the rest as it was written. */
async function keptOf(leadId: string, { notes: _notes, phone, ...said }: Request, actor: Actor) {
  const [email, number] = await Promise.all([
    store.sealed(leadId, "email", await addressOf(actor)),
    phone === undefined ? undefined : store.sealed(leadId, "phone", phone),
  ]);
  return { ...said, email, ...(number === undefined ? {} : { phone: number }) };
}

type Asked = Awaited<ReturnType<typeof keptOf>> & { readonly requestedAt: string; readonly respondBy: string; readonly lastAt: string };
type Own = { readonly leadId: string; readonly ownerId: string; readonly before: store.Info | undefined; readonly asked: Asked };

/** The first request makes the lead, each later one is added to it, and to one that had ended it is a new beginning. */
function writeOf({ leadId, ownerId, before, asked }: Own) {
  if (!before) {
    const after = { stage: process.initial, requests: 1 };
    return {
      after,
      write: store.createWrite({ ...asked, ...after, leadId, ownerId, entries: 1, isQuiet: false, createdAt: asked.lastAt, ...demoMark() }),
    };
  }
  const stage = process.final.includes(before.stage) ? process.next(before.stage, "reopen") : before.stage;
  const after = { stage, requests: before.requests + 1 };
  return { after, write: store.changeWrite(before, { ...asked, ...after, entries: before.entries + 1 }, ["respondedAt"]) };
}

/**
 * Somebody asks for a person. However often one proven address or organisation writes, it is one lead with a request more, and one
 * that had ended begins anew. Answers with the reference and until when somebody answers. Throws `lead.full`.
 */
export const submit = action(
  { name: "lead.submit", effect: "command", input: Request, load: loadOwn, policy: policy.submit },
  async ({ input, record: { before }, actor, now }) => {
    const ownerId = ownerIdOf(actor);
    if (ownerId === undefined) throw forbidden("lead.submit.forbidden", "Prove your address first");
    if (before && before.entries >= MAX_ENTRIES) throw conflict("lead.full", "There is no room for more under this address; answer to our mail");
    const [leadId, entryId, at] = [store.leadIdOf(ownerId), newId("message"), nowIso()];
    const respondBy = new Date(now.getTime() + RESPOND_HOURS * HOUR_MS).toISOString();
    const asked = { ...(await keptOf(leadId, input, actor)), requestedAt: at, respondBy, lastAt: at };
    const { write, after } = writeOf({ leadId, ownerId, before, asked });
    return commit({
      about: leadId,
      writes: [write, store.entryWrite(leadId, { entryId, kind: "request", text: textOf(input), at })],
      events: [Received({ leadId, entryId })],
      changed: { before: before && { stage: before.stage, requests: before.requests }, after },
      reply: { reference: referenceOf(leadId), respondBy },
      refused: changed,
    });
  },
);

/** The leads of one stage, what happened last first. */
export const list = action(
  {
    name: "lead.list",
    effect: "sensitive-read",
    input: PageQuery.extend({ stage: Stage.default("new") }),
    load: nothing,
    policy: policy.list,
  },
  async ({ input }): Promise<Page<LeadCard>> => {
    const page = await store.list(input.stage, input);
    return { ...page, items: page.items.map((lead) => cardOf(lead, nowIso())) };
  },
);

type Stop = { readonly stopped: true };

async function silence(leadId: string): Promise<Stop> {
  const lead = await store.find(leadId);
  if (!lead || lead.isQuiet) return { stopped: true };
  return commit<Stop>({
    about: leadId,
    writes: [store.changeWrite(lead, { isQuiet: true, lastAt: lead.lastAt })],
    events: [Stopped({ leadId })],
    changed: { before: { isQuiet: false }, after: { isQuiet: true } },
    reply: { stopped: true },
    refused: changed,
  });
}

/** Stops the follow-ups that a mail's own link names; a lead that is gone or quiet already stays so. Throws `lead.token` for no token of ours. */
export const stop = action(
  { name: "lead.stop", effect: "command", input: z.strictObject({ token: z.string().min(20).max(300) }), load: nothing, policy: policy.stop },
  async ({ input: { token } }) => {
    const leadId = await namedIn(token);
    if (leadId === undefined) throw invalid("lead.token", "This link is not one of ours, or was not copied whole");
    return onceMore(() => silence(leadId));
  },
);
