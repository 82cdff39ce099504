import { counterOffer, getMyOffer } from "@sleekapp/contracts/order";
import { usd } from "@sleekapp/core/kernel/money";
import { useState } from "react";
import * as z from "zod";
import { useDraft } from "../../lib/draft.ts";
import { useCommand, useRead } from "../../lib/query.ts";
import { Field, Textarea } from "../../ui/field.tsx";
import { FormDialog } from "../../ui/form-dialog.tsx";
import { MoneyInput } from "../../ui/number-inputs.tsx";
import { orderReads } from "./reads.ts";

const Typed = z.object({ price: z.int().optional(), note: z.string() });

/** What is wrong with the price that is asked, if anything is. */
function problemOf(price: number | undefined, offered: number | undefined): string | undefined {
  if (price === undefined || price <= 0) return "Write your price for the whole order.";
  return price === offered ? "This is the price you were offered." : undefined;
}

/** The supplier asks another price for the order, once; it is the platform's turn then. */
export function CounterForm({ orderId, onClose }: { readonly orderId: string; readonly onClose: () => void }) {
  const offer = useRead(getMyOffer, { params: { orderId } });
  const draft = useDraft<z.infer<typeof Typed>>({
    key: `counter.${orderId}`,
    initial: { note: "" },
    parse: (value) => Typed.safeParse(value).data,
  });
  const [asked, setAsked] = useState(false);
  const counter = useCommand(counterOffer, {
    refresh: orderReads,
    onSuccess: () => {
      draft.clear();
      onClose();
    },
  });
  const { price, note } = draft.value;
  const problem = problemOf(price, offer.data?.price.amount);
  const submit = () => {
    setAsked(true);
    if (problem || price === undefined) return;
    const said = note.trim();
    counter.mutate({ params: { orderId }, body: { price: usd(price), ...(said.length < 3 ? {} : { note: said }) } });
  };
  return (
    <FormDialog
      title="Ask another price"
      description="You can do this once for each offer. Until we answer, the offer waits and does not run out."
      action="Ask this price"
      busy={counter.isPending}
      error={counter.error}
      look="dialog"
      onSubmit={submit}
      onClose={onClose}
    >
      <Field label="Your price for the whole order" required error={asked ? problem : undefined}>
        <MoneyInput value={price} onChange={(next) => draft.save({ ...draft.value, price: next })} />
      </Field>
      <Field label="Why (optional)">
        <Textarea rows={3} maxLength={500} value={note} onChange={(event) => draft.save({ ...draft.value, note: event.target.value })} />
      </Field>
    </FormDialog>
  );
}
