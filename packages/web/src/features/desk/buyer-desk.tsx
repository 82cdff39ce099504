import { listOrders } from "@sleekapp/contracts/order";
import { listApprovals } from "@sleekapp/contracts/spending";
import { listQuotes } from "@sleekapp/contracts/quote";
import { useMe } from "../../lib/me.ts";
import { useRead } from "../../lib/query.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/feedback.tsx";
import { ActionList } from "./action-list.tsx";
import { ActiveOrders } from "./active-orders.tsx";
import { approvalActions, orderActions, quoteActions } from "./desk-actions.ts";
import { DeskState } from "./desk-state.tsx";
import { RecentQuotes } from "./recent-quotes.tsx";

const open = { query: { lane: "open", limit: 50 } } as const;

/** A buyer's desk: what waits for them, their orders, their newest quotes. */
export function BuyerDesk() {
  const orders = useRead(listOrders, open, { live: true });
  const quotes = useRead(listQuotes, open, { live: true });
  const approvals = useRead(listApprovals, {});
  const { data: me } = useMe();
  const waiting = approvalActions(approvals.data?.items ?? [], me?.userId);
  const [found, asked] = [orders.data?.items ?? [], quotes.data?.items ?? []];
  return (
    <DeskState reads={[orders, quotes, approvals]}>
      {found.length + asked.length + waiting.length === 0 ? (
        <EmptyState
          title="Everything starts with a quote"
          action={
            <ButtonLink to="/quote" variant="primary">
              Get a quote
            </ButtonLink>
          }
        >
          Describe what you want made. The price, the lead time and every line behind them come at once; accepting a quote makes it an order.
        </EmptyState>
      ) : (
        <div className="flex flex-col gap-8">
          <ActionList
            actions={[...waiting, ...orderActions(found), ...quoteActions(asked)]}
            nothing="Nothing waits for you. What does will stand here first."
          />
          <ActiveOrders
            orders={found}
            hasMore={orders.data?.nextCursor !== undefined}
            empty="An order begins when you accept a quote; it stays here until the goods have arrived."
          />
          <RecentQuotes quotes={asked} />
        </div>
      )}
    </DeskState>
  );
}
