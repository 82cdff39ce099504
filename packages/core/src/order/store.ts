import * as z from "zod";
import { Money, usd } from "../kernel/money.ts";
import type { Page, PageQuery } from "../kernel/page.ts";
import type { Scope } from "../kernel/scope.ts";
import { Stage } from "../production/model.ts";
import { type Rows, rowsOf } from "../table/collection.ts";
import { type Reservation, ReservationRow, reservationIn } from "../stock/reservation.ts";
import { Service } from "../table/table.ts";
import { type Get, readTogether, type TogetherRow } from "../table/together.ts";
import { BriefRow, Header, InspectionRow, InternalRow, MoneyRow, ShipmentRow, StageRow, SupplierRow, UpdateRow } from "./entities.ts";
import { Alarm } from "./alarm.ts";
import { type Inspection, inspectionIn } from "./inspected.ts";
import { Item, laneOf, offerStates, Status } from "./model.ts";

const core = new Service({ header: Header, brief: BriefRow, stages: StageRow, shipment: ShipmentRow, goods: ReservationRow });
const progress = new Service({ updates: UpdateRow, inspections: InspectionRow });

const HeaderRecord = z.object({
  orderId: z.string(),
  orderNumber: z.string(),
  ownerId: z.string(),
  quoteId: z.string().optional(),
  designId: z.string().optional(),
  revision: z.number().optional(),
  productId: z.string().optional(),
  title: z.string(),
  family: z.string(),
  garmentType: z.string(),
  quantity: z.number(),
  status: Status,
  heldFrom: Status.optional(),
  holdReason: z.string().optional(),
  supplierId: z.string().optional(),
  supplierName: z.string().optional(),
  promisedOn: z.string().optional(),
  guardMet: z.boolean().optional(),
  percent: z.number(),
  isRemade: z.boolean().optional(),
  inspections: z.number().optional(),
  since: z.string().optional(),
  reminders: z.number().optional(),
  alarm: Alarm.optional(),
  version: z.number(),
  createdAt: z.string(),
  laneAt: z.string(),
  month: z.string(),
  isDemo: z.boolean().optional(),
  isCounted: z.boolean().optional(),
  hasMaker: z.boolean().optional(),
});

/** The part of an order that every party may see and that lists show. */
export type Info = z.infer<typeof HeaderRecord>;

const ShipmentRecord = z.object({ carrier: z.string(), trackingNumber: z.string(), shippedOn: z.string(), deliveredOn: z.string().optional() });
export type Shipment = z.infer<typeof ShipmentRecord>;

export type StagedRecord = { readonly stage: Stage; readonly version: number };

const MakingBrief = z.record(z.string(), z.unknown());

export type Core = {
  readonly order: Info;
  /** The making instructions, as `pricing/model.ts` Brief; pieces from stock have none. */
  readonly brief?: z.infer<typeof MakingBrief>;
  /** The pieces of an order from stock. */
  readonly goods?: Reservation;
  readonly stages: readonly StagedRecord[];
  readonly shipment?: Shipment;
};

/** The order with its brief or its pieces, its stages and shipment: one request, no price in it. */
export async function findCore(orderId: string): Promise<Core | undefined> {
  const { data } = await core.collections.core({ orderId }).go({ limit: 100, consistent: true });
  const header = data.header[0];
  if (!header) return undefined;
  const [shipment, brief, goods] = [data.shipment[0], data.brief[0], data.goods[0]];
  return {
    order: HeaderRecord.parse(header),
    ...(brief ? { brief: MakingBrief.parse(brief.brief) } : {}),
    ...(goods ? { goods: reservationIn(goods) } : {}),
    stages: data.stages.map((row) => ({ stage: Stage.parse(row.stage), version: row.version })).sort((a, b) => a.stage.position - b.stage.position),
    ...(shipment ? { shipment: ShipmentRecord.parse(shipment) } : {}),
  };
}

export async function find(orderId: string): Promise<Info | undefined> {
  const { data } = await Header.get({ orderId }).go({ consistent: true });
  return data ? HeaderRecord.parse(data) : undefined;
}

/** Orders of an owner that were opened or finished since this moment, every page of them: bounded by what is ordered in that time. */
export async function listSince(ownerId: string, since: string): Promise<readonly Info[]> {
  const lane = async (name: "open" | "order", cursor: string | null = null): Promise<readonly Info[]> => {
    const page = await Header.query.byOwner({ ownerId, lane: name }).gte({ laneAt: since }).go({ limit: 100, cursor });
    const found = page.data.map((row) => HeaderRecord.parse(row));
    return page.cursor ? [...found, ...(await lane(name, page.cursor))] : found;
  };
  return (await Promise.all([lane("open"), lane("order")])).flat();
}

