import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import type { Member } from "../kernel/actor.ts";
import { AppError, conflict, type ErrorDetails, invalid } from "../kernel/error.ts";
import type { DomainEvent } from "../kernel/event.ts";
import { compare, negate } from "../kernel/money.ts";
import { nowIso, Request } from "../kernel/request.ts";
import { Used } from "./event.ts";
import type { Subject, Sums } from "./model.ts";
import { breaches, counted, limitsOf, type Purchase, stateOf } from "./rules.ts";
import * as store from "./store.ts";

/** The rules of the buyer who calls; undefined for one whose organisation never set any. Asked beside the record that is to become an order. */
export async function rulesOfCaller(): Promise<store.Rules | undefined> {
  const { actor } = Request.use();
  return actor.type === "member" && actor.orgKind === "buyer" ? store.findRules(actor.orgId) : undefined;
}

export type Ordering = {
  readonly rules: store.Rules | undefined;
  readonly buyer: Member;
  readonly purchase: Purchase;
  /** The exact thing that becomes an order; an approval of any other is none of this. */
  readonly subject: Subject;
  readonly poNumber?: string | undefined;
  /** What the buyer has ordered this month so far, where nobody has counted yet. */
  readonly before: () => Promise<Sums>;
  /** The refusal of an order past the limits; its details say which, what was ordered, and by how much they would be passed. */
  readonly refused: (details: ErrorDetails) => AppError;
};

/** What an order does to the limits, for the transaction that opens it. */
export type Taken = {
  readonly isCounted: boolean;
  readonly writes: readonly TransactWriteItem[];
  readonly events: (orderId: string) => readonly DomainEvent[];
};

const nothing: Taken = { isCounted: false, writes: [], events: () => [] };

const isUsable = (approval: store.Approval, { purchase, buyer }: Ordering): boolean =>
  stateOf(approval, nowIso(), true) === "approved" &&
  approval.askedBy === buyer.userId &&
  approval.family === purchase.family &&
  compare(approval.amount, purchase.amount) === 0;

/** The approval that carries an order past its limits. Throws the refusal where there is none. */
function carrying(ordering: Ordering, sums: Sums, approval: store.Approval | undefined): store.Approval | undefined {
  const { rules, buyer, purchase } = ordering;
  const over = breaches(limitsOf(rules?.limits ?? [], buyer), sums, purchase);
  if (over.length === 0) return undefined;
  if (approval && isUsable(approval, ordering)) return approval;
  throw ordering.refused({ limits: over, ...(approval ? { approvalId: approval.approvalId } : {}) });
}

/**
 * Counts an order to what its buyer has ordered, within the limits or by an approval of exactly this, which is used up by it. An
 * organisation without rules writes nothing. Throws `spending.po_required`, and the given refusal for an order past a limit; two
 * orders of one person in one moment meet on one row, and the second has to be counted again (`again`).
 */
export async function take(ordering: Ordering): Promise<Taken> {
  const { rules, buyer, purchase, subject } = ordering;
  if (!rules) return nothing;
  if (rules.isPoRequired && ordering.poNumber === undefined)
    throw invalid("spending.po_required", "Your organisation wants a purchase order number on every order", {
      fields: [{ path: "poNumber", message: "Your organisation wants the number of your purchase order." }],
    });
  const month = { orgId: buyer.orgId, month: purchase.at.slice(0, 7), userId: buyer.userId };
  const { spent, approval } = await store.findSpentAnd(month, store.approvalIdOf(buyer.orgId, subject));
  const sums = spent?.sums ?? (await ordering.before());
  const used = carrying(ordering, sums, approval);
  return {
    isCounted: true,
    writes: [store.spentWrite(month, spent, counted(sums, purchase)), ...(used ? [store.approvalWrite(used, { state: "used" })] : [])],
    events: (orderId) => (used ? [Used({ approvalId: used.approvalId, ownerId: buyer.orgId, orderId })] : []),
  };
}

/** Another order of the same person came first, so that this one has to be counted again. */
export const overtaken = (): AppError => conflict("spending.overtaken", "Another order of yours was made at this moment; try again");

const TRIES = 5;

/** Does the work again while other orders of the same person come first. */
export async function again<T>(work: () => Promise<T>, tries = TRIES): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (tries <= 1 || !(error instanceof AppError) || error.code !== "spending.overtaken") throw error;
    return again(work, tries - 1);
  }
}

/** What a person gets back of an order that was given up before it was paid; nothing once its month is not kept any more. */
export async function giveBack({
  month,
  purchase,
}: {
  readonly month: store.Month;
  readonly purchase: Purchase;
}): Promise<readonly TransactWriteItem[]> {
  const spent = await store.findSpent(month);
  return spent ? [store.spentWrite(month, spent, counted(spent.sums, { ...purchase, amount: negate(purchase.amount) }))] : [];
}
