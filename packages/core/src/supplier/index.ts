import * as z from "zod";
import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import * as Account from "../account/index.ts";
import type { Candidate } from "../assignment/rules.ts";
import { action, nothing } from "../kernel/action.ts";
import { forbidden } from "../kernel/error.ts";
import type { DomainEvent } from "../kernel/event.ts";
import { defineEvent } from "../kernel/event.ts";
import { type Page, PageQuery } from "../kernel/page.ts";
import { dateOf } from "../kernel/calendar.ts";
import { demoMark, nowIso } from "../kernel/request.ts";
import { commit } from "../table/commit.ts";
import { changing, creating, holding } from "../table/write.ts";
import { Application, Draft, termsFor, Verification } from "./model.ts";
import * as policy from "./policy.ts";
import { process, type Step } from "./process.ts";
import { type Figures, noFigures, readFigures } from "./figures.ts";
import { meanBooked, rankedBps, slugFor } from "./rules.ts";
import { assertOpen, complete, loadOwn, overtaken, viewOf } from "./record.ts";
import * as store from "./store.ts";
import { SupplierRecordRow } from "./store.ts";
import type { SupplierCard, SupplierView } from "./view.ts";

export { Draft, Verification } from "./model.ts";
export { countedGets as candidateGets } from "./store.ts";
export { SupplierCard, SupplierView } from "./view.ts";

const about = { orgId: z.string() };
export const Saved = defineEvent("supplier.saved", z.object(about));
export const Submitted = defineEvent("supplier.submitted", z.object(about));
export const Withdrawn = defineEvent("supplier.withdrawn", z.object(about));
export const Verified = defineEvent("supplier.verified", z.object(about));
export const Rejected = defineEvent("supplier.rejected", z.object(about));
export const Suspended = defineEvent("supplier.suspended", z.object(about));
export const Restored = defineEvent("supplier.restored", z.object(about));
/** What a suspension entails has been done: so many listings are down, so many people were signed out. */
export const ShutDown = defineEvent("supplier.shut_down", z.object({ ...about, listings: z.int(), people: z.int() }));

/** The row of the first save: a new application has neither reasons nor a day it was handed in. */
const first = ({ reasons: _reasons, submittedAt: _submittedAt, phone: _phone, slug: _slug, ...record }: store.Info) => ({
  ...record,
  papers: [...record.papers],
});

const Nobody = z.strictObject({});

/** The caller's own application, empty before the first save. */
export const mine = action({ name: "supplier.mine", effect: "read", input: Nobody, load: loadOwn, policy: policy.read }, async ({ record }) =>
  viewOf(record),
);

const Saving = z.strictObject({ application: Draft, version: z.int().min(0).optional() });

/**
 * Saves the application as far as it is written, in place of what was there. One that waits for its answer is taken back
 * first; a verified one must stay complete. Throws `supplier.locked`, `supplier.incomplete` and, when another device was
 * faster than the version the caller was shown, `supplier.changed`.
 */
export const save = action(
  { name: "supplier.save", effect: "command", input: Saving, load: loadOwn, policy: policy.write },
  async ({ input, record }) => {
    assertOpen(record);
    const { orgId, version } = record;
    const changed = overtaken();
    if (input.version !== undefined && input.version !== version) throw changed;
    const after = { ...record, application: input.application, version: version + 1 };
    if (record.verification === "verified") complete(after);
    const stored = await store.sealed(orgId, after.application);
    const write =
      version === 0
        ? creating(SupplierRecordRow.create({ ...first(after), ...stored, ...demoMark() }))
        : changing(
            SupplierRecordRow.patch({ orgId })
              .set({ ...stored, version: version + 1 })
              .remove(stored.phone ? [] : ["phone"])
              .where((row, { eq }) => eq(row.version, version)),
          );
    return commit({
      about: orgId,
      writes: [write],
      events: [Saved({ orgId })],
      changed: { before: record.application, after: after.application },
      reply: viewOf(after),
      refused: () => changed,
    });
  },
);

