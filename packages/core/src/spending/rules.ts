import type { MemberKind } from "../kernel/actor.ts";
import { compare, type Money, subtract, sum, usd } from "../kernel/money.ts";
import type { ApprovalState, Limit, Settings, Subject, Sums } from "./model.ts";

type Person = { readonly userId: string; readonly kind: MemberKind };

/** One order as the limits count it; `at` is an instant, its day and month are UTC. */
export type Purchase = { readonly amount: Money; readonly family: string; readonly at: string };

/** A limit that an order would pass: what was ordered in its window before, and by how much it would be passed. */
export type Breach = { readonly limit: Limit; readonly spent: Money; readonly over: Money };

const names = ({ who }: Limit, { userId }: Person): boolean => "userId" in who && who.userId === userId;

/** The limits that hold for a person: those that name them, or, where none does, those of their seat. */
export function limitsOf(limits: readonly Limit[], person: Person): readonly Limit[] {
  const own = limits.filter((limit) => names(limit, person));
  return own.length > 0 ? own : limits.filter(({ who }) => "seat" in who && who.seat === person.kind);
}

const counts = ({ families }: Limit, family: string): boolean => families.length === 0 || families.some((one) => one === family);

const ofDay = (byFamily: Readonly<Record<string, number>>, limit: Limit): Money =>
  sum(Object.entries(byFamily).flatMap(([family, amount]) => (counts(limit, family) ? [usd(amount)] : [])));

/** What was ordered in the window of a limit up to now, of the families it counts: nothing before the first order of a window. */
export function spentIn(sums: Sums, limit: Limit, at: string): Money {
  if (limit.window === "order") return usd(0);
  const days = limit.window === "day" ? [sums[at.slice(8, 10)] ?? {}] : Object.values(sums);
  return sum(days.map((day) => ofDay(day, limit)));
}

/** How somebody stands by a limit: what they ordered in its window. */
export type Standing = { readonly limit: Limit; readonly spent: Money };

/** Every limit that an order would pass; a limit is reached, and not passed, by an order that ends exactly on it. */
export const passed = (own: readonly Standing[], { amount, family }: Pick<Purchase, "amount" | "family">): readonly Breach[] =>
  own
    .filter(({ limit }) => counts(limit, family))
    .flatMap(({ limit, spent }) => {
      const over = subtract(sum([spent, amount]), limit.max);
      return compare(over, usd(0)) > 0 ? [{ limit, spent, over }] : [];
    });

/** Every limit that this order would pass, after what was ordered before. */
export const breaches = (limits: readonly Limit[], sums: Sums, purchase: Purchase): readonly Breach[] =>
  passed(
    limits.map((limit) => ({ limit, spent: spentIn(sums, limit, purchase.at) })),
    purchase,
  );

/** The sums with one order more; a negative amount takes one back. */
export function counted(sums: Sums, { amount, family, at }: Purchase): Sums {
  const day = at.slice(8, 10);
  const before = sums[day] ?? {};
  return { ...sums, [day]: { ...before, [family]: (before[family] ?? 0) + amount.amount } };
}

/** Whether somebody approves what another person asked for: the owner and whom the owner named, and nobody what they asked for themselves. */
export const mayApprove = ({ approvers }: Pick<Settings, "approvers">, { userId, kind }: Person, askedBy: string): boolean =>
  userId !== askedBy && (kind === "owner" || (kind === "member" && approvers.includes(userId)));

type Kept = { readonly state: ApprovalState; readonly until: string };

/** Where an approval stands now: one of something that has changed since is void, and one that was not used in time has expired. */
export function stateOf({ state, until }: Kept, now: string, isCurrent: boolean): ApprovalState {
  if (state === "used" || state === "declined") return state;
  if (!isCurrent) return "void";
  return until < now ? "expired" : state;
}

/** What an approval is bound to, as one text: any other revision, bid, piece or price is another one. */
export function keyOf(subject: Subject): string {
  if (subject.kind === "quote") return `quote:${subject.quoteId}:${subject.revision}`;
  if (subject.kind === "rfq") return `rfq:${subject.rfqId}:${subject.supplierId}:${subject.round}`;
  const lines = subject.lines.toSorted((a, b) => (a.sku < b.sku ? -1 : 1)).map(({ sku, quantity }) => `${sku}=${quantity}`);
  return `stock:${subject.productId}:${subject.unitPrice.currency}${subject.unitPrice.amount}:${lines.join(",")}`;
}
