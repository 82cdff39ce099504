import * as z from "zod";
import { action } from "../kernel/action.ts";
import { CalendarDate } from "../kernel/calendar.ts";
import { conflict } from "../kernel/error.ts";
import type { DomainEvent } from "../kernel/event.ts";
import { id, newId } from "../kernel/id.ts";
import { nowIso } from "../kernel/request.ts";
import { Brief } from "../pricing/model.ts";
import * as PriceBook from "../price-book/index.ts";
import * as Quote from "../quote/index.ts";
import { commit } from "../table/commit.ts";
import { Converted, FollowedUp, Moved, Noted } from "./event.ts";
import { type EntryKind, FollowUp, MAX_ENTRIES, NoteText, PAUSE_HOURS, Stage, Temperature } from "./model.ts";
import * as policy from "./policy.ts";
import { process, stepTo } from "./process.ts";
import { viewOf } from "./shown.ts";
import * as store from "./store.ts";
import type { LeadView } from "./view.ts";

const ById = z.strictObject({ leadId: id("lead") });
const load = ({ leadId }: { readonly leadId: string }) => store.find(leadId);
async function loadWithBook({ leadId }: { readonly leadId: string }) {
  const [lead, book] = await Promise.all([store.find(leadId), PriceBook.bookNow()]);
  return lead && { lead, book };
}
const overtaken = () => conflict("lead.changed", "This lead changed while you were looking at it; read it again");

/** One lead with everything about it. */
export const get = action(
  { name: "lead.get", effect: "sensitive-read", input: ById, load: loadWithBook, policy: policy.work },
  async ({ record: { lead, book } }): Promise<LeadView> => viewOf(lead, book, nowIso()),
);

type Step = {
  readonly change: Omit<store.Change, "lastAt">;
  readonly gone?: readonly ("nextOn" | "ownedBy")[];
  readonly entry?: { readonly kind: EntryKind; readonly text: string };
  readonly event: (entryId: string) => DomainEvent;
  /** What else is written and told in the same transaction, and what of it is answered. */
  readonly with?: Pick<Parameters<typeof commit>[0], "writes" | "events"> & { readonly quoteId?: string };
};

/** Takes a step with a lead and writes it into its log. Throws `lead.full` where there is no room, `lead.changed` for another version. */
async function take(lead: store.Lead, { change, gone, entry, event, with: more = { writes: [], events: [] } }: Step) {
  if (entry && lead.entries >= MAX_ENTRIES) throw conflict("lead.full", `A lead has room for ${MAX_ENTRIES} entries`);
  const { leadId } = lead;
  const [entryId, at] = [newId("message"), nowIso()];
  const entries = lead.entries + (entry ? 1 : 0);
  return commit({
    about: leadId,
    writes: [
      store.changeWrite(lead, { ...change, entries, lastAt: at }, gone),
      ...(entry ? [store.entryWrite(leadId, { entryId, ...entry, at })] : []),
      ...more.writes,
    ],
    events: [event(entryId), ...more.events],
    changed: { before: { stage: lead.stage, entries: lead.entries }, after: { stage: change.stage ?? lead.stage, entries } },
    reply: { leadId, version: lead.version + 1, ...(more.quoteId === undefined ? {} : { quoteId: more.quoteId }) },
    refused: overtaken,
  });
}

const answered = (lead: store.Info) => (lead.respondedAt === undefined ? { respondedAt: nowIso() } : {});

const Changing = ById.extend({
  version: z.int().min(1),
  stage: Stage.optional(),
  temperature: Temperature.optional(),
  /** `true`: the caller looks after it; `false`: nobody does. */
  isMine: z.boolean().optional(),
  nextOn: CalendarDate.nullable().optional(),
});

type Changes = z.output<typeof Changing>;

