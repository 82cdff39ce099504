import { getPaymentPlan } from "@sleekapp/contracts/money";
import { getOrder, listOrders } from "@sleekapp/contracts/order";
import type { OrderView } from "@sleekapp/core/order/view";
import type { Purpose } from "@sleekapp/core/payment/model";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useParams } from "react-router";
import { HeldNote } from "../../features/order/goods.tsx";
import { InvoiceLinks } from "../../features/order/invoice-links.tsx";
import { NotDue, Paid, Pending } from "../../features/pay/outcome.tsx";
import { HowMuch } from "../../features/pay/how-much.tsx";
import { PayPanel } from "../../features/pay/pay-panel.tsx";
import { type Plan, type Standing, amountFor, purposeIn, purposeNames, standingOf } from "../../features/pay/standing.ts";
import { keyOf, useRead } from "../../lib/query.ts";
import { useUrlState } from "../../lib/url-state.ts";
import { PageSkeleton } from "../../shell/guard.tsx";
import { PageError } from "../../shell/page-error.tsx";
import { PageHeader, Panel, useTitle } from "../../ui/page-header.tsx";
import { Amount, Facts } from "../../ui/value.tsx";

/** How often the page asks while the bank's word is awaited; the webhook is the one that brings it. */
const POLL_MS = 1_500;

/** Once the card is sent it is no longer due, though the bank has not spoken yet. */
const shownAs = (standing: Standing, isSent: boolean): Standing => (standing === "due" && isSent ? "processing" : standing);

/** Pays the deposit or the balance of one order. It says paid when the API does, never before. */
export function Page() {
  const { id: orderId = "" } = useParams();
  const [{ for: asked }] = useUrlState({ for: "deposit" });
  const purpose = purposeIn(asked);
  const [sent, setSent] = useState<Purpose | undefined>(undefined);
  const client = useQueryClient();
  const params = { params: { orderId } };
  const plan = useRead(getPaymentPlan, params, { every: sent === purpose ? POLL_MS : false });
  // Pieces from stock are held for the deposit, and an order whose hold has run out is cancelled under the reader's eyes.
  const order = useRead(getOrder, params, { live: purpose === "deposit" });
  const standing = plan.data && order.data ? standingOf(plan.data, order.data.status, purpose) : undefined;
  const isOver = standing === "paid";
  useEffect(() => {
    if (!isOver || sent !== purpose) return;
    setSent(undefined);
    for (const read of [getOrder, listOrders]) void client.invalidateQueries({ queryKey: keyOf(read) });
  }, [isOver, sent, purpose, client]);
  const failed = [plan, order].filter((read) => read.error && !read.data);
  if (failed.length > 0) return <PageError error={failed[0]?.error} onRetry={() => failed.forEach((read) => void read.refetch())} />;
  if (!plan.data || !order.data || standing === undefined) return <PageSkeleton />;
  return (
    <Pay
      key={purpose}
      order={order.data}
      plan={plan.data}
      purpose={purpose}
      standing={shownAs(standing, sent === purpose)}
      onSent={() => setSent(purpose)}
    />
  );
}

type PayProps = {
  readonly order: OrderView;
  readonly plan: Plan;
  readonly purpose: Purpose;
  readonly standing: Standing;
  readonly onSent: () => void;
};

function Pay({ order, plan, purpose, standing, onSent }: PayProps) {
  const { orderId, orderNumber, title } = order;
  const name = purposeNames[purpose];
  useTitle(`${name} of ${orderNumber}`);
  return (
    <>
      <PageHeader title={`${name} of ${orderNumber}`} parent={{ label: `Order ${orderNumber}`, to: `/app/orders/${orderId}` }}>
        {title}
      </PageHeader>
      {standing === "due" && order.goods?.heldUntil ? (
        <div className="mb-6">
          <HeldNote until={order.goods.heldUntil} />
        </div>
      ) : null}
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <Panel title={standing === "paid" ? "Payment" : "Pay by card"}>
          <Outcome order={order} plan={plan} purpose={purpose} standing={standing} onSent={onSent} />
        </Panel>
        <div className="flex min-w-0 flex-col gap-6 max-lg:order-first">
          <Panel title="What is paid when">
            <Facts
              facts={[
                { label: "Agreed price", value: <Amount money={plan.total} /> },
                { label: "Deposit", value: <Amount money={plan.deposit} strong={purpose === "deposit"} /> },
                { label: "Balance", value: <Amount money={plan.balance} strong={purpose === "balance"} /> },
                { label: "Paid so far", value: <Amount money={plan.paid} /> },
              ]}
            />
          </Panel>
          <Panel title="Invoices">
            <InvoiceLinks invoices={plan.invoices} />
          </Panel>
        </div>
      </div>
    </>
  );
}

function Due({ order: { orderId, orderNumber }, plan, purpose, onSent }: Omit<PayProps, "standing">) {
  const [{ pay }, setState] = useUrlState({ pay: "deposit" });
  const inFull = purpose === "deposit" && pay === "full";
  return (
    <>
      {purpose === "deposit" ? <HowMuch plan={plan} inFull={inFull} onChange={(full) => setState({ pay: full ? "full" : undefined })} /> : null}
      <PayPanel key={String(inFull)} orderId={orderId} orderNumber={orderNumber} purpose={purpose} plan={plan} inFull={inFull} onSent={onSent} />
    </>
  );
}

function Outcome({ order, plan, purpose, standing, onSent }: PayProps) {
  const { orderId } = order;
  if (standing === "paid") return <Paid orderId={orderId} purpose={purpose} amount={amountFor(plan, purpose)} />;
  if (standing === "processing") return <Pending />;
  if (standing === "due") return <Due order={order} plan={plan} purpose={purpose} onSent={onSent} />;
  return <NotDue orderId={orderId} purpose={purpose} isCancelled={standing === "cancelled"} isFromStock={order.goods !== undefined} />;
}
