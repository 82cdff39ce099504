import { decideClaim } from "@sleekapp/contracts/claim";
import type { Decision } from "@sleekapp/core/claim/model";
import { usd } from "@sleekapp/core/kernel/money";
import { useState } from "react";
import { useCommand } from "../../lib/query.ts";
import { RadioGroup } from "../../ui/choice.tsx";
import { Field, Input, Textarea } from "../../ui/field.tsx";
import { FormDialog } from "../../ui/form-dialog.tsx";
import { MoneyInput } from "../../ui/number-inputs.tsx";
import { orderReads } from "../order/reads.ts";
import { useOpenClaim } from "./reads.ts";

type Outcome = Decision["outcome"];
type Given = {
  readonly outcome?: Outcome | undefined;
  readonly untilOn: string;
  readonly amount?: number | undefined;
  readonly reason: string;
};

const options: readonly { readonly value: Outcome; readonly label: string; readonly hint: string }[] = [
  { value: "remake", label: "Make again", hint: "The order goes back to production, is inspected and shipped once more." },
  { value: "refund", label: "Refund", hint: "The amount goes back to the card it was paid with." },
  { value: "turnDown", label: "Turn down", hint: "The buyer reads the reason." },
];

/** The decision as the API takes it, or undefined while something is missing. */
function decisionOf({ outcome, untilOn, amount, reason }: Given): Decision | undefined {
  if (outcome === "remake") return untilOn === "" ? undefined : { outcome, untilOn };
  if (outcome === "turnDown") return reason.trim().length < 3 ? undefined : { outcome, reason: reason.trim() };
  return outcome && amount ? { outcome, amount: usd(amount) } : undefined;
}

type DetailProps = { readonly given: Given; readonly error: string | undefined; readonly change: (part: Partial<Given>) => void };

/** What the chosen outcome has to be told: a day, an amount or a reason. */
function Detail({ given, error, change }: DetailProps) {
  if (given.outcome === undefined) return null;
  if (given.outcome === "remake")
    return (
      <Field label="Made again until" required error={error && "Name the day."}>
        <Input type="date" name="untilOn" value={given.untilOn} onChange={(event) => change({ untilOn: event.target.value })} />
      </Field>
    );
  if (given.outcome === "turnDown")
    return (
      <Field label="Reason, shown to both sides" required error={error && "At least three characters."}>
        <Textarea name="reason" rows={3} maxLength={2000} value={given.reason} onChange={(event) => change({ reason: event.target.value })} />
      </Field>
    );
  return (
    <Field label="Amount" hint="No more than the buyer has paid." required error={error && "Name the amount."}>
      <MoneyInput name="amount" value={given.amount} onChange={(amount) => change({ amount })} />
    </Field>
  );
}

/** An admin decides a claim after both sides are heard. */
export function DecideClaim({ orderId, onClose }: { readonly orderId: string; readonly onClose: () => void }) {
  const { claim, error } = useOpenClaim(orderId);
  const [given, setGiven] = useState<Given>({ untilOn: "", reason: "" });
  const [asked, setAsked] = useState(false);
  const decide = useCommand(decideClaim, { refresh: orderReads, onSuccess: onClose });
  const decision = decisionOf(given);
  const change = (part: Partial<Given>) => setGiven((before) => ({ ...before, ...part }));
  const submit = () => {
    setAsked(true);
    if (claim && decision) decide.mutate({ params: { orderId, claimId: claim.claimId }, body: { decision } });
  };
  return (
    <FormDialog
      title="Decide the claim"
      description="Buyer and factory hear of it by mail. This cannot be taken back."
      action="Decide"
      busy={decide.isPending}
      disabled={!claim}
      error={decide.error ?? error}
      onSubmit={submit}
      onClose={onClose}
    >
      <RadioGroup<Outcome>
        legend="What becomes of it"
        name="outcome"
        options={options}
        value={given.outcome}
        onChange={(outcome) => change({ outcome })}
        error={asked && !given.outcome ? "Choose one." : undefined}
      />
      <Detail given={given} error={asked && !decision ? "missing" : undefined} change={change} />
    </FormDialog>
  );
}
