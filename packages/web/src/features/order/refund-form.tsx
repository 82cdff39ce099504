import { type getPaymentPlan, giveRefund } from "@sleekapp/contracts/money";
import { GivenReason, reasonNames } from "@sleekapp/core/refund/model";
import { type FormEvent, useState } from "react";
import * as z from "zod";
import type { Output } from "../../lib/api.ts";
import { useDraft } from "../../lib/draft.ts";
import { amountText, formatMoney, type Money, parseAmount } from "../../lib/money.ts";
import { useCommand } from "../../lib/query.ts";
import { Button } from "../../ui/button.tsx";
import { FormError } from "../../ui/error-panel.tsx";
import { Field, Input, Select } from "../../ui/field.tsx";
import { Panel } from "../../ui/page-header.tsx";
import { orderReads } from "./reads.ts";

type Plan = Output<typeof getPaymentPlan>;
type Payment = Plan["payments"][number];

const Typed = z.object({ amount: z.string(), reason: GivenReason, note: z.string() });
const empty: z.output<typeof Typed> = { amount: "", reason: "short", note: "" };

const leftOf = ({ amount, refunded }: Payment): number => amount.amount - (refunded?.amount ?? 0);

/** The cents that were typed, or what is wrong with them. */
function amountIn(text: string, left: Money): { readonly cents?: number; readonly problem?: string } {
  const cents = parseAmount(text);
  if (cents === undefined || cents <= 0) return { problem: "Write an amount, such as 120.50." };
  return cents > left.amount ? { problem: `Not more than is left of the payment, ${formatMoney(left)}.` } : { cents };
}

function Form({ orderId, payment }: { readonly orderId: string; readonly payment: Payment }) {
  const { purpose } = payment;
  const draft = useDraft({ key: `refund.${orderId}.${purpose}`, initial: empty, parse: (value) => Typed.safeParse(value).data });
  const [asked, setAsked] = useState(false);
  const give = useCommand(giveRefund, { refresh: orderReads, onSuccess: draft.clear });
  const left: Money = { ...payment.amount, amount: leftOf(payment) };
  const { amount, reason, note } = draft.value;
  const { cents, problem } = amountIn(amount, left);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (cents === undefined) return;
    const words = note.trim();
    const body = { purpose, amount: { amount: cents, currency: payment.amount.currency }, reason, ...(words === "" ? {} : { note: words }) };
    give.mutate({ params: { orderId }, body });
  };
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-3 border-b border-line py-4 first:pt-0 last:border-b-0 last:pb-0">
      <p className="text-ink-2">
        Of the {purpose} {formatMoney(left)} can go back.
      </p>
      <div className="grid gap-3 sm:grid-cols-2">
        <Field label={`Amount of the ${purpose}`} required error={asked ? problem : undefined}>
          <Input
            value={amount}
            inputMode="decimal"
            autoComplete="off"
            placeholder={amountText(left.amount)}
            onChange={(event) => draft.save({ ...draft.value, amount: event.target.value })}
          />
        </Field>
        <Field label={`Reason, of the ${purpose}`}>
          <Select value={reason} onChange={(event) => draft.save({ ...draft.value, reason: GivenReason.parse(event.target.value) })}>
            {GivenReason.options.map((one) => (
              <option key={one} value={one}>
                {reasonNames[one]}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      <Field label={`What the buyer is told about the ${purpose}`}>
        <Input value={note} maxLength={500} autoComplete="off" onChange={(event) => draft.save({ ...draft.value, note: event.target.value })} />
      </Field>
      <div>
        <Button type="submit" busy={give.isPending}>
          Give back of the {purpose}
        </Button>
      </div>
      <FormError error={give.error} />
    </form>
  );
}

/** An admin gives money back, of each payment that has come in and has something left. */
export function RefundForm({ orderId, plan }: { readonly orderId: string; readonly plan: Plan }) {
  const open = plan.payments.filter((payment) => payment.status === "succeeded" && leftOf(payment) > 0);
  if (open.length === 0) return null;
  return (
    <Panel title="Give money back">
      {open.map((payment) => (
        <Form key={payment.purpose} orderId={orderId} payment={payment} />
      ))}
    </Panel>
  );
}
