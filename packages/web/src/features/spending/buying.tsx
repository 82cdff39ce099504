import { askApproval, getSpending, listApprovals } from "@sleekapp/contracts/spending";
import type { Money } from "@sleekapp/core/kernel/money";
import type { Subject } from "@sleekapp/core/spending/model";
import { type Breach, keyOf, passed } from "@sleekapp/core/spending/rules";
import type { ApprovalView } from "@sleekapp/core/spending/view";
import { type ReactNode, useState } from "react";
import { ApiError } from "../../lib/api-error.ts";
import { useCommand, useRead } from "../../lib/query.ts";
import { Button } from "../../ui/button.tsx";
import { FormError } from "../../ui/error-panel.tsx";
import { Note } from "../../ui/feedback.tsx";
import { Field, Input, Textarea } from "../../ui/field.tsx";
import { breachText } from "./words.ts";

type Wanted = { readonly subject: Subject; readonly amount: Money; readonly family: string };

/** What stands in the way of an order by the rules of the reader's organisation, and what was said to it. The server decides; this says it beforehand. */
function useStanding({ subject, amount, family }: Wanted) {
  const spending = useRead(getSpending, {});
  const own = spending.data?.own ?? [];
  const over = passed(own, { amount, family });
  const approvals = useRead(listApprovals, {}, { enabled: over.length > 0, live: true });
  const key = keyOf(subject);
  return { over, isPoRequired: spending.data?.isPoRequired ?? false, approval: approvals.data?.items.find((one) => keyOf(one.subject) === key) };
}

type PoNumber = { readonly value: string; readonly onChange: (text: string) => void };

type BuyingProps = Wanted & {
  readonly po: PoNumber;
  /** What the last try was refused for. */
  readonly error: Error | null;
  /** The button that orders; it is there as long as nothing of the organisation's own is in the way. */
  readonly children: ReactNode;
};

const poError = (error: Error | null): string | undefined =>
  error instanceof ApiError ? error.fields.find(({ path }) => path === "poNumber")?.message : undefined;

/** The end of every form that orders: the buyer's own order number, and the button or what it waits for. */
export function Buying({ po, error, children, ...wanted }: BuyingProps) {
  const { over, isPoRequired, approval } = useStanding(wanted);
  const refused = poError(error);
  return (
    <>
      <Field
        label={isPoRequired ? "Purchase order number" : "Purchase order number (optional)"}
        hint="Your own, on the order and its invoices."
        error={refused}
        required={isPoRequired}
      >
        <Input autoComplete="off" maxLength={40} value={po.value} onChange={(event) => po.onChange(event.target.value)} />
      </Field>
      {over.length === 0 || approval?.state === "approved" ? (
        <>
          {over.length > 0 && approval ? <Approved approval={approval} /> : null}
          {children}
        </>
      ) : (
        <Needed subject={wanted.subject} over={over} approval={approval} />
      )}
    </>
  );
}

const Approved = ({ approval: { answer } }: { readonly approval: ApprovalView }) => (
  <Note tone="done">
    <p className="font-medium">A colleague approved exactly this</p>
    <p className="mt-1 text-ink-2">{answer ?? "It holds once, and only as long as nothing is changed."}</p>
  </Note>
);

type NeededProps = { readonly subject: Subject; readonly over: readonly Breach[]; readonly approval: ApprovalView | undefined };

function Needed({ subject, over, approval }: NeededProps) {
  return (
    <Note tone="waiting">
      <p className="font-medium">{approval?.state === "asked" ? "It waits for a colleague’s approval" : "This needs a colleague’s approval"}</p>
      <ul className="mt-1 flex flex-col gap-1 text-ink-2">
        {over.map((breach) => (
          <li key={`${breach.limit.window} ${breach.limit.families.join()} ${breach.limit.max.amount}`}>{breachText(breach)}</li>
        ))}
      </ul>
      {approval?.state === "declined" ? <p className="mt-2">It was declined{approval.answer ? `: ${approval.answer}` : "."}</p> : null}
      {approval?.state === "asked" ? (
        <p className="mt-2 text-ink-2">They have a mail. You get one with their answer, and can order here then.</p>
      ) : (
        <Asking subject={subject} />
      )}
    </Note>
  );
}

/** Asks the approvers; no form of its own, since it stands inside the one that orders. */
function Asking({ subject }: { readonly subject: Subject }) {
  const [note, setNote] = useState("");
  const ask = useCommand(askApproval, { refresh: [listApprovals] });
  const send = () => ask.mutate({ body: { subject, ...(note.trim() === "" ? {} : { note: note.trim() }) } });
  return (
    <div className="mt-3 flex flex-col items-start gap-3">
      <Field label="What they should know (optional)" className="w-full">
        <Textarea rows={2} maxLength={500} value={note} onChange={(event) => setNote(event.target.value)} />
      </Field>
      <FormError error={ask.error} />
      <Button variant="primary" busy={ask.isPending} onClick={send}>
        Ask for approval
      </Button>
    </div>
  );
}
