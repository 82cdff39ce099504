import * as Account from "../account/index.ts";
import { leadIdOf } from "../lead/index.ts";
import { addressKey } from "../invitation/index.ts";
import { type HeldRow, kindOf, rowsAt, rowsUnder } from "../table/held.ts";

/** Whose data it is: the person, and the organisations that are theirs alone. */
export type Subject = { readonly userId: string; readonly email: string | undefined; readonly orgIds: readonly string[] };

/** Rows that belong together. `whole`: all of them go, whatever stays of others of their kind. */
export type Trace = { readonly rows: readonly HeldRow[]; readonly whole?: true };

const text = (row: HeldRow, name: string): string => String(row[name] ?? "");

/** What stands under the person's own id but the person, who comes last. */
async function ofPerson({ userId }: Subject): Promise<Trace[]> {
  const [own, attempts, uploads] = await Promise.all([rowsAt("userId", userId), rowsAt("account", userId), rowsAt("subjectId", userId)]);
  const rest = own.filter((row) => !["user", "erasure"].includes(kindOf(row)));
  return [{ rows: [...rest, ...attempts, ...uploads] }];
}

/** Quotes of an owner with their revisions and files; those that became no order go as a whole. */
async function quotesOf(ownerId: string): Promise<Trace[]> {
  const headers = await rowsUnder("byOwner", "quote#ownerId", ownerId);
  const traces: Trace[] = [];
  for (const header of headers) {
    const quoteId = text(header, "quoteId");
    const rows = (await Promise.all([rowsAt("quoteId", quoteId), rowsAt("subjectId", quoteId)])).flat();
    traces.push(header["orderId"] === undefined ? { rows, whole: true } : { rows });
  }
  return traces;
}

/** What was said with somebody who asked for a person. */
const leadOf = async (ownerId: string): Promise<Trace[]> => [{ rows: await rowsAt("leadId", leadIdOf(ownerId)), whole: true }];

/** What somebody asked for before they signed up, as far as nobody has taken it over, and the seats they are offered elsewhere. */
async function ofGuest({ email }: Subject): Promise<Trace[]> {
  if (email === undefined) return [];
  const offers = await rowsUnder("feed", "invited#addressKey", await addressKey(email));
  const ownerId = await Account.guestOwnerId(email);
  return [{ rows: offers }, ...(await leadOf(ownerId)), ...(await quotesOf(ownerId))];
}

/** What suppliers know of an order is theirs. */
const othersOfOrder = new Set(["supplier-order"]);

async function boughtBy(orgId: string): Promise<Trace[]> {
  const headers = (await rowsUnder("byOwner", "work#ownerId", orgId)).filter((row) => kindOf(row) === "order");
  const traces: Trace[] = [];
  for (const header of headers) {
    const rows = await rowsAt("orderId", text(header, "orderId"));
    traces.push({ rows: rows.filter((row) => !othersOfOrder.has(kindOf(row))) });
  }
  return traces;
}

/** Of an order that a supplier was asked for: its own offer, and where it made the goods the order that names it and what it reported. */
async function soldBy(orgId: string): Promise<Trace[]> {
  const offers = await rowsUnder("bySupplier", "work#supplierId", orgId);
  const traces: Trace[] = [{ rows: offers }];
  for (const offer of offers) {
    const rows = await rowsAt("orderId", text(offer, "orderId"));
    const isMaker = rows.some((row) => kindOf(row) === "order" && row["supplierId"] === orgId);
    if (isMaker) traces.push({ rows: rows.filter((row) => ["order", "stage", "stage-update"].includes(kindOf(row))) });
  }
  return traces;
}

/** The threads of one side, with everything in them: what was said belongs to both, and neither keeps it without the other. */
async function threadsOf(index: "byOwner" | "bySupplier", place: string, orgId: string): Promise<Trace[]> {
  const headers = await rowsUnder(index, place, orgId);
  const traces: Trace[] = [];
  for (const header of headers) traces.push({ rows: await rowsAt("inquiryId", text(header, "inquiryId")), whole: true });
  return traces;
}

/** What a buyer asked for, with every bid: nobody else has a use for it. */
async function requestsOf(ownerId: string): Promise<Trace[]> {
  const headers = await rowsUnder("byOwner", "rfq#ownerId", ownerId);
  const traces: Trace[] = [];
  for (const header of headers) traces.push({ rows: await rowsAt("rfqId", text(header, "rfqId")), whole: true });
  return traces;
}

/** What a supplier bid: its own side of each request. */
const bidBy = async (supplierId: string): Promise<Trace[]> => [{ rows: await rowsUnder("bySupplier", "rfq#supplierId", supplierId) }];

async function listedBy(orgId: string): Promise<Trace[]> {
  const products = await rowsUnder("bySupplier", "product#orgId", orgId);
  const traces: Trace[] = [];
  for (const product of products) {
    const [uploads, beside] = await Promise.all(["subjectId", "productId"].map((name) => rowsAt(name, text(product, "productId"))));
    traces.push({ rows: [...(uploads ?? []), ...(beside ?? []).filter((row) => kindOf(row) !== "product"), product] });
  }
  return traces;
}

/** What it said as a buyer of those who made its orders, and what as a supplier was said of it. */
const ratedBy = async (orgId: string): Promise<Trace[]> => [
  { rows: [...(await rowsUnder("byOwner", "rating#ownerId", orgId)), ...(await rowsAt("supplierId", orgId))] },
];

/** Everything of an organisation, unless somebody has taken a seat in it at the last moment: then it is theirs. */
async function ofOrganisation(orgId: string, userId: string): Promise<Trace[]> {
  const members = await rowsUnder("byOwner", "member#orgId", orgId);
  if (members.some((row) => row["userId"] !== userId)) return [];
  const [invitations, approvals, designs, jobs, lead, asked, answered, requests, bids, quotes, bought, sold, listed, ratings, own] =
    await Promise.all([
      rowsUnder("byOwner", "invitation#orgId", orgId),
      rowsUnder("byOwner", "approval#ownerId", orgId),
      rowsUnder("byOwner", "design#ownerId", orgId),
      rowsUnder("byOwner", "ai-job#ownerId", orgId),
      leadOf(orgId),
      threadsOf("byOwner", "inquiry#ownerId", orgId),
      threadsOf("bySupplier", "inquiry#supplierId", orgId),
      requestsOf(orgId),
      bidBy(orgId),
      quotesOf(orgId),
      boughtBy(orgId),
      soldBy(orgId),
      listedBy(orgId),
      ratedBy(orgId),
      Promise.all([rowsAt("subjectId", orgId), rowsAt("orgId", orgId)]).then((rows) => rows.flat()),
    ]);
  return [
    { rows: [...invitations, ...approvals] },
    { rows: [...designs, ...jobs] },
    ...lead,
    ...asked,
    ...answered,
    ...requests,
    ...bids,
    ...quotes,
    ...bought,
    ...sold,
    ...listed,
    ...ratings,
    { rows: own },
  ];
}

/** Where a person's data is looked for, in the order in which it is forgotten: what leads to other rows comes after them. */
export const places: readonly ((subject: Subject) => Promise<Trace[]>)[] = [
  ofGuest,
  async (subject) => (await Promise.all(subject.orgIds.map((orgId) => ofOrganisation(orgId, subject.userId)))).flat(),
  ofPerson,
];

/** The person's own row, which says where everything else is and so goes last. */
export async function selfRow(userId: string): Promise<HeldRow | undefined> {
  return (await rowsAt("userId", userId)).find((row) => kindOf(row) === "user");
}
