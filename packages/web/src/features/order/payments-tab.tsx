import { getPaymentPlan } from "@sleekapp/contracts/money";
import type { Output } from "../../lib/api.ts";
import { countryName } from "../../lib/countries.ts";
import { useRead } from "../../lib/query.ts";
import { ErrorPanel } from "../../ui/error-panel.tsx";
import { Loading, SkeletonText } from "../../ui/feedback.tsx";
import { Panel } from "../../ui/page-header.tsx";
import { Status, type Tone } from "../../ui/status.tsx";
import { Amount, Facts, Ledger, TimeAt } from "../../ui/value.tsx";
import { InvoiceLinks } from "./invoice-links.tsx";
import type { Order } from "./reads.ts";
import { RefundForm } from "./refund-form.tsx";
import { RefundsPanel } from "./refunds-panel.tsx";
import { SupplierSide } from "./supplier-side.tsx";

type Plan = Output<typeof getPaymentPlan>;
type Purpose = "deposit" | "balance";

type Standing = { readonly tone: Tone; readonly words: string };

const standings = {
  initiating: { tone: "neutral", words: "Being opened" },
  open: { tone: "waiting", words: "Not paid yet" },
  requires_action: { tone: "waiting", words: "To be confirmed at the bank" },
  processing: { tone: "active", words: "Being confirmed" },
  succeeded: { tone: "done", words: "Paid" },
  failed: { tone: "late", words: "Not accepted" },
  canceled: { tone: "neutral", words: "Cancelled" },
} as const satisfies Record<Plan["payments"][number]["status"], Standing>;

/** Where one of the two payments stands; before it was opened the order says whether it is due. */
export function standingOf(plan: Pick<Plan, "payments" | "status">, order: Pick<Order, "status">, purpose: Purpose): Standing {
  const payment = plan.payments.find((one) => one.purpose === purpose);
  if (payment) return standings[payment.status];
  if (purpose === "balance" && plan.status === "paid") return { tone: "done", words: "Paid in full with the deposit" };
  const due = order.status === (purpose === "deposit" ? "awaiting_deposit" : "awaiting_balance");
  if (due) return { tone: "waiting", words: "Due now" };
  return { tone: "neutral", words: order.status === "cancelled" ? "Not due" : "Due after inspection" };
}

function PaymentRow({ plan, order, purpose }: { readonly plan: Plan; readonly order: Order; readonly purpose: Purpose }) {
  const { tone, words } = standingOf(plan, order, purpose);
  const payment = plan.payments.find((one) => one.purpose === purpose);
  const failure = payment?.status === "failed" ? payment.failure : undefined;
  return (
    <li className="border-b border-line py-3 first:pt-0 last:border-b-0 last:pb-0">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1">
        <span className="flex items-center gap-3">
          <span className="font-medium">{purpose === "deposit" ? "Deposit" : "Balance"}</span>
          <Status tone={tone}>{words}</Status>
        </span>
        <Amount money={payment?.amount ?? (purpose === "deposit" ? plan.deposit : plan.balance)} />
      </div>
      {failure ? <p className="mt-1 text-small text-madder">{failure}</p> : null}
    </li>
  );
}

const address = ({ country, ...parts }: Plan["shippingAddress"]) => [
  ...["name", "company", "street", "city", "region", "postcode"].flatMap((key) => (parts[key] ? [parts[key]] : [])),
  ...(country ? [countryName(country)] : []),
];

function PlanPanels({ plan, order }: { readonly plan: Plan; readonly order: Order }) {
  return (
    <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_22rem]">
      <div className="flex min-w-0 flex-col gap-4">
        <Panel title="Payments">
          <ul>
            <PaymentRow plan={plan} order={order} purpose="deposit" />
            <PaymentRow plan={plan} order={order} purpose="balance" />
          </ul>
          <p className="mt-4 flex justify-between gap-6 border-t border-line pt-3">
            <span>Paid so far</span>
            <Amount money={plan.paid} strong />
          </p>
        </Panel>
        {plan.refunds.length > 0 ? <RefundsPanel refunds={plan.refunds} /> : null}
        <Panel title="Invoices">
          <InvoiceLinks invoices={plan.invoices} />
        </Panel>
        <Panel title="Agreed price">
          <Ledger lines={plan.lines.map(({ label, amount }) => ({ label, money: amount }))} total={{ label: "Total", money: plan.total }} />
        </Panel>
      </div>
      <Panel title="Agreement">
        <Facts
          facts={[
            ...(plan.poNumber === undefined ? [] : [{ label: "Your order number", value: plan.poNumber }]),
            { label: "Accepted", value: <TimeAt at={plan.acceptedAt} /> },
            { label: "Terms of sale", value: <span className="tnum">{plan.termsVersion}</span> },
            {
              label: "Ship to",
              value: (
                <address className="not-italic">
                  {address(plan.shippingAddress).map((line) => (
                    <span key={line} className="block break-words">
                      {line}
                    </span>
                  ))}
                </address>
              ),
            },
          ]}
        />
      </Panel>
    </div>
  );
}

/** The buyer's money in this order; for admins the supplier's side and the books below it. */
export function PaymentsTab({ order }: { readonly order: Order }) {
  const plan = useRead(getPaymentPlan, { params: { orderId: order.orderId } }, { live: true });
  if (plan.error && !plan.data) return <ErrorPanel error={plan.error} onRetry={() => void plan.refetch()} />;
  if (!plan.data) {
    return (
      <Loading label="Loading the payments">
        <SkeletonText lines={6} />
      </Loading>
    );
  }
  return (
    <div className="flex flex-col gap-4">
      <PlanPanels plan={plan.data} order={order} />
      {order.party === "admin" ? <RefundForm orderId={order.orderId} plan={plan.data} /> : null}
      {order.party === "admin" ? <SupplierSide order={order} /> : null}
    </div>
  );
}
