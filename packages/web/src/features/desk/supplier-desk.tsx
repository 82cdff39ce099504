import { listMyProducts } from "@sleekapp/contracts/catalog";
import { getMySupplier } from "@sleekapp/contracts/identity";
import { listOrders } from "@sleekapp/contracts/order";
import { useRead } from "../../lib/query.ts";
import { FiguresPanels } from "../supplier/figures-panels.tsx";
import { ActionList } from "./action-list.tsx";
import { ActiveOrders } from "./active-orders.tsx";
import { ApplicationState, isAdmitted } from "./application-state.tsx";
import { applicationActions, orderActions, productActions } from "./desk-actions.ts";
import { DeskState } from "./desk-state.tsx";

const open = { query: { lane: "open", limit: 50 } } as const;
const returned = (status: "changes_requested" | "rejected") => ({ query: { status, limit: 50 } }) as const;
const noOrders = "When an order fits what you make, it is offered to you and stands here.";
const nothing = "Nothing waits for you. Offers, stages to report and goods to ship will stand here first.";

/** The floor sees its orders and nothing of the company. */
export function FloorDesk() {
  const orders = useRead(listOrders, open, { live: true });
  const found = orders.data?.items ?? [];
  return (
    <DeskState reads={[orders]}>
      <div className="flex flex-col gap-8">
        <ActionList actions={orderActions(found)} nothing="Nothing waits for you. Stages to report will stand here first." />
        <ActiveOrders orders={found} hasMore={orders.data?.nextCursor !== undefined} empty="Orders of your factory stand here while they are made." />
      </div>
    </DeskState>
  );
}

/** What a supplier's desk reads: the company first, the rest once it is let in. */
function useOffice() {
  const supplier = useRead(getMySupplier, {}, { live: true });
  const isIn = supplier.data !== undefined && isAdmitted(supplier.data.verification);
  const orders = useRead(listOrders, open, { live: true, enabled: isIn });
  const changes = useRead(listMyProducts, returned("changes_requested"), { enabled: isIn });
  const refused = useRead(listMyProducts, returned("rejected"), { enabled: isIn });
  const found = orders.data?.items ?? [];
  const products = [...(changes.data?.items ?? []), ...(refused.data?.items ?? [])];
  const actions = supplier.data ? [...applicationActions(supplier.data), ...orderActions(found), ...productActions(products)] : [];
  return {
    reads: [supplier, orders, changes, refused],
    supplier: supplier.data,
    isIn,
    orders: found,
    hasMore: orders.data?.nextCursor !== undefined,
    actions,
  };
}

/** A supplier's desk: the application until it is answered, then what waits for them and their orders. */
export function OfficeDesk() {
  const { reads, supplier, isIn, orders, hasMore, actions } = useOffice();
  return (
    <DeskState reads={reads}>
      <div className="flex flex-col gap-8">
        {supplier ? <ApplicationState supplier={supplier} /> : null}
        {isIn || actions.length > 0 ? <ActionList actions={actions} nothing={nothing} /> : null}
        {isIn ? <FiguresPanels where="desk" /> : null}
        {isIn ? <ActiveOrders orders={orders} hasMore={hasMore} empty={noOrders} /> : null}
      </div>
    </DeskState>
  );
}