type Moving = {
  readonly step: Step;
  readonly reasons?: string;
  readonly events: readonly DomainEvent[];
  readonly at?: string;
  readonly slug?: string;
  readonly writes?: readonly TransactWriteItem[];
};

async function move(record: store.Info, { step, reasons, events, at, slug, writes = [] }: Moving): Promise<SupplierView> {
  const verification = process.next(record.verification, step);
  const change = {
    verification,
    queueAt: nowIso(),
    version: record.version + 1,
    ...(reasons ? { reasons } : {}),
    ...(at ? { submittedAt: at } : {}),
    ...(slug ? { slug } : {}),
  };
  const patch = SupplierRecordRow.patch({ orgId: record.orgId }).set(change);
  const whole = reasons ? patch : patch.remove(["reasons"]);
  const { reasons: _old, ...kept } = record;
  return commit({
    about: record.orgId,
    writes: [changing(whole.where((row, { eq }) => eq(row.version, record.version))), ...writes],
    events,
    changed: { before: record, after: { verification, ...(reasons ? { reasons } : {}) } },
    reply: viewOf({ ...kept, ...change }),
  });
}

/** Hands the application in, and gives the organisation the company's name; throws `supplier.incomplete` with the missing fields. */
export const submit = action(
  { name: "supplier.submit", effect: "command", input: Nobody, load: loadOwn, policy: policy.write },
  async ({ record }) => {
    const { companyName } = complete(record);
    const { orgId } = record;
    return move(record, { step: "submit", events: [Submitted({ orgId })], at: nowIso(), writes: [Account.renameWrite(orgId, companyName)] });
  },
);

/** Takes an application back before it is answered, to correct it. */
export const withdraw = action(
  { name: "supplier.withdraw", effect: "command", input: Nobody, load: loadOwn, policy: policy.write },
  async ({ record }) => move(record, { step: "withdraw", events: [Withdrawn({ orgId: record.orgId })] }),
);

const ById = z.strictObject({ orgId: z.string().max(60) });
const WithReason = ById.extend({ reason: z.string().trim().min(10).max(1_000) });
const load = ({ orgId }: { orgId: string }) => store.findOpen(orgId);

/** One supplier, for the platform. */
export const get = action({ name: "supplier.get", effect: "sensitive-read", input: ById, load, policy: policy.decide }, async ({ record }) =>
  viewOf(record),
);

/** The platform vouches for the supplier: it may list, get offers and appear in public, from the first time on by a name in addresses. */
export const verify = action({ name: "supplier.verify", effect: "command", input: ById, load, policy: policy.decide }, async ({ record }) => {
  const { orgId, application } = record;
  const events = [Verified({ orgId })];
  if (record.slug) return move(record, { step: "verify", events });
  const slug = slugFor(application.companyName ?? "", orgId);
  return move(record, { step: "verify", events, slug, writes: [store.slugWrite(orgId, slug)] });
});

/** Turns the application down with reasons; it can be mended and handed in again. */
export const reject = action(
  { name: "supplier.reject", effect: "command", input: WithReason, load, policy: policy.decide },
  async ({ record, input }) => move(record, { step: "reject", reasons: input.reason, events: [Rejected({ orgId: record.orgId })] }),
);

/** Stops a supplier from listing and being offered work. */
export const suspend = action(
  { name: "supplier.suspend", effect: "command", input: WithReason, load, policy: policy.decide },
  async ({ record, input }) => move(record, { step: "suspend", reasons: input.reason, events: [Suspended({ orgId: record.orgId })] }),
);

/** The worker's last step of a suspension: notes that its listings are down and its people signed out. */
export const noteShutDown = action(
  {
    name: "supplier.note_shut_down",
    effect: "command",
    input: ById.extend({ listings: z.int(), people: z.int() }),
    // The worker has no key to what is sealed, and no use for it.
    load: ({ orgId }: { readonly orgId: string }) => store.find(orgId),
    policy: policy.work,
  },
  async ({ input }) => commit({ about: input.orgId, writes: [], events: [ShutDown(input)], reply: null }),
);

/** True as long as the supplier is suspended. */
export const isSuspended = async (orgId: string): Promise<boolean> => (await store.find(orgId))?.verification === "suspended";

