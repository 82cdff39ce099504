import type { Account } from "./account.ts";
import { missing } from "./errors.ts";
import type { BalanceTransaction, Charge, Dispute } from "./objects.ts";
import { nowSeconds } from "./store.ts";

/** What Stripe charges for a dispute, in cents. */
const FEE = 1_500;

type Moved = { readonly source: string; readonly currency: string; readonly amount: number; readonly fee: number };

function move(account: Account, { source, currency, amount, fee }: Moved): BalanceTransaction {
  return account.store.put({
    id: account.store.newId("txn"),
    object: "balance_transaction",
    amount,
    created: nowSeconds(),
    currency,
    fee,
    net: amount - fee,
    livemode: false,
    metadata: {},
    source,
    status: "available",
    type: "adjustment",
  });
}

/** A bank asks for a charge back: Stripe takes the amount and its fee at once, and says so twice. */
export function openDispute(account: Account, made: Charge): Dispute {
  const { store } = account;
  made.disputed = true;
  store.put(made);
  const id = store.newId("du");
  const { currency, amount } = made;
  const dispute = store.put<Dispute>({
    id,
    object: "dispute",
    amount,
    balance_transactions: [move(account, { source: id, currency, amount: -amount, fee: FEE })],
    charge: made.id,
    created: nowSeconds(),
    currency,
    is_charge_refundable: false,
    livemode: false,
    metadata: {},
    payment_intent: made.payment_intent,
    reason: "fraudulent",
    status: "needs_response",
  });
  account.emit("charge.dispute.created", dispute);
  account.emit("charge.dispute.funds_withdrawn", dispute);
  return dispute;
}

/** Decides a dispute as the bank would: of a won one the amount comes back, and Stripe keeps its fee. */
export function closeDispute(account: Account, disputeId: string, outcome: "won" | "lost"): Dispute {
  const dispute = account.store.find("dispute", disputeId);
  if (!dispute) throw missing("dispute", disputeId);
  dispute.status = outcome;
  if (outcome === "won") {
    const { id, currency, amount } = dispute;
    dispute.balance_transactions.push(move(account, { source: id, currency, amount, fee: 0 }));
  }
  account.store.put(dispute);
  account.emit("charge.dispute.closed", dispute);
  if (outcome === "won") account.emit("charge.dispute.funds_reinstated", dispute);
  return dispute;
}
