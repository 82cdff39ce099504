import { counterBid } from "@sleekapp/contracts/rfq";
import { usd } from "@sleekapp/core/kernel/money";
import type { CounterHours } from "@sleekapp/core/rfq/model";
import type { PartyView, RfqView } from "@sleekapp/core/rfq/view";
import { type FormEvent, useId, useState } from "react";
import { useCommand } from "../../lib/query.ts";
import { Button } from "../../ui/button.tsx";
import { RadioGroup } from "../../ui/choice.tsx";
import { Sheet } from "../../ui/dialog.tsx";
import { FormError } from "../../ui/error-panel.tsx";
import { Field, Textarea } from "../../ui/field.tsx";
import { MoneyInput, QuantityInput } from "../../ui/number-inputs.tsx";
import { rfqReads } from "./reads.ts";

const waits: readonly { readonly value: `${CounterHours}`; readonly label: string; readonly hours: CounterHours }[] = [
  { value: "24", label: "One day", hours: 24 },
  { value: "48", label: "Two days", hours: 48 },
  { value: "72", label: "Three days", hours: 72 },
  { value: "168", label: "A week", hours: 168 },
];

type SheetProps = { readonly rfq: RfqView; readonly party: PartyView; readonly onClose: () => void };

/** The buyer's counter-offer: what they would pay for a piece, when they need it, and how long it waits. */
export function CounterSheet({ rfq: { rfqId }, party: { supplierId, supplierName, bid }, onClose }: SheetProps) {
  const formId = useId();
  const [price, setPrice] = useState<number | undefined>(bid?.unitPrice.amount);
  const [leadDays, setLeadDays] = useState<number | undefined>(bid?.leadDays);
  const [wait, setWait] = useState<string>("48");
  const [note, setNote] = useState("");
  const [asked, setAsked] = useState(false);
  const send = useCommand(counterBid, { refresh: rfqReads, onSuccess: onClose });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setAsked(true);
    const hours = waits.find(({ value }) => value === wait)?.hours;
    if (!bid || !price || !leadDays || !hours) return;
    const said = note.trim().length > 1 ? { note: note.trim() } : {};
    send.mutate({ params: { rfqId }, body: { supplierId, round: bid.round, unitPrice: usd(price), leadDays, hours, ...said } });
  };
  return (
    <Sheet
      open
      onClose={onClose}
      title={`Counter-offer to ${supplierName}`}
      description="It is the supplier's turn then: nothing can be ordered of it until it has answered or the time is over."
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={formId} variant="primary" busy={send.isPending}>
            Send the counter-offer
          </Button>
        </>
      }
    >
      <form id={formId} noValidate onSubmit={submit} className="flex flex-col gap-4">
        <Field label="You would pay a piece" required error={asked && !price ? "What you would pay for a piece." : undefined}>
          <MoneyInput name="price" value={price} onChange={setPrice} />
        </Field>
        <Field label="Ready after" required error={asked && !leadDays ? "Days from your deposit." : undefined}>
          <QuantityInput name="leadDays" unit="days" value={leadDays} onChange={setLeadDays} />
        </Field>
        <RadioGroup legend="It waits for" name="wait" options={waits} value={wait} onChange={setWait} />
        <Field label="Message (optional)" hint="Telephone numbers, addresses and links are taken out.">
          <Textarea name="note" rows={3} maxLength={1000} value={note} onChange={(event) => setNote(event.target.value)} />
        </Field>
        <FormError error={send.error} />
      </form>
    </Sheet>
  );
}
