import { accountBreaks } from "./breaks-accounts.ts";
import { privacyBreaks } from "./breaks-privacy.ts";
import type { Edit } from "./edit.ts";
import type { Tests } from "./run.ts";

/** One thing done wrong on purpose, and the test that must say so: its name, or the part of it that is the same in every case of a table. */
export type Break = Edit & { readonly name: string; readonly caughtIn: string; readonly by: string };

const core = "packages/core/src";

const quotes: readonly Break[] = [
  {
    name: "the quote's accept condition: whichever revision is named is accepted",
    file: `${core}/quote/accept.ts`,
    find: "if (quote.revision !== input.revision) throw",
    replace: "if (quote.revision < 1) throw",
    caughtIn: `${core}/quote/accept.test.ts`,
    by: "a revision that is not the one in force has to be read again",
  },
  {
    name: "the quote's accept condition: a price holds for ever",
    file: `${core}/quote/accept.ts`,
    find: 'if (quote.status !== "accepted" && quote.validUntil < now) throw',
    replace: 'if (quote.status !== "accepted" && quote.validUntil === now) throw',
    caughtIn: `${core}/quote/accept.test.ts`,
    by: "an expired quote is not accepted",
  },
  {
    name: "the quote's accept condition: the row is written whatever has happened to it since it was read",
    file: `${core}/quote/store.ts`,
    find: ".composite({ createdAt: before.createdAt })\n      .where(({ version }, { eq }) => eq(version, before.version))",
    replace: ".composite({ createdAt: before.createdAt })\n      .where(({ version }, { exists }) => exists(version))",
    caughtIn: `${core}/quote/accept.test.ts`,
    by: "who read the quote before somebody else accepted it is refused: it becomes one order",
  },
  {
    name: "a limit: two orders of one moment both count from the same sum",
    file: `${core}/spending/store.ts`,
    find: "SpentRow.patch(month)\n      .set({ sums, version: before.version + 1 })\n      .where(({ version }, { eq }) => eq(version, before.version))",
    replace: "SpentRow.patch(month)\n      .set({ sums, version: before.version + 1 })\n      .where(({ version }, { exists }) => exists(version))",
    caughtIn: `${core}/approval/approval.test.ts`,
    by: "is not passed by orders of one moment: as many hold as there is room for",
  },
  {
    name: "an approval: it holds for every revision of its quote",
    file: `${core}/spending/rules.ts`,
    find: "`quote:${subject.quoteId}:${subject.revision}`",
    replace: "`quote:${subject.quoteId}`",
    caughtIn: `${core}/approval/approval.test.ts`,
    by: "of a quote that has been edited since is void, to see and to use",
  },
  {
    name: "a policy: viewers may accept",
    file: `${core}/quote/policy.ts`,
    find: 'owns(actor, record) && actor.type === "member" && actor.kind !== "viewer"',
    replace: 'owns(actor, record) && actor.type === "member"',
    caughtIn: `${core}/quote/accept.test.ts`,
    by: "a viewer cannot accept for the organisation",
  },
  {
    name: "the price's rounding: cut off instead of half up",
    file: `${core}/pricing/exact.ts`,
    find: "Number((exact + CENT / 2n) / CENT)",
    replace: "Number(exact / CENT)",
    caughtIn: `${core}/pricing/rules.test.ts`,
    by: "half a cent of the exact total is rounded up",
  },
  {
    name: "a guest's code can be guessed as often as one likes",
    file: `${core}/proof/store.ts`,
    find: "`${lt(tries, MAX_TRIES)} AND ${gt(expiresAt, now)}`",
    replace: "`${lt(tries, 1_000_000)} AND ${gt(expiresAt, now)}`",
    caughtIn: `${core}/proof/proof.test.ts`,
    by: "that is wrong costs a try, and the sixth finds none left even with the right code",
  },
];

const money: readonly Break[] = [
  {
    name: "the webhook's signature is not checked",
    file: `${core}/adapters/stripe/hooks.ts`,
    find: 'if (!isSigned(raw, signature ?? "", secret)) throw',
    replace: 'if (!isSigned(raw, signature ?? "", secret) && raw === "") throw',
    caughtIn: `${core}/adapters/stripe/hooks.test.ts`,
    by: "a webhook signed with another secret is taken as Stripe's own client takes it",
  },
  {
    name: "a webhook's signature is taken however old it is",
    file: `${core}/adapters/stripe/hooks.ts`,
    find: "return isFresh && signatures",
    replace: "return (isFresh || true) && signatures",
    caughtIn: `${core}/adapters/stripe/hooks.test.ts`,
    by: "a webhook signed more than five minutes ago is taken as Stripe's own client takes it",
  },
  {
    name: "the ledger's sign: debits count down and credits up",
    file: `${core}/ledger/rules.ts`,
    find: '(side === "debit" ? amount : negate(amount))',
    replace: '(side === "credit" ? amount : negate(amount))',
    caughtIn: `${core}/ledger/rules.test.ts`,
    by: "paid is what came in less what went back, also after completion",
  },
  {
    name: "a refund is booked on the wrong side",
    file: `${core}/ledger/rules.ts`,
    find: 'balanced([...outOf(amount, held), credit("cash.stripe", amount)])',
    replace: 'balanced([credit("revenue", amount), debit("cash.stripe", amount)])',
    caughtIn: `${core}/ledger/rules.test.ts`,
    by: "a refund of a completed order comes out of revenue and leaves nothing open",
  },
  {
    name: "goods ship before the balance is paid",
    file: `${core}/order/ship.ts`,
    find: "if (record.received.amount < terms.total.amount) throw",
    replace: "if (record.received.amount < terms.deposit.amount) throw",
    caughtIn: `${core}/order/ship.test.ts`,
    by: "nothing ships while a cent of the price is unpaid",
  },
];

