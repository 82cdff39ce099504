import { Elements, PaymentElement, useElements, useStripe } from "@stripe/react-stripe-js";
import type { Appearance, Stripe } from "@stripe/stripe-js";
import { useMemo, useState } from "react";
import { type Money, formatMoney } from "../../lib/money.ts";
import { useScheme } from "../../lib/theme.ts";
import { Button } from "../../ui/button.tsx";
import { Loading, Note, Skeleton } from "../../ui/feedback.tsx";

type PayFormProps = {
  readonly stripe: Stripe;
  readonly clientSecret: string;
  readonly amount: Money;
  /** Why the last try failed, as the API says; replaced by the next try's own answer. */
  readonly lastFailure: string | undefined;
  /** The provider has taken the card; what counts is what the API says next. */
  readonly onSent: () => void;
};

/** Our colours as they are in the current theme, for the fields that live in Stripe's frame, which reads no variables of ours. */
function appearance(scheme: "light" | "dark"): Appearance {
  // A new probe for each colour: one that changes would be in transition from the last.
  const colour = (name: string): string => {
    const probe = document.createElement("span");
    probe.style.color = `var(${name})`;
    document.body.append(probe);
    const { color } = getComputedStyle(probe);
    probe.remove();
    return color;
  };
  const variables = {
    colorPrimary: colour("--indigo"),
    colorBackground: colour("--surface"),
    colorText: colour("--ink"),
    colorDanger: colour("--madder"),
    borderRadius: "6px",
    fontFamily: getComputedStyle(document.body).fontFamily,
  };
  return { theme: scheme === "dark" ? "night" : "stripe", variables };
}

/** Stripe's card form and the button that pays exactly the agreed amount. */
export function PayForm({ stripe, clientSecret, ...rest }: PayFormProps) {
  const scheme = useScheme();
  const options = useMemo(() => ({ clientSecret, appearance: appearance(scheme) }), [clientSecret, scheme]);
  return (
    <Elements stripe={stripe} options={options}>
      <CardForm {...rest} />
    </Elements>
  );
}

function CardForm({ amount, lastFailure, onSent }: Omit<PayFormProps, "stripe" | "clientSecret">) {
  const stripe = useStripe();
  const elements = useElements();
  const [isReady, setReady] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState(lastFailure);
  const pay = async () => {
    if (!stripe || !elements) return;
    setBusy(true);
    setRefusal(undefined);
    // Cards that must be confirmed at the bank come back to this address; all others stay on the page.
    const confirmParams = { return_url: window.location.href };
    const { error } = await stripe.confirmPayment({ elements, confirmParams, redirect: "if_required" });
    setBusy(false);
    if (error) setRefusal(error.message ?? "The card was not accepted.");
    else onSent();
  };
  return (
    <form
      className="flex flex-col gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        void pay();
      }}
    >
      {isReady ? null : <CardSkeleton />}
      <PaymentElement onReady={() => setReady(true)} />
      <div role="status" aria-live="assertive">
        {refusal === undefined ? null : (
          <Note tone="late">
            <p className="font-medium">{refusal}</p>
            <p className="mt-1 text-ink-2">Nothing was paid. Check the card or try another one.</p>
          </Note>
        )}
      </div>
      <Button type="submit" variant="primary" size="large" busy={busy} disabled={!isReady}>
        Pay {formatMoney(amount)}
      </Button>
    </form>
  );
}

/** The card form before it is there. */
export const CardSkeleton = () => (
  <Loading label="Loading the card form" className="flex flex-col gap-3">
    <Skeleton className="h-11" />
    <Skeleton className="h-11" />
  </Loading>
);
