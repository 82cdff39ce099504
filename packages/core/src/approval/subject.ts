import type { Actor } from "../kernel/actor.ts";
import { addDays, dateOf, endOfDay } from "../kernel/calendar.ts";
import { conflict } from "../kernel/error.ts";
import { demoMark, nowIso, Request } from "../kernel/request.ts";
import { priceOf } from "../order/place.ts";
import * as Quote from "../quote/index.ts";
import * as Rfq from "../rfq/index.ts";
import type { Approval } from "../spending/index.ts";
import { STOCK_DAYS, type Subject } from "../spending/model.ts";

/** What an order would be: read after it is clear that whoever asks may. */
type Priced = Pick<Approval, "title" | "family" | "amount" | "until"> & { readonly isDemo?: true };
type Found = { readonly ownerId: string; readonly isCurrent: boolean; readonly priced: () => Promise<Priced> };

const ownerOf = (actor: Actor): string => (actor.type === "member" ? actor.orgId : "");

async function ofQuote({ quoteId, revision }: Extract<Subject, { kind: "quote" }>): Promise<Found | undefined> {
  const found = await Quote.factsOf(quoteId);
  if (!found) return undefined;
  const { quote, current, ownerId } = found;
  const { total, family } = current.priced;
  const isOpen = (quote.status === "priced" || quote.status === "sent") && quote.validUntil >= nowIso();
  const priced = { title: quote.title, family, amount: total, until: quote.validUntil, ...(quote.isDemo ? { isDemo: true as const } : {}) };
  return { ownerId, isCurrent: isOpen && quote.revision === revision, priced: async () => priced };
}

async function ofBid({ rfqId, supplierId, round }: Extract<Subject, { kind: "rfq" }>): Promise<Found | undefined> {
  const found = await Rfq.awardable({ rfqId, supplierId });
  if (!found) return undefined;
  const { ownerId, round: standing, ...priced } = found;
  return { ownerId, isCurrent: standing === round, priced: async () => priced };
}

function ofStock({ productId, lines, unitPrice }: Extract<Subject, { kind: "stock" }>): Found {
  const until = endOfDay(addDays(dateOf(nowIso()), STOCK_DAYS));
  const priced = async () => ({ ...(await priceOf({ productId, lines, unitPrice })), until, ...demoMark() });
  return { ownerId: ownerOf(Request.use().actor), isCurrent: true, priced };
}

/** What an order of this would be, and whose; undefined for what is not there. */
export async function describe(subject: Subject): Promise<Found | undefined> {
  if (subject.kind === "quote") return ofQuote(subject);
  return subject.kind === "rfq" ? ofBid(subject) : ofStock(subject);
}

/** The refusal of what has changed since it was shown. */
export const changed = () => conflict("approval.void", "This has changed since; look at it again before you ask or decide");

type Current = (subject: Subject) => boolean;

/** Says of what was asked for whether it still is what it was; one request for all quotes, and one for all bids. */
export async function currentOf(approvals: readonly Approval[]): Promise<Current> {
  const open = approvals.filter(({ state }) => state === "asked" || state === "approved").map(({ subject }) => subject);
  const [quotes, bids] = await Promise.all([
    Quote.openRevisions([...new Set(open.flatMap((one) => (one.kind === "quote" ? [one.quoteId] : [])))]),
    Rfq.standingRounds([...new Map(open.flatMap((one) => (one.kind === "rfq" ? [[`${one.rfqId} ${one.supplierId}`, one] as const] : []))).values()]),
  ]);
  return (subject) => {
    if (subject.kind === "quote") return quotes.get(subject.quoteId) === subject.revision;
    return subject.kind === "stock" || bids.get(`${subject.rfqId} ${subject.supplierId}`) === subject.round;
  };
}
