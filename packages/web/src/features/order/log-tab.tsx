import { getOrderLog } from "@sleekapp/contracts/order";
import { useRead } from "../../lib/query.ts";
import { ErrorPanel } from "../../ui/error-panel.tsx";
import { EmptyState, Loading, SkeletonText } from "../../ui/feedback.tsx";
import { Panel } from "../../ui/page-header.tsx";
import { TimeAt } from "../../ui/value.tsx";
import { actorNames, sentenceOf } from "./log-words.ts";
import type { Order } from "./reads.ts";

/** Everything that happened to the order that concerns its reader: what, who, when; newest first. */
export function LogTab({ order }: { readonly order: Order }) {
  const log = useRead(getOrderLog, { params: { orderId: order.orderId } }, { live: true });
  if (log.error && !log.data) return <ErrorPanel error={log.error} onRetry={() => void log.refetch()} />;
  if (!log.data) {
    return (
      <Loading label="Loading the log">
        <SkeletonText lines={6} />
      </Loading>
    );
  }
  if (log.data.items.length === 0)
    return <EmptyState title="Nothing yet">Every change of the order will stand here with who made it and when.</EmptyState>;
  return (
    <Panel>
      <ol>
        {log.data.items.toReversed().map((entry, index) => (
          <li
            key={`${entry.at}-${entry.type}-${index}`}
            className="grid gap-x-6 border-b border-line py-2.5 first:pt-0 last:border-b-0 last:pb-0 sm:grid-cols-[11rem_minmax(0,1fr)_8rem]"
          >
            <span className="text-small text-ink-3 sm:pt-px">
              <TimeAt at={entry.at} />
            </span>
            <span className="break-words">{sentenceOf(entry)}</span>
            <span className="text-small text-ink-2 sm:text-right">
              {actorNames[entry.by]}
              {entry.byId ? <span className="block text-ink-3 break-all">{entry.byId}</span> : null}
            </span>
          </li>
        ))}
      </ol>
    </Panel>
  );
}