const table: readonly Break[] = [
  {
    name: "the outbox: a command writes its rows without its events",
    file: `${core}/table/commit.ts`,
    find: "return [...change.writes, ...events, ...reply];",
    replace: "return [...change.writes, ...reply];",
    caughtIn: `${core}/table/commit.test.ts`,
    by: "holds the record, its event in the outbox and the answer",
  },
  {
    name: "the outbox: events are written as if they had been published",
    file: `${core}/table/commit.ts`,
    find: 'const outbox = request.isReplay ? "replayed" : "pending";',
    replace: 'const outbox = "replayed" as const;',
    caughtIn: `${core}/table/commit.test.ts`,
    by: "holds the record, its event in the outbox and the answer",
  },
  {
    name: "the idempotency key's condition: its row is written over",
    file: `${core}/table/commit.ts`,
    find: "change.reply, request.now))] : [];",
    replace: 'change.reply, request.now))].map(({ Put }) => ({ Put: { TableName: Put?.TableName ?? "", Item: Put?.Item ?? {} } })) : [];',
    caughtIn: `${core}/table/commit.test.ts`,
    by: "sent ten times at once does work once that nothing else would refuse",
  },
  {
    name: "a worker does again what it has done",
    file: "packages/functions/src/queues/consume.ts",
    find: "if (done) return;",
    replace: "",
    caughtIn: "packages/functions/src/queues/consume.test.ts",
    by: "that comes twice does its work once",
  },
];

const doors: readonly Break[] = [
  {
    name: "an authorizer: one route asks for no token",
    file: "stacks/api.ts",
    find: 'authorizer: auth === "member" ? token : open,',
    replace: 'authorizer: auth === "member" && operationId !== "getMe" ? token : open,',
    caughtIn: "stacks/api.test.ts",
    by: "a route asks for a token of the user pool unless its contract names another way",
  },
  {
    name: "an ID token opens what an access token does",
    file: "packages/functions/src/http/auth.ts",
    find: 'token_use: z.literal("access"),',
    replace: "token_use: z.string(),",
    caughtIn: "packages/functions/src/http/app.test.ts",
    by: "an ID token, which opens nothing",
  },
  {
    name: "who was removed goes on until the token ends",
    file: `${core}/account/session.ts`,
    find: 'if (!seat) throw unauthenticated("membership.ended", "You no longer belong to this organisation; sign in again");',
    replace: "if (!seat) return actor;",
    caughtIn: `${core}/account/account.test.ts`,
    by: "a member who was removed is refused at the next command",
  },
  {
    name: "the tracking link shows stages with their notes and reasons",
    file: `${core}/order/track.ts`,
    find: "view.stages.map(({ note: _note, revisionReason: _reason, ...stage }) => stage)",
    replace: "[...view.stages]",
    caughtIn: `${core}/order/track.test.ts`,
    by: "the tracking link shows these fields and no others",
  },
  {
    name: "the tracking link shows everything the buyer sees",
    file: `${core}/order/track.ts`,
    find: "orderNumber: view.orderNumber,",
    replace: "...view,",
    caughtIn: `${core}/order/track.test.ts`,
    by: "the tracking link shows these fields and no others",
  },
  {
    name: "the factory floor sees the supplier's price",
    file: `${core}/order/view.ts`,
    find: '...(reader.party === "supplier" ? { price } : {}),',
    replace: "price,",
    caughtIn: `${core}/order/list.test.ts`,
    by: "has no price for the factory floor",
  },
  {
    name: "an upload's content is not looked at",
    file: `${core}/adapters/images.ts`,
    find: "if (ImageType.safeParse(mime).success) return undefined;",
    replace: "if (ImageType.safeParse(mime).success || bytes.length > 0) return undefined;",
    caughtIn: `${core}/adapters/images.test.ts`,
    by: "a drawing with a script in it is refused as picture.drawing, by its content",
  },
];

/** Everything that is broken on purpose. */
export const breaks: readonly Break[] = [...quotes, ...money, ...table, ...doors, ...accountBreaks, ...privacyBreaks];

const literally = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** The one test, or the cases of the one table, that must catch this: others that fail too do not count. */
export const testsFor = ({ caughtIn, by }: Break): Tests => ({ file: caughtIn, named: literally(by) });

/** All named tests of a file in one run. */
export function controlsFor(all: readonly Break[]): readonly Tests[] {
  const byFile = Map.groupBy(all, ({ caughtIn }) => caughtIn);
  return [...byFile].map(([file, own]) => ({ file, named: [...new Set(own.map(({ by }) => literally(by)))].join("|") }));
}
