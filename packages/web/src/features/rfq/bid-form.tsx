import { makeBid } from "@sleekapp/contracts/rfq";
import { addDays, dateOf } from "@sleekapp/core/kernel/calendar";
import { Bid } from "@sleekapp/core/rfq/model";
import { faultOf } from "@sleekapp/core/rfq/rules";
import type { RequestView } from "@sleekapp/core/rfq/view";
import { Plus, X } from "lucide-react";
import { type FormEvent, useId, useState } from "react";
import { formatCount } from "../../lib/money.ts";
import { useCommand } from "../../lib/query.ts";
import { now } from "../../ports/clock.ts";
import { Button, IconButton } from "../../ui/button.tsx";
import { Checkbox } from "../../ui/choice.tsx";
import { Sheet } from "../../ui/dialog.tsx";
import { FormError } from "../../ui/error-panel.tsx";
import { Field, Input, Textarea } from "../../ui/field.tsx";
import { MoneyInput, QuantityInput } from "../../ui/number-inputs.tsx";
import { requestReads } from "./reads.ts";

/** Days that a bid holds unless its supplier says otherwise. */
const USUAL_DAYS = 21;
const MAX_BREAKS = 5;

type Step = { readonly from: number | undefined; readonly price: number | undefined };
type Typed = {
  readonly steps: readonly Step[];
  readonly moq: number | undefined;
  readonly leadDays: number | undefined;
  readonly validUntilOn: string;
  readonly hasSample: boolean;
  readonly samplePrice: number | undefined;
  readonly sampleDays: number | undefined;
  readonly notes: string;
};

function typedFrom({ quantity, bid }: RequestView): Typed {
  const until = addDays(dateOf(now()), USUAL_DAYS);
  if (!bid) {
    const steps = [{ from: quantity, price: undefined }];
    return {
      steps,
      moq: undefined,
      leadDays: undefined,
      validUntilOn: until,
      hasSample: false,
      samplePrice: undefined,
      sampleDays: undefined,
      notes: "",
    };
  }
  return {
    steps: bid.breaks.map(({ from, unitPrice }) => ({ from, price: unitPrice.amount })),
    moq: bid.moq,
    leadDays: bid.leadDays,
    validUntilOn: bid.isExpired ? until : bid.validUntilOn,
    hasSample: bid.sample !== undefined,
    samplePrice: bid.sample?.price.amount,
    sampleDays: bid.sample?.days,
    notes: bid.notes ?? "",
  };
}

function bidFrom({ steps, moq, leadDays, validUntilOn, hasSample, samplePrice, sampleDays, notes }: Typed): Bid | undefined {
  const sample = hasSample ? { sample: { price: { amount: samplePrice ?? -1, currency: "USD" }, days: sampleDays ?? 0 } } : {};
  return Bid.safeParse({
    breaks: steps.map(({ from, price }) => ({ from: from ?? 0, unitPrice: { amount: price ?? 0, currency: "USD" } })),
    moq: moq ?? 0,
    leadDays: leadDays ?? 0,
    validUntilOn,
    ...sample,
    ...(notes.trim().length > 1 ? { notes: notes.trim() } : {}),
  }).data;
}

