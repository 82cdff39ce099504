import type { getPaymentPlan } from "@sleekapp/contracts/money";
import { reasonNames } from "@sleekapp/core/refund/model";
import type { Output } from "../../lib/api.ts";
import { Panel } from "../../ui/page-header.tsx";
import { Status, type Tone } from "../../ui/status.tsx";
import { Amount, TimeAt } from "../../ui/value.tsx";

type Refund = Output<typeof getPaymentPlan>["refunds"][number];

const standings = {
  asked: { tone: "waiting", words: "On its way" },
  sent: { tone: "active", words: "On its way" },
  succeeded: { tone: "done", words: "Sent back" },
  failed: { tone: "late", words: "Did not go through; we look into it" },
} as const satisfies Record<Refund["status"], { readonly tone: Tone; readonly words: string }>;

/** What has gone back to the buyer or is on its way, each with its reason. */
export function RefundsPanel({ refunds }: { readonly refunds: readonly Refund[] }) {
  return (
    <Panel title="Refunds">
      <ul>
        {refunds.map(({ refundId, purpose, amount, status, reason, note, askedAt, settledAt }) => (
          <li key={refundId} className="border-b border-line py-3 first:pt-0 last:border-b-0 last:pb-0">
            <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1">
              <span className="flex flex-wrap items-center gap-3">
                <span className="font-medium">{reasonNames[reason]}</span>
                <Status tone={standings[status].tone}>{standings[status].words}</Status>
              </span>
              <Amount money={amount} />
            </div>
            <p className="mt-1 text-small text-ink-3">
              Of the {purpose}, <TimeAt at={settledAt ?? askedAt} />
            </p>
            {note === undefined ? null : <p className="mt-1 break-words text-ink-2">{note}</p>}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
