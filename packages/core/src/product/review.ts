import * as z from "zod";
import slugify from "slugify";
import { action } from "../kernel/action.ts";
import { conflict } from "../kernel/error.ts";
import type { DomainEvent } from "../kernel/event.ts";
import { id } from "../kernel/id.ts";
import { nowIso, Request } from "../kernel/request.ts";
import * as Supplier from "../supplier/index.ts";
import { UniqueRow } from "../table/unique.ts";
import { creating } from "../table/write.ts";
import { changed, hasChanged, revised, save } from "./change.ts";
import { Approved, Featured, FeeSet, Resumed, RevisionWithdrawn, Submitted, TurnedDown, Withdrawn } from "./event.ts";
import { entriesOf } from "./history.ts";
import { FeeBps, type RevisionStatus, type Status } from "./model.ts";
import * as policy from "./policy.ts";
import { process, type Step } from "./process.ts";
import { folded, isLive, working } from "./revision.ts";
import { missingIn, slugFor } from "./rules.ts";
import * as store from "./store.ts";
import type { HistoryEntry, ProductDraftView } from "./view.ts";

const ById = z.strictObject({ productId: id("product") });
const load = ({ productId }: { productId: string }) => store.find(productId);

const subject = ({ productId, orgId }: store.Info) => ({ productId, orgId });

/** Throws `product.incomplete` with what is still missing in what would be shown. */
function requireComplete(record: store.Info): void {
  const { draft, pictures } = working(record);
  const missing = missingIn(draft, pictures);
  if (missing.length > 0) throw conflict("product.incomplete", "Some of the listing is still missing", { missing });
}

type Moving = Pick<store.Change, "reason" | "supplierName" | "revision" | "draft" | "pictures"> & {
  readonly what: HistoryEntry["what"];
  readonly events: (status: Status) => DomainEvent[];
  readonly verified?: boolean;
};

const notVerified = () => conflict("product.supplier_not_verified", "The supplier of this listing is not verified, or not any more");

async function move(record: store.Info, step: Step, { what, events, verified, ...change }: Moving): Promise<ProductDraftView> {
  const status = process.next(record.status, step);
  const held = verified ? { with: [Supplier.verifiedHolds(record.orgId)], refused: notVerified() } : {};
  const kept = { what, status, ...(change.reason ? { reason: change.reason } : {}) };
  return save(record, { status, ...change, ...held, kept }, events(status));
}

const withdrawn = (record: store.Info) => (status: Status) => [Withdrawn({ ...subject(record), status })];

/** The listing, and at the same time its supplier's name as it is now, if the supplier is verified: whose listing it is must be the caller. */
async function loadSubmitting({ productId }: z.output<typeof ById>) {
  const { actor } = Request.use();
  const [record, supplierNow] = await Promise.all([store.find(productId), actor.type === "member" ? Supplier.verifiedName(actor.orgId) : undefined]);
  return record && { ...record, supplierNow };
}

/**
 * Hands a listing in for approval or, of a live one, its revision, while what is live stays. Throws `product.incomplete` with what is
 * missing, `product.unchanged` for a revision that says what is live, and `supplier.not_verified`.
 */
export const submit = action(
  { name: "product.submit", effect: "command", input: ById, load: loadSubmitting, policy: policy.write },
  async ({ record: { supplierNow, ...record } }) => {
    const { revision } = record;
    const changes = revised(record);
    requireComplete(record);
    if (revision && changes.length === 0) throw conflict("product.unchanged", "Nothing in it differs from what buyers see already");
    if (supplierNow === undefined) throw Supplier.notVerified();
    const events = [Submitted(subject(record))];
    if (!revision) return move(record, "submit", { what: "submitted", supplierName: supplierNow, events: () => events });
    process.next(revision.status, "submit");
    return save(record, { revision: { ...revision, status: "pending_approval" }, kept: { what: "submitted", changes } }, events);
  },
);

/** Takes a listing, or the revision of a live one, back from review. */
export const withdraw = action({ name: "product.withdraw", effect: "command", input: ById, load, policy: policy.write }, async ({ record }) => {
  const { revision } = record;
  if (!revision) return move(record, "withdraw", { what: "withdrawn", events: withdrawn(record) });
  process.next(revision.status, "withdraw");
  const kept = { what: "revision_withdrawn" as const };
  return save(record, { revision: { ...revision, status: "draft" }, kept }, [RevisionWithdrawn({ ...subject(record), dropped: false })]);
});

/** Drops the revision of a live listing. Throws `product.no_revision` where there is none. */
export const discardRevision = action(
  { name: "product.discard_revision", effect: "command", input: ById, load, policy: policy.write },
  async ({ record }) => {
    if (!record.revision) throw conflict("product.no_revision", "Nothing was changed since this was approved");
    return save(record, { revision: null, kept: { what: "revision_withdrawn" } }, [RevisionWithdrawn({ ...subject(record), dropped: true })]);
  },
);

/** Takes a listing out of the catalogue for a while; its words stay approved. */
export const pause = action({ name: "product.pause", effect: "command", input: ById, load, policy: policy.write }, async ({ record }) =>
  move(record, "pause", { what: "withdrawn", events: withdrawn(record) }),
);

/** Puts a paused listing back into the catalogue as it was. Throws `product.supplier_not_verified`. */
export const resume = action({ name: "product.resume", effect: "command", input: ById, load, policy: policy.write }, async ({ record }) =>
  move(record, "resume", { what: "resumed", verified: true, events: () => [Resumed(subject(record))] }),
);

