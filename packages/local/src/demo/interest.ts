import type { Member } from "@sleekapp/core/kernel/actor";
import { usd } from "@sleekapp/core/kernel/money";
import { addDays, dateOf } from "@sleekapp/core/kernel/calendar";
import * as Inquiry from "@sleekapp/core/inquiry";
import * as Interest from "@sleekapp/core/interest";
import * as Product from "@sleekapp/core/product";
import * as SavedSearch from "@sleekapp/core/saved-search";
import * as Wishlist from "@sleekapp/core/wishlist";
import * as Lists from "@sleekapp/core/wishlist/lists";
import type { Notebook } from "./notebook.ts";
import { ago, as, type Cast, memberOf, system } from "./world.ts";

type Hall = { readonly cast: Cast; readonly notebook: Notebook };

/** What somebody asks about a listing, and what comes of it: days ago, the supplier, which of its listings, how many pieces at least. */
type Talk = {
  readonly buyer: string;
  readonly supplier: string;
  readonly nth: number;
  readonly daysAgo: number;
  readonly pieces: number;
  readonly asks: string;
  readonly says?: string;
  /** Cents a piece. */
  readonly offers?: number;
  readonly ends?: "convert" | "decline";
};

const talks: readonly Talk[] = [
  {
    buyer: "northfold",
    supplier: "shapla",
    nth: 0,
    daysAgo: 9,
    pieces: 300,
    asks: "Can you knit this in a dark green that is not on the list? We would send a swatch.",
    says: "Yes, from 250 pieces; the yarn takes ten days longer.",
    offers: 1_420,
  },
  {
    buyer: "northfold",
    supplier: "shapla",
    nth: 1,
    daysAgo: 3,
    pieces: 120,
    asks: "Is the lambswool mulesing-free, and can you show a paper for it?",
  },
  {
    buyer: "harbour",
    supplier: "shapla",
    nth: 2,
    daysAgo: 21,
    pieces: 200,
    asks: "Could the roll neck be two centimetres lower?",
    says: "That is a new neck piece, but no new program; the price stays.",
    offers: 2_300,
    ends: "convert",
  },
  {
    buyer: "kestrel",
    supplier: "jutelane",
    nth: 0,
    daysAgo: 30,
    pieces: 150,
    asks: "We need these in five weeks. Is that possible?",
    says: "Not before the end of the season, we are sorry.",
    ends: "decline",
  },
];

/** Listings of a supplier that are in the catalogue, the newest first. */
async function listedBy(owner: Member): Promise<readonly string[]> {
  const { items } = await as(owner, { at: new Date() }, () => Product.list({ status: "approved", limit: 20 }));
  return items.map(({ productId }) => productId);
}

/** A replayed past is heard by no worker, so what it would have counted is counted here. */
const counted = (type: string, at: Date, data: object) =>
  as(system("queue:count-interest"), { at }, () => Interest.count({ type, at: at.toISOString(), data: { ...data } }));

async function talk({ cast }: Hall, { buyer, supplier, nth, daysAgo, pieces, asks, says, offers, ends }: Talk): Promise<void> {
  const [asker, maker] = [memberOf(cast, buyer), memberOf(cast, supplier)];
  const productId = (await listedBy(maker))[nth] ?? "";
  const { moq = 0 } = (await Product.find(productId))?.draft ?? {};
  const quantity = Math.max(pieces, moq);
  const at = ago(daysAgo);
  const { inquiryId } = await as(asker, { at }, () => Inquiry.ask({ productId, quantity, text: asks }));
  await counted("inquiry.asked", at, { productId });
  const answered = ago(daysAgo - 1);
  if (says === undefined) return;
  if (offers === undefined) return void (await as(maker, { at: answered }, () => Inquiry.decline({ inquiryId, text: says })));
  const offer = { quantity, unitPrice: usd(offers), leadDays: 35, validUntilOn: addDays(dateOf(new Date()), ends === undefined ? 12 : 2) };
  const { messageId } = await as(maker, { at: answered }, () => Inquiry.offer({ inquiryId, ...offer, text: says }));
  if (ends !== "convert" || messageId === undefined) return;
  await as(asker, { at: ago(daysAgo - 2) }, () => Inquiry.convert({ inquiryId, offerId: messageId }));
  await counted("inquiry.converted", ago(daysAgo - 2), { productId });
}

async function keep({ cast }: Hall): Promise<void> {
  const buyer = memberOf(cast, "northfold");
  const [knits, jutes] = await Promise.all(["shapla", "jutelane"].map((key) => listedBy(memberOf(cast, key))));
  const save = async (productId: string, daysAgo: number, listId?: string) => {
    const at = ago(daysAgo);
    await as(buyer, { at }, () => Wishlist.save({ productId, ...(listId === undefined ? {} : { listId }) }));
    await counted("wishlist.saved", at, { productId, userId: buyer.userId });
  };
  for (const [index, productId] of (knits ?? []).slice(0, 4).entries()) await save(productId, 18 - index);
  const { listId } = await as(buyer, { at: ago(8) }, () => Lists.make({ name: "Autumn capsule" }));
  for (const [index, productId] of (jutes ?? []).slice(0, 3).entries()) await save(productId, 7 - index, listId);
  await as(buyer, { at: ago(6) }, () => SavedSearch.save({ name: "Merino knitwear", query: { q: "merino", family: "knitwear" }, hasAlerts: true }));
  await as(buyer, { at: ago(5) }, () =>
    SavedSearch.save({ name: "Hoodies under US$20", query: { q: "hoodie", maxPrice: "2000" }, hasAlerts: false }),
  );
}

/** Days back on which somebody looked: more of late, as it is after a season's fair. */
const looks = [28, 24, 21, 19, 16, 14, 12, 10, 9, 7, 6, 5, 4, 3, 3, 2, 2, 1, 1, 0] as const;

/** Visitors of the last weeks, each with a word of their own; every third looks closer. */
async function visit({ cast }: Hall): Promise<void> {
  const productIds = (await listedBy(memberOf(cast, "shapla"))).slice(0, 5);
  for (const [index, daysAgo] of looks.entries()) {
    const seen = productIds.slice(0, 1 + (index % productIds.length));
    const kinds = index % 3 === 0 ? (["view", "swatch"] as const) : (["view"] as const);
    const notes = seen.flatMap((productId) => kinds.map((kind) => ({ productId, kind })));
    const visitor = `a-visitor-of-the-demo-${index}`;
    await as({ type: "visitor" }, { at: ago(daysAgo) }, () => Interest.note({ visitor, notes, isBot: false }));
  }
}

/** What buyers looked at, kept and asked about; the catalogue has to be there. */
export async function showInterest(hall: Hall): Promise<void> {
  await hall.notebook.once("kept", () => keep(hall));
  for (const [index, one] of talks.entries()) await hall.notebook.once(`talk ${index + 1}`, () => talk(hall, one));
  await hall.notebook.once("visits", () => visit(hall));
}