/** The shared parts of the named orders, by id, in one request; those that are gone are missing. */
export async function findMany(orderIds: readonly string[]): Promise<ReadonlyMap<string, Info>> {
  if (orderIds.length === 0) return new Map();
  const { data } = await Header.get(orderIds.map((orderId) => ({ orderId }))).go();
  return new Map(data.map((row) => [row.orderId, HeaderRecord.parse(row)]));
}

const MoneyRecord = z.object({
  orderId: z.string(),
  ownerId: z.string(),
  total: z.number().transform(usd),
  deposit: z.number().transform(usd),
  balance: z.number().transform(usd),
  lines: z.array(z.object({ key: z.string(), label: z.string(), amount: Money })),
  items: z.array(Item).optional(),
  shippingAddress: z.record(z.string(), z.string()),
  termsVersion: z.string(),
  acceptedBy: z.string(),
  acceptedAt: z.string(),
  poNumber: z.string().optional(),
});

/** What the buyer agreed to and owes. */
export type Terms = z.infer<typeof MoneyRecord>;

export async function findTerms(orderId: string): Promise<Terms | undefined> {
  const { data } = await MoneyRow.get({ orderId }).go({ consistent: true });
  return data ? MoneyRecord.parse(data) : undefined;
}

/** Everything of the buyer's money in an order: what was agreed, and the rows in which payments, invoices and the ledger find theirs. */
export type BuyerSide = { readonly terms: Terms; readonly rows: Rows };

/** One request for the buyer's money; the rows of the other domains are read out of it by them. */
export async function findBuyerSide(orderId: string): Promise<BuyerSide | undefined> {
  const rows = await rowsOf(orderId, "buyerSide");
  const [money] = rows.of("order-money");
  return money ? { terms: MoneyRecord.parse(money), rows } : undefined;
}

/** What the buyer owes in several orders, one request. */
export async function findTermsOf(orderIds: readonly string[]): Promise<ReadonlyMap<string, Terms>> {
  if (orderIds.length === 0) return new Map();
  const { data } = await MoneyRow.get(orderIds.map((orderId) => ({ orderId }))).go();
  return new Map(data.map((row) => [row.orderId, MoneyRecord.parse(row)]));
}

const InternalRecord = z.object({
  buyerTotal: z.number().transform(usd),
  platformFee: z.number().transform(usd),
  supplierPrice: z.number().transform(usd).optional(),
  pricedBy: z.string().optional(),
  excluded: z.array(z.string()),
  version: z.number(),
});
export type Internal = z.infer<typeof InternalRecord>;

export async function findInternal(orderId: string): Promise<Internal | undefined> {
  const { data } = await InternalRow.get({ orderId }).go({ consistent: true });
  return data ? InternalRecord.parse(data) : undefined;
}

const OfferRecord = z.object({
  orderId: z.string(),
  supplierId: z.string(),
  orderNumber: z.string(),
  title: z.string(),
  quantity: z.number(),
  price: z.number().transform(usd),
  state: z.enum(offerStates),
  offeredAt: z.string(),
  answerBy: z.string(),
  reason: z.string().optional(),
  counterPrice: z.number().transform(usd).optional(),
  counterNote: z.string().optional(),
});

/** An offer to one supplier, with that supplier's own price. */
export type Offer = z.infer<typeof OfferRecord>;

export async function findOffer(orderId: string, supplierId: string): Promise<Offer | undefined> {
  const { data } = await SupplierRow.get({ orderId, supplierId }).go({ consistent: true });
  return data ? OfferRecord.parse(data) : undefined;
}

/** What an order asks of whoever is to make it, with what only the platform knows of it. */
export type Asked = Pick<Core, "order" | "brief"> & { readonly internal: Internal };

const askedGets = (orderId: string): readonly Get[] => [Header.get({ orderId }), BriefRow.get({ orderId }), InternalRow.get({ orderId })];

function askedIn([header, brief, internal]: readonly (TogetherRow | undefined)[]): Asked | undefined {
  if (!header || !internal) return undefined;
  return {
    order: HeaderRecord.parse(header),
    ...(brief ? { brief: MakingBrief.parse(brief["brief"]) } : {}),
    internal: InternalRecord.parse(internal),
  };
}

/** One request: the platform's side alone may ask it. */
export const findAsked = async (orderId: string): Promise<Asked | undefined> => askedIn(await readTogether(askedGets(orderId), { isStrong: true }));

type Offering = { readonly asked: Asked | undefined; readonly earlier: Offer | undefined; readonly others: readonly (TogetherRow | undefined)[] };