/** A supplier's bid: prices by quantity, smallest run, lead time, validity, a sample and notes. */
export function BidSheet({ request, onClose }: { readonly request: RequestView; readonly onClose: () => void }) {
  const formId = useId();
  const { rfqId, quantity } = request;
  const [typed, setTyped] = useState<Typed>(() => typedFrom(request));
  const [asked, setAsked] = useState(false);
  const send = useCommand(makeBid, { refresh: requestReads, onSuccess: onClose });
  const bid = bidFrom(typed);
  const fault = bid ? faultOf(bid, quantity) : "Fill in prices, smallest run, lead time and the last day.";
  const set = (part: Partial<Typed>) => setTyped((before) => ({ ...before, ...part }));
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setAsked(true);
    if (bid && !fault) send.mutate({ params: { rfqId }, body: bid });
  };
  return (
    <Sheet
      open
      onClose={onClose}
      title={request.bid ? "Make another bid" : "Make a bid"}
      description="It takes the place of an earlier one. Only the buyer and we see it; prices are what you get."
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={formId} variant="primary" busy={send.isPending}>
            Send the bid
          </Button>
        </>
      }
    >
      <form id={formId} noValidate onSubmit={submit} className="flex flex-col gap-4">
        <PriceSteps steps={typed.steps} quantity={quantity} onChange={(steps) => set({ steps })} />
        <Field label="Smallest run" required>
          <QuantityInput name="moq" value={typed.moq} onChange={(moq) => set({ moq })} />
        </Field>
        <Field label="Ready after" hint="Days from the buyer's deposit." required>
          <QuantityInput name="leadDays" unit="days" value={typed.leadDays} onChange={(leadDays) => set({ leadDays })} />
        </Field>
        <Field label="Valid until" required>
          <Input
            type="date"
            name="validUntilOn"
            value={typed.validUntilOn}
            min={dateOf(now())}
            onChange={(event) => set({ validUntilOn: event.target.value })}
          />
        </Field>
        <SampleTerms typed={typed} set={set} />
        <Field label="Notes (optional)" hint="Telephone numbers, addresses and links are taken out.">
          <Textarea name="notes" rows={3} maxLength={1000} value={typed.notes} onChange={(event) => set({ notes: event.target.value })} />
        </Field>
        {asked && fault ? (
          <p role="alert" className="text-madder">
            {fault}
          </p>
        ) : null}
        <FormError error={send.error} />
      </form>
    </Sheet>
  );
}

function SampleTerms({ typed, set }: { readonly typed: Typed; readonly set: (part: Partial<Typed>) => void }) {
  return (
    <>
      <Checkbox label="We make a sample first" checked={typed.hasSample} onChange={(event) => set({ hasSample: event.target.checked })} />
      {typed.hasSample ? (
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label="Price of the sample" required>
            <MoneyInput name="samplePrice" value={typed.samplePrice} onChange={(samplePrice) => set({ samplePrice })} />
          </Field>
          <Field label="Sample after" required>
            <QuantityInput name="sampleDays" unit="days" value={typed.sampleDays} onChange={(sampleDays) => set({ sampleDays })} />
          </Field>
        </div>
      ) : null}
    </>
  );
}

type StepsProps = { readonly steps: readonly Step[]; readonly quantity: number; readonly onChange: (steps: readonly Step[]) => void };

function PriceSteps({ steps, quantity, onChange }: StepsProps) {
  const change = (at: number, part: Partial<Step>) => onChange(steps.map((step, place) => (place === at ? { ...step, ...part } : step)));
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="mb-1.5 text-small font-medium">Prices a piece; {formatCount(quantity)} are wanted</legend>
      {steps.map((step, place) => (
        <div key={place} className="grid grid-cols-[minmax(0,1fr)_minmax(0,1fr)_auto] items-end gap-2">
          <Field label={`From pieces, price ${place + 1}`} required>
            <QuantityInput value={step.from} onChange={(from) => change(place, { from })} unit="" />
          </Field>
          <Field label={`Price ${place + 1}`} required>
            <MoneyInput value={step.price} onChange={(price) => change(place, { price })} />
          </Field>
          <IconButton
            name={`Remove price ${place + 1}`}
            icon={<X size={16} aria-hidden="true" />}
            disabled={steps.length === 1}
            onClick={() => onChange(steps.filter((_step, at) => at !== place))}
          />
        </div>
      ))}
      <Button
        size="small"
        className="self-start"
        disabled={steps.length >= MAX_BREAKS}
        onClick={() => onChange([...steps, { from: undefined, price: undefined }])}
      >
        <Plus size={14} aria-hidden="true" /> Add a price
      </Button>
    </fieldset>
  );
}
