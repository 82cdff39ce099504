import { reviseQuote } from "@sleekapp/contracts/quote-review";
import { dateOf } from "@sleekapp/core/kernel/calendar";
import { Brief, MAX_QUANTITY, MIN_QUANTITY } from "@sleekapp/core/pricing/model";
import { Rush, rushNames } from "@sleekapp/core/production/model";
import type { QuoteView } from "@sleekapp/core/quote/view";
import { type FormEvent, useId, useState } from "react";
import { formatCount } from "../../lib/money.ts";
import { useCommand } from "../../lib/query.ts";
import { now } from "../../ports/clock.ts";
import { Button } from "../../ui/button.tsx";
import { Checkbox, RadioGroup } from "../../ui/choice.tsx";
import { Sheet } from "../../ui/dialog.tsx";
import { ErrorPanel, FormError } from "../../ui/error-panel.tsx";
import { Field, Input, Textarea } from "../../ui/field.tsx";
import { QuantityInput } from "../../ui/number-inputs.tsx";
import { briefOf } from "./brief-summary.tsx";
import { quoteReads } from "./reads.ts";

/** The price of today for the same brief, as a new revision of this quote. */
export function PriceAgain({ quote: { quoteId, revision } }: { readonly quote: QuoteView }) {
  const revise = useCommand(reviseQuote, { refresh: quoteReads });
  return (
    <div className="flex flex-col gap-3">
      {revise.error ? <ErrorPanel error={revise.error} /> : null}
      <Button
        variant="primary"
        className="self-start"
        busy={revise.isPending}
        onClick={() => revise.mutate({ params: { quoteId }, body: { revision } })}
      >
        Price it again today
      </Button>
    </div>
  );
}

/** Another quantity, schedule or wish: a new revision with its own price. */
export function ChangeBrief({ quote }: { readonly quote: QuoteView }) {
  const [isOpen, setOpen] = useState(false);
  const brief = briefOf(quote.brief);
  if (!brief) return null;
  return (
    <>
      <Button variant="quiet" className="-ml-4 self-start" onClick={() => setOpen(true)}>
        Change what is asked
      </Button>
      {isOpen ? <BriefSheet quote={quote} brief={brief} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

const isRun = (quantity: number | undefined): quantity is number => quantity !== undefined && quantity >= MIN_QUANTITY && quantity <= MAX_QUANTITY;

/** The brief with what was changed in it; a split by size of another number of pieces does not hold any more. */
function changed({ sizes, colours, wantedOn: _on, notes: _notes, ...brief }: Brief, typed: Typed): Brief | undefined {
  const { quantity, wantedOn, notes } = typed;
  const kept = sizes && quantity === brief.quantity ? { sizes, ...(colours ? { colours } : {}) } : {};
  const wish = { rush: typed.rush, sample: typed.sample, ...(wantedOn === "" ? {} : { wantedOn }), ...(notes.trim() === "" ? {} : { notes }) };
  return Brief.safeParse({ ...brief, quantity, ...kept, ...wish }).data;
}

type Typed = {
  readonly quantity: number | undefined;
  readonly rush: Rush;
  readonly sample: boolean;
  readonly wantedOn: string;
  readonly notes: string;
};

type SheetProps = { readonly quote: QuoteView; readonly brief: Brief; readonly onClose: () => void };

function BriefSheet({ quote: { quoteId, revision }, brief, onClose }: SheetProps) {
  const formId = useId();
  const [typed, setTyped] = useState<Typed>({ ...brief, wantedOn: brief.wantedOn ?? "", notes: brief.notes ?? "" });
  const [asked, setAsked] = useState(false);
  const revise = useCommand(reviseQuote, { refresh: quoteReads, onSuccess: onClose });
  const set = (part: Partial<Typed>) => setTyped((before) => ({ ...before, ...part }));
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setAsked(true);
    const next = changed(brief, typed);
    if (next) revise.mutate({ params: { quoteId }, body: { revision, brief: next } });
  };
  const range = `Between ${formatCount(MIN_QUANTITY)} and ${formatCount(MAX_QUANTITY)} pieces.`;
  return (
    <Sheet
      open
      onClose={onClose}
      title="Change what is asked"
      description="The price comes at once, as a new revision; those before stay as they are."
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={formId} variant="primary" busy={revise.isPending}>
            Price it
          </Button>
        </>
      }
    >
      <form id={formId} noValidate onSubmit={submit} className="flex flex-col gap-4">
        <Field
          label="Pieces"
          required
          hint={brief.sizes ? "With another number of pieces the split by size starts anew." : undefined}
          error={asked && !isRun(typed.quantity) ? range : undefined}
        >
          <QuantityInput name="quantity" value={typed.quantity} onChange={(quantity) => set({ quantity })} min={MIN_QUANTITY} max={MAX_QUANTITY} />
        </Field>
        <RadioGroup
          legend="Schedule"
          name="rush"
          options={Rush.options.map((value) => ({ value, label: rushNames[value] }))}
          value={typed.rush}
          onChange={(rush) => set({ rush })}
        />
        <Field label="Ready to ship by (optional)">
          <Input type="date" name="wantedOn" value={typed.wantedOn} min={dateOf(now())} onChange={(event) => set({ wantedOn: event.target.value })} />
        </Field>
        <Checkbox label="Make a sample first" checked={typed.sample} onChange={(event) => set({ sample: event.target.checked })} />
        <Field label="Anything else (optional)">
          <Textarea name="notes" rows={3} maxLength={2000} value={typed.notes} onChange={(event) => set({ notes: event.target.value })} />
        </Field>
        <FormError error={revise.error} />
      </form>
    </Sheet>
  );
}
