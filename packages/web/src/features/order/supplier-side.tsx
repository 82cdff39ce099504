import { agreeCounterOffer, listCandidates } from "@sleekapp/contracts/order";
import type { Output } from "../../lib/api.ts";
import { formatMoney, formatRate } from "../../lib/money.ts";
import { useCommand, useRead } from "../../lib/query.ts";
import { Button } from "../../ui/button.tsx";
import { ErrorPanel, FormError } from "../../ui/error-panel.tsx";
import { Loading, SkeletonText } from "../../ui/feedback.tsx";
import { Panel } from "../../ui/page-header.tsx";
import { Status, type Tone } from "../../ui/status.tsx";
import { Amount, Facts } from "../../ui/value.tsx";
import { BooksPanel } from "./books-panel.tsx";
import { type Order, orderReads } from "./reads.ts";

type Sourcing = Output<typeof listCandidates>;

const states: Readonly<Record<string, readonly [Tone, string]>> = {
  offered: ["waiting", "Waiting for the answer"],
  accepted: ["done", "Accepted"],
  completed: ["done", "Completed"],
  declined: ["late", "Declined"],
  withdrawn: ["neutral", "Withdrawn"],
  lapsed: ["late", "Not answered in time"],
  countered: ["waiting", "Asks another price"],
};

/** The price a supplier asks instead, and the button that takes it; to say no the offer is withdrawn. */
function Countered({ orderId, offer: { counterPrice, counterNote } }: { readonly orderId: string; readonly offer: Sourcing["offers"][number] }) {
  const agree = useCommand(agreeCounterOffer, { refresh: orderReads });
  if (!counterPrice) return null;
  return (
    <div className="mt-2 flex flex-col gap-2">
      {counterNote ? <p className="text-ink-2">{counterNote}</p> : null}
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <Button busy={agree.isPending} onClick={() => agree.mutate({ params: { orderId } })}>
          Take this price
        </Button>
        <Amount money={counterPrice} strong />
      </div>
      <FormError error={agree.error} />
    </div>
  );
}

function Offers({ orderId, sourcing }: { readonly orderId: string; readonly sourcing: Sourcing }) {
  const nameOf = (supplierId: string) => sourcing.candidates.find((one) => one.supplierId === supplierId)?.name ?? supplierId;
  if (sourcing.offers.length === 0) return <p className="text-ink-2">The order has not been offered to anybody yet.</p>;
  return (
    <ul>
      {sourcing.offers.map((offer) => {
        const [tone, words] = states[offer.state] ?? ["neutral", offer.state];
        return (
          <li key={offer.supplierId} className="border-b border-line py-3 first:pt-0 last:border-b-0 last:pb-0">
            <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1">
              <span className="flex flex-wrap items-center gap-3">
                <span className="font-medium">{nameOf(offer.supplierId)}</span>
                <Status tone={tone}>{words}</Status>
              </span>
              <Amount money={offer.price} />
            </div>
            {offer.reason ? <p className="mt-1 text-ink-2">{offer.reason}</p> : null}
            <Countered orderId={orderId} offer={offer} />
          </li>
        );
      })}
    </ul>
  );
}

/** What the order costs the platform: the offers, the margin, and the books. For admins only. */
export function SupplierSide({ order }: { readonly order: Order }) {
  const sourcing = useRead(listCandidates, { params: { orderId: order.orderId } });
  if (sourcing.error && !sourcing.data) return <ErrorPanel error={sourcing.error} onRetry={() => void sourcing.refetch()} />;
  if (!sourcing.data) {
    return (
      <Loading label="Loading the supplier's side">
        <SkeletonText />
      </Loading>
    );
  }
  const { buyerTotal, margin } = sourcing.data;
  return (
    <>
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <Panel title="Offers to suppliers">
          <Offers orderId={order.orderId} sourcing={sourcing.data} />
        </Panel>
        <Panel title="Margin">
          <Facts
            facts={[
              { label: "Buyer pays", value: <Amount money={buyerTotal} /> },
              {
                label: "Margin",
                value: margin ? (
                  <span className="tnum font-semibold">
                    {formatMoney({ ...buyerTotal, amount: margin.amount })} ({formatRate(margin.bps)})
                  </span>
                ) : (
                  "Known with the first offer"
                ),
              },
            ]}
          />
        </Panel>
      </div>
      <BooksPanel order={order} />
    </>
  );
}
