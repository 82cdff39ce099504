import * as z from "zod";
import { action, nothing } from "../kernel/action.ts";
import type { Actor } from "../kernel/actor.ts";
import { addDays, dateOf } from "../kernel/calendar.ts";
import { type AppError, conflict, notFound } from "../kernel/error.ts";
import type { DomainEvent } from "../kernel/event.ts";
import { id } from "../kernel/id.ts";
import { type Page, PageQuery } from "../kernel/page.ts";
import { nowIso } from "../kernel/request.ts";
import { scopeOf } from "../kernel/scope.ts";
import { Brief } from "../pricing/model.ts";
import { readyOn } from "../pricing/rules.ts";
import * as Supplier from "../supplier/index.ts";
import { again, overtaken } from "../spending/take.ts";
import { commit } from "../table/commit.ts";
import { logOf } from "../table/outbox.ts";
import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import { releaseWrites, shortOf, takeLateWrites } from "../stock/reservation.ts";
import { headerWrite } from "./change.ts";
import * as event from "./event.ts";
import { entryFor, LoggedRow, withWords } from "./log.ts";
import { READY_DAYS, Status } from "./model.ts";
import * as policy from "./policy.ts";
import { givenUpWrites } from "./spent.ts";
import { process, type Step } from "./process.ts";
import * as store from "./store.ts";
import { cardOf, type LogEntry, offerCardOf, type OrderCard, type OrderView, ownCardOf, viewOf } from "./view.ts";

export { Status, statusNames } from "./model.ts";
export { open, type Opening } from "./open.ts";
export { orderedBy } from "./spent.ts";
export type { Core, Info, Terms } from "./store.ts";
export { find, findCore, findInternal, findBuyerSide, findOffer, findProgress, findTerms } from "./store.ts";

const byId = z.strictObject({ orderId: id("order") });
const today = (): string => dateOf(nowIso());

/** Loads what policies decide on together with the page's shared part. */
export const loadCore = ({ orderId }: { orderId: string }) => store.findCore(orderId);

/** The order page: header, stages and shipment as this party sees them; one request. */
export const get = action(
  { name: "order.get", effect: "read", input: byId, load: loadCore, policy: policy.read },
  async ({ record, actor }): Promise<OrderView> => {
    const party = policy.partyOf(actor, record.order);
    if (!party) throw notFound();
    return viewOf(record, { party, mayAct: party !== "buyer" || policy.receive.act(actor, record) }, today());
  },
);

const ListInput = PageQuery.extend({ status: Status.optional(), lane: z.enum(["open", "order"]).default("open"), month: z.string().optional() });

type Listing = z.output<typeof ListInput>;

/** A supplier's offers and orders; what has become theirs is read together, to say where it stands. */
async function listOfSupplier(orgId: string, party: "supplier" | "factory", input: Listing): Promise<Page<OrderCard>> {
  const page = await store.listOfSupplier(orgId, input, input);
  const taken = page.items.filter(({ state }) => state === "accepted" || state === "completed");
  const orders = await store.findMany(taken.map(({ orderId }) => orderId));
  const cards = page.items.map((offer) =>
    offerCardOf(offer, taken.includes(offer) ? orders.get(offer.orderId) : undefined, { party, today: today() }),
  );
  return { ...page, items: cards };
}

async function listFor(actor: Actor, input: Listing): Promise<Page<OrderCard>> {
  const scope = scopeOf(actor);
  if (scope.by === "supplier")
    return listOfSupplier(scope.orgId, actor.type === "member" && actor.kind === "factory" ? "factory" : "supplier", input);
  const month = input.month ?? (input.status ? undefined : today().slice(0, 7));
  const page = await store.list(scope, { ...input, month }, input);
  if (scope.by === "admin") return { ...page, items: page.items.map((order) => cardOf(order, "admin", today())) };
  const terms = await store.findTermsOf(page.items.map(({ orderId }) => orderId));
  return { ...page, items: page.items.map((order) => ownCardOf(order, terms.get(order.orderId), today())) };
}

/** Orders the caller works with, newest first: a buyer's own, a supplier's offers and orders, or all of a status or month for admins. */
export const list = action({ name: "order.list", effect: "read", input: ListInput, load: nothing, policy: policy.list }, async ({ input, actor }) =>
  listFor(actor, input),
);

