import * as z from "zod";
import { action } from "../kernel/action.ts";
import { conflict, forbidden } from "../kernel/error.ts";
import { id } from "../kernel/id.ts";
import { nowIso } from "../kernel/request.ts";
import * as Order from "../order/index.ts";
import { PoNumber } from "../spending/model.ts";
import * as Spending from "../spending/take.ts";
import { commit } from "../table/commit.ts";
import * as Terms from "../terms/index.ts";
import { Accepted } from "./event.ts";
import { ShippingAddress } from "./model.ts";
import { openingOf } from "./opening.ts";
import * as policy from "./policy.ts";
import { process } from "./process.ts";
import * as store from "./store.ts";

const Accepting = z.strictObject({
  quoteId: id("quote"),
  revision: z.int().min(1),
  shippingAddress: ShippingAddress,
  termsVersion: z.string().max(20),
  poNumber: PoNumber.optional(),
});
type Accepting = z.output<typeof Accepting>;

/** The quote, and beside it what the buyer's organisation lets its people order. */
async function load({ quoteId }: Accepting) {
  const [found, rules] = await Promise.all([store.find(quoteId), Spending.rulesOfCaller()]);
  return found && { ...found, rules };
}

function assertAcceptable({ quote }: store.Core, input: Accepting, now: string): void {
  if (quote.revision !== input.revision) throw conflict("quote.revised", "This quote has been revised; read it again", { revision: quote.revision });
  if (quote.status !== "accepted" && quote.validUntil < now) throw conflict("quote.expired", "This quote has expired; ask for the price of today");
  if (input.termsVersion !== Terms.current.version)
    throw conflict("terms.changed", "The terms have changed; read them again", { version: Terms.current.version });
}

/**
 * The buyer accepts the exact revision they were shown: one order, whatever is clicked twice. A newer or expired one must be read
 * again. Throws `quote.approval_needed` past a limit of the buyer's organisation, with the limits that are passed.
 */
export const accept = action(
  { name: "quote.accept", effect: "command", input: Accepting, load, policy: policy.accept },
  async ({ input, record, actor, now }) => {
    const { quote, current, rules } = record;
    assertAcceptable(record, input, nowIso());
    const status = process.next(quote.status, "accept");
    if (actor.type !== "member") throw forbidden("quote.accept.forbidden", "You are not allowed to do this");
    const { shippingAddress, poNumber } = input;
    return Spending.again(async () => {
      const taken = await Spending.take({
        rules,
        buyer: actor,
        purchase: { amount: current.priced.total, family: current.priced.family, at: nowIso() },
        subject: { kind: "quote", quoteId: quote.quoteId, revision: quote.revision },
        poNumber,
        before: () => Order.orderedBy(actor, nowIso().slice(0, 7)),
        refused: (details) => conflict("quote.approval_needed", "This is more than your organisation lets you order by yourself", details),
      });
      const opened = Order.open(openingOf(quote, current, { shippingAddress, acceptedBy: actor.userId, now, poNumber, isCounted: taken.isCounted }));
      const { orderId, orderNumber } = opened;
      const writes = [store.headerWrite(quote, { status, orderId, orderNumber }, nowIso()), ...opened.writes];
      return commit({
        about: orderId,
        writes: [...writes, ...taken.writes],
        changed: { before: quote, after: { status, orderId } },
        events: [Accepted({ quoteId: quote.quoteId, revision: quote.revision, orderId }), ...opened.events, ...taken.events(orderId)],
        reply: { orderId, orderNumber },
        refused: (index) =>
          index < writes.length ? conflict("quote.changed", "This quote changed while you were looking at it") : Spending.overtaken(),
      });
    });
  },
);
