import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import type { Page, PageQuery } from "../kernel/page.ts";
import type { Scope } from "../kernel/scope.ts";
import { Brief } from "../pricing/model.ts";
import { FilesOf } from "../quote/model.ts";
import { entity, keys, SERVICE, Service } from "../table/table.ts";
import { readTogether } from "../table/together.ts";
import { changing, creating } from "../table/write.ts";
import { MAX_PARTIES, PartyState, Round, Status } from "./model.ts";

const byRfq = { field: keys.primary.pk, composite: ["rfqId"], casing: "none" } as const;

/** A request for bids and where it stands; of the buyer it has the key alone. */
export const RfqRow = entity({
  model: { entity: "rfq", version: "1", service: SERVICE },
  attributes: {
    rfqId: { type: "string", required: true },
    ownerId: { type: "string", required: true },
    title: { type: "string", required: true },
    quantity: { type: "number", required: true },
    status: { type: "string", required: true },
    /** The platform's share on top of a supplier's price, as it was on the day of the request. */
    feeBps: { type: "number", required: true },
    respondBy: { type: "string", required: true },
    invited: { type: "number", required: true },
    orderId: { type: "string" },
    orderNumber: { type: "string" },
    createdAt: { type: "string", required: true },
    version: { type: "number", required: true },
    isDemo: { type: "boolean" },
  },
  indexes: {
    primary: { collection: "rfqCore", pk: byRfq, sk: { field: keys.primary.sk, composite: [], casing: "none" } },
    byOwner: {
      index: keys.byOwner.index,
      scope: "rfq",
      pk: { field: keys.byOwner.pk, composite: ["ownerId"], casing: "none" },
      sk: { field: keys.byOwner.sk, composite: ["createdAt"], casing: "none" },
    },
    byStatus: {
      index: keys.queue.index,
      scope: "rfq",
      pk: { field: keys.queue.pk, composite: ["status"], casing: "none" },
      sk: { field: keys.queue.sk, composite: ["createdAt"], casing: "none" },
    },
  },
} as const);

/** What is wanted and which files its buyer sent along, without a word about who wants it; read beside a supplier's own row. */
export const RfqBriefRow = entity({
  model: { entity: "rfq-brief", version: "1", service: SERVICE },
  attributes: { rfqId: { type: "string", required: true }, brief: { type: "any", required: true }, filesOf: { type: "any" } },
  indexes: { primary: { collection: "rfqCore", pk: byRfq, sk: { field: keys.primary.sk, composite: [], casing: "none" } } },
} as const);

/** One invited supplier with everything that was said between it and the buyer; what it may know of the request stands here too. */
export const RfqPartyRow = entity({
  model: { entity: "rfq-party", version: "1", service: SERVICE },
  attributes: {
    rfqId: { type: "string", required: true },
    supplierId: { type: "string", required: true },
    supplierName: { type: "string", required: true },
    title: { type: "string", required: true },
    quantity: { type: "number", required: true },
    respondBy: { type: "string", required: true },
    state: { type: "string", required: true },
    rounds: { type: "any", required: true },
    createdAt: { type: "string", required: true },
    lastAt: { type: "string", required: true },
    version: { type: "number", required: true },
    isDemo: { type: "boolean" },
  },
  indexes: {
    primary: { collection: "rfqCore", pk: byRfq, sk: { field: keys.primary.sk, composite: ["supplierId"], casing: "none" } },
    bySupplier: {
      index: keys.bySupplier.index,
      scope: "rfq",
      pk: { field: keys.bySupplier.pk, composite: ["supplierId"], casing: "none" },
      sk: { field: keys.bySupplier.sk, composite: ["lastAt"], casing: "none" },
    },
  },
} as const);

const Header = z.object({
  rfqId: z.string(),
  ownerId: z.string(),
  title: z.string(),
  quantity: z.number(),
  status: Status,
  feeBps: z.number(),
  respondBy: z.string(),
  invited: z.number(),
  orderId: z.string().optional(),
  orderNumber: z.string().optional(),
  createdAt: z.string(),
  version: z.number(),
  isDemo: z.boolean().optional(),
});
export type Info = z.infer<typeof Header>;

const Wanted = z.object({ brief: Brief, filesOf: FilesOf.optional() });
export type Wanted = z.infer<typeof Wanted>;

const PartyRecord = z.object({
  rfqId: z.string(),
  supplierId: z.string(),
  supplierName: z.string(),
  title: z.string(),
  quantity: z.number(),
  respondBy: z.string(),
  state: PartyState,
  rounds: z.array(Round),
  createdAt: z.string(),
  lastAt: z.string(),
  version: z.number(),
  isDemo: z.boolean().optional(),
});
export type Party = z.infer<typeof PartyRecord>;

/** A request with everybody who was invited: the buyer's reading of it. */
export type Whole = Wanted & {
  readonly rfq: Info;
  readonly ownerId: string;
  readonly parties: readonly Party[];
};