/** Holds as long as the platform vouches for the supplier; for transactions that must not cross a suspension. */
export const verifiedHolds = (orgId: string): TransactWriteItem =>
  holding(SupplierRecordRow.remove({ orgId }).where(({ verification }, { eq }) => eq(verification, "verified")));

/** Lets a suspended supplier work again. */
export const restore = action({ name: "supplier.restore", effect: "command", input: ById, load, policy: policy.decide }, async ({ record }) =>
  move(record, { step: "restore", events: [Restored({ orgId: record.orgId })] }),
);

const cardOf = ({ orgId, application, verification, submittedAt }: store.Info): SupplierCard => ({
  orgId,
  companyName: application.companyName ?? "",
  country: application.country ?? "",
  verification,
  ...(submittedAt ? { submittedAt } : {}),
});

/** Suppliers of one status, longest waiting first. */
export const list = action(
  {
    name: "supplier.list",
    effect: "sensitive-read",
    input: PageQuery.extend({ verification: Verification.default("pending") }),
    load: nothing,
    policy: policy.list,
  },
  async ({ input }): Promise<Page<SupplierCard>> => {
    const page = await store.list(input.verification, input);
    return { ...page, items: page.items.map(cardOf) };
  },
);

const today = () => dateOf(nowIso());

function candidateOf({ orgId, verification, application }: store.Info, { counts, booked }: Figures): Candidate {
  return {
    supplierId: orgId,
    name: application.companyName ?? "",
    isVerified: verification === "verified",
    families: application.families ?? [],
    familyTerms: Object.fromEntries((application.families ?? []).map((family) => [family, termsFor(application, family)])),
    techniques: application.techniques ?? [],
    moq: application.moq ?? 0,
    leadDays: application.leadDays ?? 365,
    weeklyCapacity: application.weeklyCapacity ?? 0,
    weeklyBooked: meanBooked(booked, today()),
    onTimeBps: rankedBps(counts.onTime, counts.passed),
    qualityBps: rankedBps(counts.passed, counts.inspected),
  };
}

/** Every verified supplier as the ranking sees it; at most fifty, which is one page of the status queue. */
export async function candidates(): Promise<readonly Candidate[]> {
  const { items } = await store.list("verified", { limit: 50 });
  const figures = await readFigures(items.map(({ orgId }) => orgId));
  return items.map((record, at) => candidateOf(record, figures[at] ?? noFigures));
}

/** One supplier as the ranking sees it, verified or not, in rows that were read with others: those at `candidateGets`. */
export function candidateIn(rows: Parameters<typeof store.countedIn>[0]): Candidate | undefined {
  const found = store.countedIn(rows);
  return found && candidateOf(found.record, found.figures);
}

/** True for a supplier of any standing. */
export const isKnown = async (orgId: string): Promise<boolean> => (await store.find(orgId)) !== undefined;

/** The company's name as it is now, or undefined for strangers. */
export const nameOf = async (orgId: string): Promise<string | undefined> => (await store.find(orgId))?.application.companyName;

/** The company's name while it is verified; undefined for any other, which may take no order. */
export async function verifiedName(orgId: string): Promise<string | undefined> {
  const record = await store.find(orgId);
  return record?.verification === "verified" ? record.application.companyName : undefined;
}

/** What a supplier is told who is not verified, or not any more. */
export const notVerified = () => forbidden("supplier.not_verified", "Your company has to be verified first");

/** The fields of a company by which its customers reach it. */
const reached = Application.pick({ companyName: true, contactName: true, phone: true, address: true, city: true, country: true });

/** How a company is reached, for those it works for; who may ask is the caller's to decide. */
export async function contactOf(orgId: string): Promise<z.infer<typeof reached> | undefined> {
  const { companyName, contactName, phone, address, city, country } = (await store.findOpen(orgId))?.application ?? {};
  return reached.safeParse({ companyName, contactName, phone, address, city, country }).data;
}

/** Why a supplier was turned down or suspended, one reason a line; empty for one who stands well. */
export const reasonsOf = async (orgId: string): Promise<string> => (await store.find(orgId))?.reasons ?? "";
