import type { Purpose } from "@sleekapp/core/payment/model";
import type { Money } from "../../lib/money.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { Note } from "../../ui/feedback.tsx";
import { Status } from "../../ui/status.tsx";
import { Amount } from "../../ui/value.tsx";

const ToOrder = ({ orderId }: { readonly orderId: string }) => (
  <ButtonLink to={`/app/orders/${orderId}`} variant="primary" className="self-start">
    Go to the order
  </ButtonLink>
);

const next: Readonly<Record<Purpose, string>> = {
  deposit: "The order goes to a factory now. The receipt comes by mail.",
  balance: "The goods are cleared to leave. The receipt comes by mail.",
};

type PaidProps = { readonly orderId: string; readonly purpose: Purpose; readonly amount: Money };

/** The API says that the money has arrived. */
export const Paid = ({ orderId, purpose, amount }: PaidProps) => (
  <div role="status" className="flex flex-col gap-4">
    <p className="flex flex-wrap items-center gap-3">
      <span className="text-lead">
        <Amount money={amount} strong />
      </span>
      <Status tone="done">Paid</Status>
    </p>
    <p className="text-ink-2">{next[purpose]}</p>
    <ToOrder orderId={orderId} />
  </div>
);

/** The card was taken; the bank's word is on its way to us. */
export const Pending = () => (
  <div role="status" className="flex flex-col gap-3">
    <p>
      <Status tone="waiting">Waiting for the bank</Status>
    </p>
    <p className="text-ink-2">
      The card was taken. It counts as paid once the bank has confirmed it to us, usually within seconds. You can leave this page; the receipt comes
      by mail.
    </p>
  </div>
);

type NotDueProps = { readonly orderId: string; readonly purpose: Purpose; readonly isCancelled: boolean; readonly isFromStock: boolean };

function whyNotDue({ purpose, isCancelled, isFromStock }: NotDueProps): string {
  if (isCancelled && isFromStock) return "This order was cancelled and its pieces went back on sale; nothing is owed.";
  if (isCancelled) return "This order was cancelled; nothing is owed.";
  if (purpose === "balance") return "The balance is not due yet. It follows when the goods have passed inspection; we write to you then.";
  return "The deposit is not due for this order now.";
}

/** There is nothing to pay here, and why. */
export const NotDue = (props: NotDueProps) => (
  <div className="flex flex-col gap-4">
    <Note>{whyNotDue(props)}</Note>
    <ToOrder orderId={props.orderId} />
  </div>
);
