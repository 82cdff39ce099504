import type { ReactNode } from "react";
import { Panel } from "../../ui/page-header.tsx";
import { DateOn, type Fact, Facts } from "../../ui/value.tsx";
import { OrderFiles } from "../quote/files/maker-files.tsx";
import { BriefSummary } from "../quote/brief-summary.tsx";
import { OrderDesign } from "../design/shown-design.tsx";
import { ContactPanel, mayRing } from "./contact-panel.tsx";
import { Goods } from "./goods.tsx";
import { OwnPrice } from "./offer-panel.tsx";
import type { Order } from "./reads.ts";

const fact = (label: string, value: ReactNode | undefined): readonly Fact[] => (value === undefined ? [] : [{ label, value }]);

function shipmentFacts(shipment: NonNullable<Order["shipment"]>): readonly Fact[] {
  return [
    { label: "Carrier", value: shipment.carrier },
    { label: "Tracking number", value: <span className="tnum break-all select-all">{shipment.trackingNumber}</span> },
    { label: "Shipped", value: <DateOn on={shipment.shippedOn} /> },
    ...fact("Delivered", shipment.deliveredOn ? <DateOn on={shipment.deliveredOn} /> : undefined),
  ];
}

const taken = (order: Order) => order.party === "supplier" && order.status !== "offered";

/** A supplier that is only offered an order opens its files when it has taken it. */
const mayOpenFiles = ({ party, status }: Order) => status !== "offered" || party === "buyer" || party === "admin";

/** What the order is and who makes it, beside its progress: how it travels, the factory, what was asked for. */
export function OrderFacts({ order }: { readonly order: Order }) {
  const making: readonly Fact[] = [
    ...fact("Factory", order.supplierName),
    ...fact("Your price", taken(order) ? <OwnPrice orderId={order.orderId} /> : undefined),
    ...fact("Promised", order.promisedOn ? <DateOn on={order.promisedOn} /> : undefined),
  ];
  return (
    <div className="flex flex-col gap-4">
      {order.shipment ? (
        <Panel title="Shipment">
          <Facts facts={shipmentFacts(order.shipment)} />
        </Panel>
      ) : null}
      {making.length > 0 ? (
        <Panel title="Making">
          <Facts facts={making} />
        </Panel>
      ) : null}
      {mayRing(order) ? <ContactPanel orderId={order.orderId} /> : null}
      {order.brief ? (
        <Panel title="What is made">
          <BriefSummary brief={order.brief} />
        </Panel>
      ) : null}
      {order.brief && mayOpenFiles(order) ? <OrderFiles orderId={order.orderId} /> : null}
      <OrderDesign order={order} />
      {order.goods ? (
        <Panel title="What is sent">
          <Goods goods={order.goods} />
        </Panel>
      ) : null}
    </div>
  );
}
