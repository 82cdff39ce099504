import { getPayment, openPayment } from "@sleekapp/contracts/money";
import type { PaymentSession, Purpose } from "@sleekapp/core/payment/model";
import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { call } from "../../lib/api.ts";
import type { Money } from "../../lib/money.ts";
import { Button } from "../../ui/button.tsx";
import { ErrorPanel, ReachUs } from "../../ui/error-panel.tsx";
import { Note } from "../../ui/feedback.tsx";
import { CardSkeleton, PayForm } from "./pay-form.tsx";
import type { Plan } from "./standing.ts";
import { stripe } from "./stripe.ts";

type PayPanelProps = {
  readonly orderId: string;
  readonly orderNumber: string;
  readonly purpose: Purpose;
  readonly plan: Plan;
  /** The whole price in place of the deposit. */
  readonly inFull: boolean;
  readonly onSent: () => void;
};

/** The payment to go on with. It is opened once for each order and purpose; a reload finds the same one. */
async function session({ orderId, purpose, plan, inFull }: PayPanelProps): Promise<PaymentSession> {
  const known = plan.payments.find((payment) => payment.purpose === purpose);
  const isNew = !known || known.status === "initiating" || known.status === "canceled";
  const wanted = inFull ? plan.total : plan.deposit;
  const isOther = purpose === "deposit" && known?.amount.amount !== wanted.amount;
  if (isNew || isOther) await call(openPayment, { params: { orderId }, body: { purpose, ...(inFull ? { inFull } : {}) } });
  return call(getPayment, { params: { orderId, purpose } });
}

/** Stripe and what it says of this payment: a page that was left after paying must not ask for the card again. */
async function provider(clientSecret: string) {
  const client = await stripe();
  const { paymentIntent } = await client.retrievePaymentIntent(clientSecret);
  return { client, isSent: paymentIntent?.status === "succeeded" || paymentIntent?.status === "processing" };
}

const once = { staleTime: Number.POSITIVE_INFINITY, gcTime: 0, refetchOnWindowFocus: false } as const;

/** The card form, or why there is none. */
export function PayPanel(props: PayPanelProps) {
  const { orderId, purpose, inFull } = props;
  const opened = useQuery({ queryKey: ["pay", orderId, purpose, inFull], queryFn: () => session(props), ...once });
  if (opened.error && !opened.data) {
    return <ErrorPanel error={opened.error} title="The payment could not be opened" onRetry={() => void opened.refetch()} />;
  }
  if (!opened.data) return <CardSkeleton />;
  const { clientSecret, failure, amount } = opened.data;
  if (clientSecret === undefined) return <Note>There is no card form for this payment now. Look at it again in a moment.</Note>;
  return <WithStripe {...props} clientSecret={clientSecret} lastFailure={failure} amount={amount} />;
}

type WithStripeProps = PayPanelProps & {
  readonly clientSecret: string;
  readonly lastFailure: string | undefined;
  readonly amount: Money;
};

function WithStripe({ clientSecret, lastFailure, amount, orderNumber, onSent }: WithStripeProps) {
  const found = useQuery({ queryKey: ["stripe", clientSecret], queryFn: () => provider(clientSecret), ...once });
  const isSent = found.data?.isSent === true;
  useEffect(() => {
    if (isSent) onSent();
  }, [isSent, onSent]);
  if (found.error && !found.data) return <Blocked orderNumber={orderNumber} onRetry={() => void found.refetch()} />;
  if (!found.data || isSent) return <CardSkeleton />;
  return <PayForm stripe={found.data.client} clientSecret={clientSecret} amount={amount} lastFailure={lastFailure} onSent={onSent} />;
}

/** Where Stripe cannot be reached nothing is lost: the invoice names what is owed, and people help. */
const Blocked = ({ orderNumber, onRetry }: { readonly orderNumber: string; readonly onRetry: () => void }) => (
  <div role="alert">
    <Note tone="waiting">
      <p className="font-medium">The card form could not be loaded</p>
      <p className="mt-1 text-ink-2">
        Cards are taken by Stripe, and this browser or network does not let its form through. Allow js.stripe.com or try another network. Or pay the
        invoice by bank transfer: write to us with the number <span className="tnum">{orderNumber}</span> and we send the bank details.
      </p>
      <p className="mt-1">
        <ReachUs reference={orderNumber} />
      </p>
      <Button size="small" className="mt-3" onClick={onRetry}>
        Retry
      </Button>
    </Note>
  </div>
);
