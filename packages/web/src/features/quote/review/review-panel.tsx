import { sendQuote, turnDownQuote } from "@sleekapp/contracts/quote-review";
import type { QuoteView } from "@sleekapp/core/quote/view";
import { edited } from "@sleekapp/core/quote/rules";
import { type FormEvent, useState } from "react";
import { formatMoney } from "../../../lib/money.ts";
import { useCommand } from "../../../lib/query.ts";
import { Button } from "../../../ui/button.tsx";
import { ConfirmDialog } from "../../../ui/confirm-dialog.tsx";
import { FormError } from "../../../ui/error-panel.tsx";
import { Field, Input, Textarea } from "../../../ui/field.tsx";
import { Note } from "../../../ui/feedback.tsx";
import { MoneyInput } from "../../../ui/number-inputs.tsx";
import { Panel } from "../../../ui/page-header.tsx";
import { lineNames } from "@sleekapp/core/pricing/words";
import { quoteReads } from "../reads.ts";
import { editOf, feeBpsOf, type Typed } from "./edit.ts";

const reasons = {
  value: "Its total is above US$100,000.",
  quantity: "It is for more than 20,000 pieces.",
  confidence: "The price rests on assumptions: less than 80 % confidence.",
} as const;

/** Where an administrator looks at a price, changes it by hand and lets it go out, or turns it down. */
export function ReviewPanel({ quote }: { readonly quote: QuoteView }) {
  if (quote.status === "accepted" || quote.status === "declined" || quote.status === "superseded")
    return <Note>This quote has been answered and stays as it is.</Note>;
  if (quote.isOffered) return <Note>A supplier named this price. It is not edited here.</Note>;
  return (
    <Panel title="Review">
      <div className="flex flex-col gap-4">
        {(quote.review ?? []).map((reason) => (
          <Note key={reason} tone="waiting">
            {reasons[reason]}
          </Note>
        ))}
        <EditForm key={quote.revision} quote={quote} />
        {quote.status === "in_review" ? <TurnDown quoteId={quote.quoteId} /> : null}
      </div>
    </Panel>
  );
}

function EditForm({ quote: { quoteId, revision, priced } }: { readonly quote: QuoteView }) {
  const [typed, setTyped] = useState<Typed>({ amounts: {}, fee: "", note: "" });
  const send = useCommand(sendQuote, { refresh: quoteReads });
  const edit = editOf(typed);
  const isFeeRead = typed.fee === "" || feeBpsOf(typed.fee) !== undefined;
  const total = totalOf(priced, edit);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!isFeeRead || total === undefined) return;
    const said = typed.note.trim().length > 1 ? { note: typed.note.trim() } : {};
    send.mutate({ params: { quoteId }, body: { revision, edit, ...said } });
  };
  const setAmount = (position: number, amount: number | undefined) =>
    setTyped((before) => ({ ...before, amounts: { ...before.amounts, [position]: amount } }));
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-3">
      {priced.lines.map((line, position) =>
        line.key === "platformFee" ? null : (
          <Field key={position} label={lineNames[line.key]} hint={line.label}>
            <MoneyInput
              value={position in typed.amounts ? typed.amounts[position] : line.amount.amount}
              onChange={(amount) => setAmount(position, amount)}
            />
          </Field>
        ),
      )}
      {priced.lines.some(({ key }) => key === "platformFee") ? (
        <Field
          label="Platform's share in percent"
          hint="Of all other lines but freight and duty; left empty, the amount stays."
          error={isFeeRead ? undefined : "A number from 0 to 200, two digits behind the point at most."}
        >
          <Input inputMode="decimal" value={typed.fee} onChange={(event) => setTyped((before) => ({ ...before, fee: event.target.value }))} />
        </Field>
      ) : null}
      <Field label="Word to the buyer (optional)">
        <Textarea
          rows={2}
          maxLength={1000}
          value={typed.note}
          onChange={(event) => setTyped((before) => ({ ...before, note: event.target.value }))}
        />
      </Field>
      <p className="tnum text-ink-2" role="status">
        {total === undefined ? "Nothing would be left to pay." : `The buyer pays ${formatMoney(total)}.`}
      </p>
      <FormError error={send.error} />
      <Button type="submit" variant="primary" busy={send.isPending} disabled={!isFeeRead || total === undefined} className="self-start">
        Approve and send
      </Button>
    </form>
  );
}

function totalOf(priced: QuoteView["priced"], edit: ReturnType<typeof editOf>) {
  try {
    return edited(priced, edit).total;
  } catch {
    // The rule refuses an edit that leaves nothing to pay; the form says so.
    return undefined;
  }
}

function TurnDown({ quoteId }: { readonly quoteId: string }) {
  const [isOpen, setOpen] = useState(false);
  const turnDown = useCommand(turnDownQuote, { refresh: quoteReads });
  return (
    <>
      <Button variant="quiet" className="-ml-4 self-start" onClick={() => setOpen(true)}>
        Turn it down
      </Button>
      <ConfirmDialog
        open={isOpen}
        onClose={() => setOpen(false)}
        title="Turn this quote down"
        consequence="The buyer gets the reason by mail, and the quote is closed."
        action="Turn the quote down"
        danger
        reason={{ label: "Reason", shortest: 2, reader: "the buyer reads it" }}
        onConfirm={(reason) => turnDown.mutateAsync({ params: { quoteId }, body: { reason } })}
      />
    </>
  );
}