/** A request as one supplier may read it. */
export type Request = Wanted & { readonly party: Party; readonly supplierId: string };

const core = new Service({ header: RfqRow, brief: RfqBriefRow, parties: RfqPartyRow });

/** The whole of a request, for its buyer and the platform alone; one request. */
export async function find(rfqId: string): Promise<Whole | undefined> {
  const { data } = await core.collections.rfqCore({ rfqId }).go({ limit: MAX_PARTIES + 2, consistent: true });
  const [header, brief] = [data.header[0], data.brief[0]];
  if (!header || !brief) return undefined;
  const rfq = Header.parse(header);
  return { rfq, ownerId: rfq.ownerId, ...Wanted.parse(brief), parties: data.parties.map((row) => PartyRecord.parse(row)) };
}

/** What is wanted and a supplier's own row, in one request that touches nobody else's. */
export async function findRequest(rfqId: string, supplierId: string): Promise<Request | undefined> {
  const [party, brief] = await readTogether([RfqPartyRow.get({ rfqId, supplierId }), RfqBriefRow.get({ rfqId })], { isStrong: true });
  return party && brief ? { party: PartyRecord.parse(party), supplierId, ...Wanted.parse(brief) } : undefined;
}

/** The named suppliers' sides, as long as they are open; one request. */
export async function openSides(sides: readonly Pick<Party, "rfqId" | "supplierId">[]): Promise<readonly Party[]> {
  if (sides.length === 0) return [];
  const rows = await readTogether(
    sides.map(({ rfqId, supplierId }) => RfqPartyRow.get({ rfqId, supplierId })),
    { isStrong: false },
  );
  return rows.flatMap((row) => (row ? [PartyRecord.parse(row)] : [])).filter(({ state }) => state === "bidding");
}

export type NewRfq = Omit<Info, "status" | "version" | "orderId" | "orderNumber" | "isDemo"> & { readonly isDemo?: boolean };

export const createWrites = (rfq: NewRfq, wanted: Wanted): readonly TransactWriteItem[] => [
  creating(RfqRow.create({ ...rfq, status: "open", version: 1 })),
  creating(RfqBriefRow.create({ rfqId: rfq.rfqId, ...wanted })),
];

export type NewParty = Pick<Party, "rfqId" | "supplierId" | "supplierName" | "title" | "quantity" | "respondBy" | "createdAt"> & {
  readonly isDemo?: boolean;
};

export const inviteWrite = (party: NewParty): TransactWriteItem =>
  creating(RfqPartyRow.create({ ...party, state: "invited", rounds: [], lastAt: party.createdAt, version: 1 }));

export type Change = Partial<Pick<Info, "status" | "invited">> & { readonly orderId?: string; readonly orderNumber?: string };

/** Changes a request from the version that was read. */
export const changeWrite = (before: Info, change: Change): TransactWriteItem =>
  changing(
    RfqRow.patch({ rfqId: before.rfqId })
      .set({ ownerId: before.ownerId, ...change, status: change.status ?? before.status, version: before.version + 1 })
      .composite({ createdAt: before.createdAt })
      .where(({ version }, { eq }) => eq(version, before.version)),
  );

/** Changes a supplier's side from the version that was read: a decision and a bid in one moment cannot both hold. */
export const partyWrite = (before: Party, change: { readonly state: PartyState; readonly rounds?: readonly Round[]; readonly lastAt: string }) =>
  changing(
    RfqPartyRow.patch({ rfqId: before.rfqId, supplierId: before.supplierId })
      .set({ ...change, version: before.version + 1 })
      .where(({ version }, { eq }) => eq(version, before.version)),
  );

const pageFrom = (data: readonly unknown[], cursor: string | null): Page<Info> => ({
  items: data.map((row) => Header.parse(row)),
  ...(cursor ? { nextCursor: cursor } : {}),
});

/** A buyer's requests, newest first, or for admins those of one status. */
export async function list(scope: Exclude<Scope, { by: "supplier" }>, status: Status, page: PageQuery): Promise<Page<Info>> {
  const options = { limit: page.limit, cursor: page.cursor ?? null, order: "desc" } as const;
  const { data, cursor } =
    scope.by === "owner" ? await RfqRow.query.byOwner({ ownerId: scope.ownerId }).go(options) : await RfqRow.query.byStatus({ status }).go(options);
  return pageFrom(data, cursor);
}

/** What a supplier was asked, what was said last first. */
export async function listRequests(supplierId: string, page: PageQuery): Promise<Page<Party>> {
  const { data, cursor } = await RfqPartyRow.query.bySupplier({ supplierId }).go({ limit: page.limit, cursor: page.cursor ?? null, order: "desc" });
  return { items: data.map((row) => PartyRecord.parse(row)), ...(cursor ? { nextCursor: cursor } : {}) };
}
