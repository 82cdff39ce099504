import * as z from "zod";
import { action } from "../kernel/action.ts";
import { type CalendarDate, dateOf, daysBetween } from "../kernel/calendar.ts";
import { conflict, invalid } from "../kernel/error.ts";
import type { DomainEvent } from "../kernel/event.ts";
import { id, newId } from "../kernel/id.ts";
import { nowIso, Request } from "../kernel/request.ts";
import { commit } from "../table/commit.ts";
import { Answered, Declined, Offered } from "./event.ts";
import { MAX_MESSAGES, MAX_OFFER_DAYS, Offer, type Side, Text } from "./model.ts";
import * as policy from "./policy.ts";
import { process } from "./process.ts";
import { expiresAt, withoutContacts } from "./rules.ts";
import * as store from "./store.ts";

const ById = z.strictObject({ inquiryId: id("inquiry") });
const load = ({ inquiryId }: { readonly inquiryId: string }) => store.find(inquiryId);

/** Somebody (the other side, most likely) was faster. */
export const overtaken = () => conflict("inquiry.changed", "Something was said here while you were writing; read it again");

/** The side that the caller speaks for; the policies let nobody else so far. */
function ownSide(inquiry: store.Info): Side {
  const side = policy.sideOf(Request.use().actor, inquiry);
  if (!side) throw new Error("somebody speaks for neither side of an inquiry");
  return side;
}

type Saying = { readonly text?: string | undefined; readonly offer?: Offer | undefined; readonly status?: store.Info["status"] };

/** The offer of a thread that still counts for how long it lives. */
const offeredUntil = (inquiry: store.Thread): CalendarDate | undefined =>
  inquiry.said.find(({ messageId }) => messageId === inquiry.offerId)?.offer?.validUntilOn;

/** Puts what is said under the thread, and the event of it beside; at a hundred messages the thread is full. */
async function say(inquiry: store.Thread, saying: Saying, eventOf: (said: { messageId: string; side: Side }) => DomainEvent) {
  const { text, offer, status = inquiry.status } = saying;
  if (inquiry.messages >= MAX_MESSAGES) throw conflict("inquiry.full", `A thread has room for ${MAX_MESSAGES} messages; ask anew`);
  const { inquiryId } = inquiry;
  const [messageId, side, at] = [newId("message"), ownSide(inquiry), nowIso()];
  const message = { messageId, side, ...(text === undefined ? {} : { text: withoutContacts(text) }), ...(offer ? { offer } : {}), at };
  const lives = expiresAt(Request.use().now, offer?.validUntilOn ?? offeredUntil(inquiry));
  const change = { status, messages: inquiry.messages + 1, lastSide: side, lastAt: at, expiresAt: lives, ...(offer ? { offerId: messageId } : {}) };
  return commit({
    about: inquiryId,
    writes: [store.changeWrite(inquiry, change), store.messageWrite(inquiryId, message)],
    events: [eventOf({ messageId, side })],
    changed: { before: inquiry, after: { status, messages: change.messages, expiresAt: lives } },
    reply: { inquiryId, messageId },
    refused: overtaken,
  });
}

const about = ({ inquiryId, productId, supplierId }: store.Info) => ({ inquiryId, productId, supplierId });

/** Either side writes; contact details are taken out. Writing to an expired inquiry brings it back. Throws `inquiry.closed` for one that has ended. */
export const write = action(
  { name: "inquiry.write", effect: "command", input: ById.extend({ text: Text }), load, policy: policy.write },
  async ({ input: { text }, record }) => {
    if (process.final.includes(record.status)) throw conflict("inquiry.closed", "This inquiry has ended; ask anew", { status: record.status });
    return say(record, { text }, (said) => Answered({ ...about(record), ...said }));
  },
);

const Offering = ById.extend({ ...Offer.shape, text: Text.optional() });

/** The supplier makes an offer, in the place of the one before. Throws `inquiry.validity` for a last day that has passed or is too far away. */
export const offer = action(
  { name: "inquiry.offer", effect: "command", input: Offering, load, policy: policy.offer },
  async ({ input: { inquiryId: _id, text, ...offered }, record, now }) => {
    const days = daysBetween(dateOf(now), offered.validUntilOn);
    if (days < 0 || days > MAX_OFFER_DAYS)
      throw invalid("inquiry.validity", `An offer holds until today at least and ${MAX_OFFER_DAYS} days at most`, { field: "validUntilOn" });
    const status = process.next(record.status, "offer");
    return say(record, { text, offer: offered, status }, (said) => Offered({ ...about(record), ...said }));
  },
);

/** Either side ends it, with a word or without. */
export const decline = action(
  { name: "inquiry.decline", effect: "command", input: ById.extend({ text: Text.optional() }), load, policy: policy.write },
  async ({ input: { text }, record }) => {
    const status = process.next(record.status, "decline");
    if (text !== undefined) return say(record, { text, status }, (said) => Declined({ ...about(record), ...said }));
    const { inquiryId } = record;
    const [side, at] = [ownSide(record), nowIso()];
    return commit({
      about: inquiryId,
      writes: [store.changeWrite(record, { status, lastSide: side, lastAt: at })],
      events: [Declined({ ...about(record), side })],
      changed: { before: record, after: { status } },
      reply: { inquiryId },
      refused: overtaken,
    });
  },
);
