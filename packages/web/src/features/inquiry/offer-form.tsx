import { offerInquiry } from "@sleekapp/contracts/inquiry";
import type { InquiryView } from "@sleekapp/core/inquiry/view";
import { addDays, dateOf } from "@sleekapp/core/kernel/calendar";
import { usd } from "@sleekapp/core/kernel/money";
import { MIN_QUANTITY } from "@sleekapp/core/pricing/model";
import { finalPrice } from "@sleekapp/core/product/rules";
import { type FormEvent, useId, useState } from "react";
import { formatMoney } from "../../lib/money.ts";
import { useCommand } from "../../lib/query.ts";
import { now } from "../../ports/clock.ts";
import { Button } from "../../ui/button.tsx";
import { Sheet } from "../../ui/dialog.tsx";
import { FormError } from "../../ui/error-panel.tsx";
import { Field, Input, Textarea } from "../../ui/field.tsx";
import { MoneyInput, QuantityInput } from "../../ui/number-inputs.tsx";
import { threadReads } from "./reads.ts";

/** Days that an offer holds unless its supplier says otherwise. */
const USUAL_DAYS = 14;

type Typed = { readonly quantity?: number | undefined; readonly price?: number | undefined; readonly leadDays?: number | undefined };

const lacks = ({ quantity, price, leadDays }: Typed) => ({
  quantity: quantity !== undefined && quantity >= MIN_QUANTITY ? undefined : `${MIN_QUANTITY} pieces at least.`,
  price: price ? undefined : "What you want for a piece.",
  leadDays: leadDays !== undefined && leadDays > 0 && leadDays <= 365 ? undefined : "Days until the goods are ready, at most 365.",
});

const priceHint = (price: number | undefined, feeBps: number | undefined): string =>
  price ? `The buyer pays ${formatMoney(finalPrice(usd(price), feeBps))} a piece, with the platform's fee.` : "The platform's fee comes on top.";

/** The supplier's offer: what it wants for a piece, what the buyer will pay for it, in how many days, and until when. */
export function OfferSheet({ inquiry, onClose }: { readonly inquiry: InquiryView; readonly onClose: () => void }) {
  const formId = useId();
  const { inquiryId } = inquiry;
  const [typed, setTyped] = useState<Typed>({ quantity: inquiry.quantity });
  const [until, setUntil] = useState(() => addDays(dateOf(now()), USUAL_DAYS));
  const [text, setText] = useState("");
  const [asked, setAsked] = useState(false);
  const send = useCommand(offerInquiry, { refresh: threadReads, onSuccess: onClose });
  const missing = lacks(typed);
  const { quantity, price, leadDays } = typed;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setAsked(true);
    if (!quantity || !price || !leadDays || Object.values(missing).some(Boolean)) return;
    const said = text.trim() === "" ? {} : { text: text.trim() };
    send.mutate({ params: { inquiryId }, body: { quantity, unitPrice: usd(price), leadDays, validUntilOn: until, ...said } });
  };
  const set = (part: Typed) => setTyped((before) => ({ ...before, ...part }));
  return (
    <Sheet
      open
      onClose={onClose}
      title="Make an offer"
      description="It takes the place of an earlier one. The buyer can make a quote of it at this price until its last day."
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={formId} variant="primary" busy={send.isPending}>
            Send the offer
          </Button>
        </>
      }
    >
      <form id={formId} noValidate onSubmit={submit} className="flex flex-col gap-4">
        <Field label="Pieces" required error={asked ? missing.quantity : undefined}>
          <QuantityInput name="quantity" value={quantity} onChange={(many) => set({ quantity: many })} />
        </Field>
        <Field label="Your price a piece" hint={priceHint(price, inquiry.feeBps)} required error={asked ? missing.price : undefined}>
          <MoneyInput name="price" value={price} onChange={(amount) => set({ price: amount })} />
        </Field>
        <Field label="Ready after" hint="Days from the buyer's deposit." required error={asked ? missing.leadDays : undefined}>
          <QuantityInput name="leadDays" unit="days" value={leadDays} onChange={(days) => set({ leadDays: days })} />
        </Field>
        <Field label="Valid until" required>
          <Input type="date" name="validUntilOn" value={until} min={dateOf(now())} onChange={(event) => setUntil(event.target.value)} />
        </Field>
        <Field label="Message (optional)">
          <Textarea name="text" rows={3} maxLength={2000} value={text} onChange={(event) => setText(event.target.value)} />
        </Field>
        <FormError error={send.error} />
      </form>
    </Sheet>
  );
}
