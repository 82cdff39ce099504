import { acceptOffer, getMyOffer } from "@sleekapp/contracts/order";
import { useCommand, useRead } from "../../lib/query.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { ErrorPanel, FormError } from "../../ui/error-panel.tsx";
import { Loading, SkeletonText } from "../../ui/feedback.tsx";
import { Panel } from "../../ui/page-header.tsx";
import { Amount, Facts, TimeAt } from "../../ui/value.tsx";
import { useDeed } from "./deeds.ts";
import { type Order, orderReads } from "./reads.ts";

const useOffer = (orderId: string) => useRead(getMyOffer, { params: { orderId } });

function OfferFacts({ orderId }: { readonly orderId: string }) {
  const offer = useOffer(orderId);
  if (offer.error && !offer.data) return <ErrorPanel error={offer.error} onRetry={() => void offer.refetch()} />;
  if (!offer.data) {
    return (
      <Loading label="Loading the offer">
        <SkeletonText />
      </Loading>
    );
  }
  return (
    <Facts
      facts={[
        { label: "Your price", value: <Amount money={offer.data.price} strong /> },
        ...(offer.data.counterPrice ? [{ label: "You asked", value: <Amount money={offer.data.counterPrice} strong /> }] : []),
        { label: "Answer by", value: <TimeAt at={offer.data.answerBy} /> },
        { label: "Offered", value: <TimeAt at={offer.data.offeredAt} /> },
      ]}
    />
  );
}

/** An offer that waits for this supplier's answer: its price and its deadline. The answer itself is the page's next step. */
export const OfferPanel = ({ order }: { readonly order: Order }) => (
  <Panel title="Offer to you" className="mb-6">
    <OfferFacts orderId={order.orderId} />
  </Panel>
);

/** The last look before an order is taken. */
export function AcceptOffer({ order: { orderId, goods }, onClose }: { readonly order: Order; readonly onClose: () => void }) {
  const { begin } = useDeed();
  const accept = useCommand(acceptOffer, { refresh: orderReads, onSuccess: onClose });
  return (
    <Dialog
      open
      onClose={onClose}
      title="Answer the offer"
      description={
        goods
          ? "When you accept, the pieces are inspected, and the buyer is promised that they are ready within a week."
          : "When you accept, production is planned from tomorrow and its last day is promised to the buyer."
      }
      actions={
        <>
          <Button onClick={() => begin("decline")}>Decline</Button>
          <Button onClick={() => begin("counter")}>Ask another price</Button>
          <Button variant="primary" busy={accept.isPending} onClick={() => accept.mutate({ params: { orderId } })}>
            Accept the order
          </Button>
        </>
      }
    >
      <OfferFacts orderId={orderId} />
      <div className="mt-4 empty:hidden">
        <FormError error={accept.error} />
      </div>
    </Dialog>
  );
}

/** A supplier's own price of an order it has taken. */
export function OwnPrice({ orderId }: { readonly orderId: string }) {
  const offer = useOffer(orderId);
  if (offer.error && !offer.data) return <span className="text-ink-3">Could not be read</span>;
  return offer.data ? <Amount money={offer.data.price} strong /> : <span className="text-ink-3">…</span>;
}