/** Every change of the order that concerns the reader, with actor and time, oldest first; only admins see who the actor was. */
export const log = action(
  { name: "order.log", effect: "read", input: byId, load: loadCore, policy: policy.read },
  async ({ input, actor, record: { order, shipment } }): Promise<readonly LogEntry[]> => {
    const party = policy.partyOf(actor, order);
    if (!party) throw notFound();
    const reader = { party, ...(order.supplierId ? { supplierId: order.supplierId } : {}) };
    const rows = (await logOf(input.orderId)).map((row) => LoggedRow.parse(row));
    return withWords(rows, { order, shipment }).flatMap((row) => entryFor(reader, order, row));
  },
);

type Taking = {
  readonly order: store.Info;
  readonly step: Step;
  readonly change?: Omit<Parameters<typeof headerWrite>[1], "status">;
  readonly writes?: readonly TransactWriteItem[];
  readonly events?: readonly DomainEvent[];
  /** Events beside the one that says the order moved. */
  readonly more?: readonly DomainEvent[];
  /** The error for a write of `writes` that was refused, by its place among them; by default the order has changed. */
  readonly refused?: (index: number) => AppError | undefined;
};

export type StepReply = { readonly orderId: string; readonly status: Status };

/** Takes one step of the process in one transaction: the header from the version that was read, what belongs to it, its events. */
export async function take({ order, step, change, writes, events, more = [], refused }: Taking): Promise<StepReply> {
  const status = process.next(order.status, step, order.heldFrom);
  const moved = event.Moved({ orderId: order.orderId, from: order.status, to: status });
  return commit({
    about: order.orderId,
    writes: [headerWrite(order, { ...change, status }, nowIso()), ...(writes ?? [])],
    events: [...(events && events.length > 0 ? events : [moved]), ...more],
    changed: { before: order, after: { ...change, status } },
    reply: { orderId: order.orderId, status },
    refused: (index) =>
      (index > 0 ? refused?.(index - 1) : undefined) ?? conflict("order.changed", "This order changed while you were looking at it; read it again"),
  });
}

/** The buyer, or an admin, gives up an order before anything is paid; pieces that were held for it go back. */
export const cancel = action(
  { name: "order.cancel", effect: "command", input: byId, load: loadCore, policy: policy.cancel },
  async ({ record: { order, goods } }) => {
    const released = goods ? releaseWrites(goods, "cancelled") : [];
    return again(async () =>
      take({
        order,
        step: "cancel",
        writes: [...released, ...(await givenUpWrites(order))],
        events: [event.Cancelled({ orderId: order.orderId })],
        refused: (index) => (index < released.length ? undefined : overtaken()),
      }),
    );
  },
);

const Reason = byId.extend({ reason: z.string().trim().min(3).max(500) });

/** An admin stops the clock, with the reason that the parties are shown. */
export const hold = action(
  { name: "order.hold", effect: "command", input: Reason, load: loadCore, policy: policy.hold },
  async ({ record: { order }, input }) => take({ order, step: "hold", change: { heldFrom: order.status, holdReason: input.reason } }),
);

/**
 * An admin lets a held order go on where it was. One whose deposit came too late takes its pieces now, and is refused with `stock.short`
 * while they are not there.
 */
export const resume = action(
  { name: "order.resume", effect: "command", input: byId, load: loadCore, policy: policy.hold },
  async ({ record: { order, goods } }) => {
    const late = goods?.state === "released" ? goods : undefined;
    const writes = late ? takeLateWrites(late) : [];
    const taken = late ? [event.PiecesTaken({ orderId: order.orderId, productId: late.productId })] : [];
    return take({ order, step: "resume", change: { heldFrom: null, holdReason: null }, writes, more: taken, refused: shortOf(goods?.lines ?? []) });
  },
);

/** The system asks for the balance, in the transaction that issues its invoice; where the whole price has come in before, the goods may go. */
export function balanceDueWrites(order: store.Info, isPaid = false) {
  const status = process.next(order.status, "requestBalance");
  // What is made again for a claim has been paid before.
  const change = { status, ...(isPaid || order.isRemade ? { guardMet: true } : {}) };
  const writes: readonly TransactWriteItem[] = [headerWrite(order, change, nowIso())];
  const events: readonly DomainEvent[] = [event.BalanceDue({ orderId: order.orderId })];
  return { writes, events, changed: { before: order, after: change } };
}

/** The day the goods have to be ready by when the supplier answers today, for the offer's mail. */
export function readyBy({ brief }: store.Core): string {
  return brief ? readyOn(Brief.parse(brief), today()) : addDays(today(), READY_DAYS);
}

/** The supplier's name as the platform knows it. */
export const supplierName = async (supplierId: string): Promise<string> => (await Supplier.nameOf(supplierId)) ?? supplierId;
