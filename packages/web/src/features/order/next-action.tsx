import { Button, ButtonLink } from "../../ui/button.tsx";
import { can, type Deed } from "./abilities.ts";
import { useDeed } from "./deeds.ts";
import type { Order } from "./reads.ts";

const labels = {
  offer: "Choose a supplier",
  accept: "Answer the offer",
  report: "Report progress",
  approveSample: "Approve sample",
  finishProduction: "Call the inspection",
  inspect: "Record inspection",
  decideLot: "Decide about the goods",
  ship: "Ship the goods",
  deliver: "Confirm delivery",
  complete: "Complete the order",
  resume: "Resume the order",
  decide_claim: "Decide the claim",
} as const satisfies Partial<Record<Deed, string>>;

type Labelled = keyof typeof labels;
const isLabelled = (step: string): step is Labelled => step in labels;

const payments = { pay_deposit: "deposit", pay_balance: "balance" } as const;
const isPayment = (step: string): step is keyof typeof payments => step in payments;

/** The one next step of this reader as a button, or nothing where they only wait. */
export function NextAction({ order }: { readonly order: Order }) {
  const { begin } = useDeed();
  const step = order.next.step ?? "";
  if (!order.mayAct) return null;
  if (isPayment(step)) {
    return (
      <ButtonLink variant="primary" to={`/app/orders/${order.orderId}/pay?for=${payments[step]}`}>
        Pay the {payments[step]}
      </ButtonLink>
    );
  }
  if (!isLabelled(step) || !can(order, step)) return null;
  return (
    <Button variant="primary" onClick={() => begin(step)}>
      {labels[step]}
    </Button>
  );
}