/** The same with the offer that this supplier has had of it, and rows of others that are wanted beside; still one request. */
export async function findOffering({ orderId, supplierId }: Pick<Offer, "orderId" | "supplierId">, gets: readonly Get[]): Promise<Offering> {
  const own = askedGets(orderId);
  const rows = await readTogether([...own, SupplierRow.get({ orderId, supplierId }), ...gets], { isStrong: true });
  const [offer, ...others] = rows.slice(own.length);
  return { asked: askedIn(rows), earlier: offer && OfferRecord.parse(offer), others };
}

export async function listOffers(orderId: string): Promise<readonly Offer[]> {
  const { data } = await SupplierRow.query.primary({ orderId }).go({ limit: 50 });
  return data.map((row) => OfferRecord.parse(row));
}

const UpdateRecord = z.object({
  updateId: z.string(),
  position: z.number(),
  stageName: z.string(),
  percent: z.number(),
  note: z.string().optional(),
  movedTo: z.string().optional(),
  /** What was expected after it, as \`production/forecast.ts\` Forecast. */
  forecast: z.looseObject({ model: z.int() }).optional(),
  photos: z.array(z.string()),
  at: z.string(),
});
export type Update = z.infer<typeof UpdateRecord>;

export type Progress = { readonly updates: readonly Update[]; readonly inspections: readonly Inspection[] };

/** What the floor reported and what inspections found, newest first; one request. */
export async function findProgress(orderId: string): Promise<Progress> {
  const { data } = await progress.collections.progress({ orderId }).go({ limit: 100, order: "desc" });
  return { updates: data.updates.map((row) => UpdateRecord.parse(row)), inspections: data.inspections.map((row) => inspectionIn(row)) };
}

const pageOf = <T>(data: readonly unknown[], schema: z.ZodType<T>, cursor: string | null): Page<T> => ({
  items: data.map((row) => schema.parse(row)),
  ...(cursor ? { nextCursor: cursor } : {}),
});

export type ListFilter = { readonly status?: Status | undefined; readonly lane: "open" | "order"; readonly month?: string | undefined };

const newestFirst = (page: PageQuery) => ({ cursor: page.cursor ?? null, order: "desc" }) as const;

/** A supplier's offers and orders, newest first; with the status `offered` only those that wait for its answer. */
export async function listOfSupplier(supplierId: string, filter: ListFilter, page: PageQuery): Promise<Page<Offer>> {
  const query = SupplierRow.query.bySupplier({ supplierId, sLane: filter.lane });
  const answer =
    filter.status === "offered"
      ? await query.where(({ state }, { eq }) => eq(state, "offered")).go({ ...newestFirst(page), count: page.limit })
      : await query.go({ ...newestFirst(page), limit: page.limit });
  return pageOf(answer.data, OfferRecord, answer.cursor);
}

/** What an admin looks through: a status, a month, or a status within a month. */
function queueOf({ status, month }: ListFilter) {
  if (!status) return Header.query.byMonth({ month: month ?? "" });
  const query = Header.query.byStatus({ status });
  return month ? query.begins({ createdAt: month }) : query;
}

/** Every order of a status, the oldest first, page by page; for the sweeps. */
export async function* waiting(status: Status): AsyncGenerator<Info> {
  let cursor: string | null = null;
  do {
    const page: { readonly data: readonly unknown[]; readonly cursor: string | null } = await Header.query
      .byStatus({ status })
      .go({ limit: 100, cursor });
    for (const row of page.data) yield HeaderRecord.parse(row);
    ({ cursor } = page);
  } while (cursor !== null);
}

/**
 * The orders a scope may list, newest first: a buyer's own lane or one status of it, or for admins one status, one month or both. A
 * buyer's status has no index: the lane it is in is read on until the page is full.
 */
export async function list(scope: Exclude<Scope, { by: "supplier" }>, filter: ListFilter, page: PageQuery): Promise<Page<Info>> {
  const { status } = filter;
  if (scope.by === "owner") {
    const lane = status ? laneOf(status) : filter.lane;
    const query = Header.query.byOwner({ ownerId: scope.ownerId, lane });
    // The row's status is plain text to ElectroDB.
    const wanted: string | undefined = status;
    const answer = wanted
      ? await query.where((row, { eq }) => eq(row.status, wanted)).go({ ...newestFirst(page), count: page.limit })
      : await query.go({ ...newestFirst(page), limit: page.limit });
    return pageOf(answer.data, HeaderRecord, answer.cursor);
  }
  const answer = await queueOf(filter).go({ ...newestFirst(page), limit: page.limit });
  return pageOf(answer.data, HeaderRecord, answer.cursor);
}