/** Puts a listing away; what was being revised is what comes back from the archive. */
export const archive = action({ name: "product.archive", effect: "command", input: ById, load, policy: policy.write }, async ({ record }) =>
  move(record, "archive", { what: "withdrawn", ...folded(record), events: withdrawn(record) }),
);

/** Takes a listing out of the archive, to work on it again. */
export const restore = action({ name: "product.restore", effect: "command", input: ById, load, policy: policy.write }, async ({ record }) =>
  move(record, "restore", { what: "restored", events: () => changed(record) }),
);

/** The version that was on the reviewer's screen; a newer one must be read before it is decided about. */
const AsSeen = ById.extend({ version: z.int().optional() });

function requireSeen(record: store.Info, version: number | undefined): void {
  if (version !== undefined && version !== record.version) throw hasChanged();
}

/** What an approval puts before buyers: the listing in the catalogue, or its revision in place of what was there. */
function approved(record: store.Info): Pick<store.Change, "status" | "draft" | "pictures" | "revision"> {
  const { revision } = record;
  if (!revision) return { status: process.next(record.status, "approve") };
  process.next(revision.status, "approve");
  return { draft: revision.draft, pictures: revision.pictures, revision: null };
}

/**
 * The platform puts a listing into the catalogue, under a name of its own in the address bar, or a revision in place of what is live.
 * Throws `product.changed` when it is not the version that was seen, `product.incomplete`, `product.supplier_not_verified`.
 */
export const approve = action(
  { name: "product.approve", effect: "command", input: AsSeen, load, policy: policy.decide },
  async ({ input, record, actor }) => {
    requireSeen(record, input.version);
    requireComplete(record);
    const { productId, orgId } = record;
    const slug = record.slug ?? slugFor(record.draft.title ?? "", productId, (text) => slugify(text, { lower: true, strict: true }));
    const named = record.slug ? [] : [creating(UniqueRow.create({ scope: "product-slug", value: slug, subjectId: productId }))];
    const at = nowIso();
    const by = actor.type === "admin" ? { approvedBy: actor.userId } : {};
    return save(
      record,
      {
        ...approved(record),
        slug,
        approvedAt: at,
        publishedAt: record.publishedAt ?? at,
        ...by,
        with: [Supplier.verifiedHolds(orgId), ...named],
        refused: notVerified(),
        kept: { what: "approved", changes: revised(record) },
      },
      [Approved(subject(record))],
    );
  },
);

const Turning = AsSeen.extend({ reason: z.string().trim().min(10).max(1_000), final: z.boolean().default(false) });

/** The platform sends a listing or a revision back with what has to change, or refuses it for good; what is live stays either way. */
export const turnDown = action(
  { name: "product.turn_down", effect: "command", input: Turning, load, policy: policy.decide },
  async ({ input: { final, reason, version }, record }) => {
    requireSeen(record, version);
    const step = final ? "reject" : "requestChanges";
    const events = (status: Status) => [TurnedDown({ ...subject(record), status })];
    const { revision } = record;
    if (!revision) return move(record, step, { what: "turned_down", reason, events });
    process.next(revision.status, step);
    const status: RevisionStatus = final ? "rejected" : "changes_requested";
    const kept = { what: "turned_down" as const, status, reason, changes: revised(record) };
    return save(record, { revision: { ...revision, status, reason }, kept }, events(status));
  },
);

const Featuring = ById.extend({ until: z.iso.date().nullable() });

/** The platform has the home page show a live listing up to a day (UTC), or not any more. Throws `product.not_live`. */
export const feature = action(
  { name: "product.feature", effect: "command", input: Featuring, load, policy: policy.decide },
  async ({ input: { until }, record }) => {
    if (!isLive(record.status)) throw conflict("product.not_live", "Only what is in the catalogue is shown on the home page");
    return save(record, { featuredUntil: until, kept: { what: "featured", ...(until ? { until } : {}) } }, [Featured({ ...subject(record), until })]);
  },
);

const Pricing = AsSeen.extend({ feeBps: FeeBps });

/**
 * The platform sets its share of one listing, live or not: the supplier is paid its price as before, and buyers pay the new final price
 * from now on; orders and offers that are there keep theirs. Throws `product.changed` when it is not the version that was seen.
 */
export const setFee = action(
  { name: "product.set_fee", effect: "command", input: Pricing, load, policy: policy.decide },
  async ({ input: { feeBps, version }, record }) => {
    requireSeen(record, version);
    return save(record, { feeBps, kept: { what: "fee_set", feeBps } }, [FeeSet({ ...subject(record), feeBps })]);
  },
);

/** What happened to a listing, newest first: what was handed in, decided and why. */
export const history = action(
  { name: "product.history", effect: "read", input: ById, load, policy: policy.read },
  async ({ input: { productId } }): Promise<{ readonly items: HistoryEntry[] }> => ({ items: await entriesOf(productId) }),
);

/** Takes one listing of a suspended supplier out of the catalogue and out of review; it can be handed in again later. */
export const takeDown = action({ name: "product.take_down", effect: "command", input: ById, load, policy: policy.work }, async ({ record }) =>
  move(record, "takeDown", {
    what: "withdrawn",
    ...folded(record),
    reason: "Taken out of the catalogue because the company was suspended.",
    events: withdrawn(record),
  }),
);
