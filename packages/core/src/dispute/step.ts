import { type Money, usd } from "../kernel/money.ts";
import { nowIso } from "../kernel/request.ts";
import { chargebackLines, disputeLines } from "../ledger/rules.ts";
import { nothing, ours, posting, type Step } from "../payment/step.ts";
import type { Info as Payment } from "../payment/store.ts";
import type { DisputeMovement, ProviderDispute } from "../ports/payment.ts";
import * as event from "./event.ts";
import type { DisputeStatus } from "./model.ts";
import * as store from "./store.ts";

type Looking = { readonly payment: Payment; readonly told: ProviderDispute; readonly before: store.Info | undefined; readonly held: Money };

/** What a lost dispute took: the movements' sum, which is what stands in `disputes`. */
const takenBy = (movements: readonly DisputeMovement[]): Money => usd(movements.reduce((sum, { amount }) => sum - ours(amount).amount, 0));

const movedBy = (orderId: string, disputeId: string, { movementId, amount, fee }: DisputeMovement) =>
  posting(orderId, { kind: "dispute", key: `dispute#${disputeId}#${movementId}`, lines: disputeLines({ amount: ours(amount), fee: ours(fee) }) });

function eventOf(before: store.Info | undefined, after: Omit<store.Info, "version">) {
  const { orderId, disputeId, purpose, amount, status } = after;
  const facts = { orderId, disputeId, purpose, amount };
  const opened = before ? [] : [event.Opened(facts)];
  if (status === before?.status || status === "open") return opened;
  return [...opened, status === "won" ? event.Won(facts) : event.Lost(facts)];
}

/** What the provider moved and we have not booked yet; an inquiry moves nothing. */
const unbooked = ({ told: { movements }, before }: Looking): readonly DisputeMovement[] =>
  movements.filter(({ movementId, amount, fee }) => !before?.booked.includes(movementId) && (amount.amount !== 0 || fee.amount !== 0));

/** A dispute that is decided never opens again. */
const statusOf = ({ told, before }: Looking): DisputeStatus => (before && before.status !== "open" ? before.status : told.status);

function after(looking: Looking, fresh: readonly DisputeMovement[]): Omit<store.Info, "version"> {
  const { payment, told, before } = looking;
  const status = statusOf(looking);
  const known = before ?? { amount: ours(told.amount), booked: [], openedAt: nowIso(), closedAt: undefined };
  return {
    orderId: payment.orderId,
    disputeId: told.disputeId,
    purpose: payment.purpose,
    amount: known.amount,
    status,
    reason: told.reason,
    booked: [...known.booked, ...fresh.map(({ movementId }) => movementId)],
    openedAt: known.openedAt,
    ...(status === "open" ? {} : { closedAt: known.closedAt ?? nowIso() }),
  };
}

/** A dispute that is lost now: what was taken has gone back to the customer. */
function lossOf({ payment, told, before, held }: Looking, status: DisputeStatus): Step["postings"] {
  const taken = takenBy(told.movements);
  if (status !== "lost" || before?.status === "lost" || taken.amount <= 0) return [];
  return [posting(payment.orderId, { kind: "chargeback", key: `chargeback#${told.disputeId}`, lines: chargebackLines(taken, held) })];
}

/**
 * What makes our record of a dispute what the provider says it is: each movement of money is booked once, under its own id, and a lost
 * one is booked as gone back.
 */
export function disputeStep(looking: Looking): Step {
  const { payment, told, before } = looking;
  const fresh = unbooked(looking);
  const now = after(looking, fresh);
  if (before && now.status === before.status && fresh.length === 0) return nothing;
  return {
    ...nothing,
    writes: [store.saveWrite(before, now)],
    events: eventOf(before, now),
    postings: [...fresh.map((moved) => movedBy(payment.orderId, told.disputeId, moved)), ...lossOf(looking, now.status)],
  };
}
