import type { TrackingView } from "@sleekapp/core/order/view";
import { formatCount } from "../../lib/money.ts";
import { EmptyState, Progress } from "../../ui/feedback.tsx";
import { Panel } from "../../ui/page-header.tsx";
import { PhotoGrid } from "../../ui/photo-grid.tsx";
import { ProductionThread } from "../../ui/production-thread.tsx";
import { Status } from "../../ui/status.tsx";
import { DateOn, type Fact, Facts, TimeAt } from "../../ui/value.tsx";
import { publicWords, threadOf } from "./words.ts";

/** What a tracking link shows of an order: how far it is, when it is promised, what the floor reported. */
export function OrderProgress({ order }: { readonly order: TrackingView }) {
  const { tone, text } = publicWords[order.status];
  return (
    <>
      <header className="mb-8">
        <p className="tnum text-small text-ink-3">Order {order.orderNumber}</p>
        <h1 tabIndex={-1} className="mt-1 font-serif text-head font-semibold tracking-tight sm:text-display">
          {order.title}
        </h1>
        <p className="mt-3 flex flex-wrap items-center gap-2">
          <Status tone={tone}>{text}</Status>
          {order.isLate ? <Status tone="late">Late</Status> : null}
        </p>
      </header>
      <div className="flex flex-col gap-6">
        <Summary order={order} />
        {order.stages.length > 0 ? (
          <Panel title="Stages">
            <ProductionThread stages={threadOf(order.stages)} size="panel" label={`Stages of order ${order.orderNumber}`} />
          </Panel>
        ) : (
          <EmptyState title="No stages yet">The plan appears here when a factory has accepted the order.</EmptyState>
        )}
        <Updates updates={order.updates} />
      </div>
    </>
  );
}

function factsOf({ quantity, promisedOn, shipment }: TrackingView): readonly Fact[] {
  const sent = shipment
    ? [
        { label: "Shipped", value: <DateOn on={shipment.shippedOn} /> },
        { label: "Carrier", value: shipment.carrier },
        { label: "Carrier's number", value: <span className="break-all select-all">{shipment.trackingNumber}</span> },
        ...(shipment.deliveredOn ? [{ label: "Delivered", value: <DateOn on={shipment.deliveredOn} /> }] : []),
      ]
    : [];
  return [
    { label: "Pieces", value: formatCount(quantity) },
    { label: "Ready to ship by", value: promisedOn ? <DateOn on={promisedOn} /> : "Not promised yet" },
    ...sent,
  ];
}

const Summary = ({ order }: { readonly order: TrackingView }) => (
  <Panel>
    <div className="mb-3 flex items-baseline justify-between gap-4">
      <span className="text-ink-2">Done so far</span>
      <span className="tnum text-lead font-semibold">{order.percent} %</span>
    </div>
    <Progress value={order.percent} label="Done so far" tone={order.percent === 100 ? "leaf" : "indigo"} />
    <Facts facts={factsOf(order)} className="tnum mt-4" />
  </Panel>
);

// On paper the last few reports in words are enough; the page stays one sheet.
const PRINTED = 4;

function Updates({ updates }: Pick<TrackingView, "updates">) {
  if (updates.length === 0) return null;
  return (
    <Panel title="From the floor">
      <ol className="flex flex-col divide-y divide-line">
        {updates.map((update, index) => (
          <li
            key={`${update.at} ${update.stageName}`}
            data-print={index < PRINTED ? undefined : "none"}
            className="flex flex-col gap-3 py-4 first:pt-0 last:pb-0"
          >
            <p className="flex flex-wrap items-baseline justify-between gap-x-4">
              <span className="tnum font-medium">
                {update.stageName}, {update.percent} %
              </span>
              <span className="text-small text-ink-3">
                <TimeAt at={update.at} />
              </span>
            </p>
            {update.photos.length > 0 ? (
              <div data-print="none">
                <PhotoGrid label={`Photos of ${update.stageName}`} photos={photosOf(update)} />
              </div>
            ) : null}
          </li>
        ))}
      </ol>
    </Panel>
  );
}

const photosOf = ({ stageName, photos }: TrackingView["updates"][number]) =>
  photos.map((url, index) => ({ id: url, url, alt: `${stageName}, photo ${index + 1}` }));