/** What an administrator says of a lead, and what they take back. */
const said = ({ temperature, isMine, nextOn }: Changes, userId: string): Step["change"] => ({
  ...(temperature ? { temperature } : {}),
  ...(isMine ? { ownedBy: userId } : {}),
  ...(nextOn ? { nextOn } : {}),
});
const takenBack = ({ isMine, nextOn }: Changes) => [
  ...(isMine === false ? (["ownedBy"] as const) : []),
  ...(nextOn === null ? (["nextOn"] as const) : []),
];

/** Moves a lead in the pipeline, and says how warm it is, who looks after it and when it is looked at next. Throws `lead.changed`, `lead.transition`. */
export const change = action(
  { name: "lead.change", effect: "command", input: Changing, load, policy: policy.work },
  async ({ input, record: lead, actor }) => {
    if (input.version !== lead.version) throw overtaken();
    const userId = actor.type === "admin" ? actor.userId : "";
    const own = { change: said(input, userId), gone: takenBack(input) };
    const { leadId } = lead;
    if (input.stage === undefined || input.stage === lead.stage) return take(lead, { ...own, event: () => Moved({ leadId, stage: lead.stage }) });
    const stage = process.next(lead.stage, stepTo[input.stage]);
    return take(lead, {
      ...own,
      change: { ...own.change, ...answered(lead), stage },
      entry: { kind: "stage", text: stage },
      event: () => Moved({ leadId, stage }),
    });
  },
);

/** Keeps what an administrator has learnt. */
export const note = action(
  { name: "lead.note", effect: "command", input: ById.extend({ text: NoteText }), load, policy: policy.work },
  async ({ input: { text }, record: lead }) =>
    take(lead, { change: {}, entry: { kind: "note", text }, event: (entryId) => Noted({ leadId: lead.leadId, entryId }) }),
);

const HOUR_MS = 3_600_000;

async function assertOpenQuote({ quoteId }: store.Info): Promise<void> {
  const quote = quoteId === undefined ? undefined : await Quote.letterOf(quoteId);
  if (!quote?.isOpen) throw conflict("lead.no_quote", "This mail speaks of a quote that can be accepted; make one first");
}

/**
 * Writes to somebody again, from a template. An offer and a last call speak of the quote that was made for them, at its own price and
 * for as long as it holds. Throws `lead.quiet` for somebody who wants none, `lead.no_quote`, and `lead.too_soon` within a day.
 */
export const followUp = action(
  { name: "lead.follow_up", effect: "command", input: ById.extend({ template: FollowUp }), load, policy: policy.work },
  async ({ input: { template }, record: lead, now }) => {
    if (lead.isQuiet) throw conflict("lead.quiet", "They asked for no more of these mails");
    if (template !== "gentle") await assertOpenQuote(lead);
    const earliest = lead.followedUpAt === undefined ? 0 : new Date(lead.followedUpAt).getTime() + PAUSE_HOURS * HOUR_MS;
    if (now.getTime() < earliest) throw conflict("lead.too_soon", "They were written to within the last day");
    return take(lead, {
      change: { followedUpAt: nowIso(), ...answered(lead), ...(lead.stage === "new" ? { stage: process.next(lead.stage, "contact") } : {}) },
      entry: { kind: "follow_up", text: template },
      event: () => FollowedUp({ leadId: lead.leadId, template }),
    });
  },
);

const Converting = ById.extend({ version: z.int().min(1), brief: Brief });

/** Makes a quote for a lead by the price book, looked at by the administrator who makes it; they get it by mail. Throws `lead.changed`. */
export const convert = action(
  { name: "lead.convert", effect: "command", input: Converting, load, policy: policy.work },
  async ({ input: { version, brief }, record: lead }) => {
    if (version !== lead.version) throw overtaken();
    const { quoteId, writes, events } = await Quote.openingFor(lead.ownerId, brief);
    const { leadId } = lead;
    return take(lead, {
      change: { stage: process.next(lead.stage, "propose"), quoteId, ...answered(lead) },
      entry: { kind: "quote", text: quoteId },
      event: () => Converted({ leadId, quoteId }),
      with: { writes, events, quoteId },
    });
  },
);
