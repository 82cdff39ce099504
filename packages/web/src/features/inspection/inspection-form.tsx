import { inspectOrder } from "@sleekapp/contracts/production";
import { Defects, samplingPlan } from "@sleekapp/core/inspection/rules";
import { type FormEvent, useState } from "react";
import * as z from "zod";
import { useDraft } from "../../lib/draft.ts";
import { formatCount } from "../../lib/money.ts";
import { useCommand } from "../../lib/query.ts";
import { Button } from "../../ui/button.tsx";
import { Sheet } from "../../ui/dialog.tsx";
import { FormError } from "../../ui/error-panel.tsx";
import { Field, Textarea } from "../../ui/field.tsx";
import { QuantityInput } from "../../ui/number-inputs.tsx";
import { type Order, orderReads } from "../order/reads.ts";

const kinds = [
  { key: "critical", label: "Critical", hint: "Dangerous or unlawful: needles, sharp points, wrong fibre content." },
  { key: "major", label: "Major", hint: "A buyer would send it back: holes, wrong size, broken seams." },
  { key: "minor", label: "Minor", hint: "Seen only on a close look: loose threads, small marks." },
] as const;

type Kind = (typeof kinds)[number]["key"];

const Draft = z.object({ critical: z.int().optional(), major: z.int().optional(), minor: z.int().optional(), note: z.string() });

function useInspection(orderId: string, onClose: () => void) {
  const draft = useDraft<z.infer<typeof Draft>>({
    key: `inspect.${orderId}`,
    initial: { note: "" },
    parse: (value) => Draft.safeParse(value).data,
  });
  const [asked, setAsked] = useState(false);
  const inspect = useCommand(inspectOrder, {
    refresh: orderReads,
    onSuccess: () => {
      draft.clear();
      onClose();
    },
  });
  const { note: typed, ...counts } = draft.value;
  const defects = Defects.safeParse(counts);
  const note = typed.trim();
  const noteProblem = note !== "" && note.length < 3 ? "Write at least 3 characters, or leave the note empty." : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (defects.success && !noteProblem) inspect.mutate({ params: { orderId }, body: { defects: defects.data, ...(note ? { note } : {}) } });
  };
  const problemOf = (kind: Kind) => (asked && counts[kind] === undefined ? "Write 0 when there was none." : undefined);
  return { draft, inspect, submit, problemOf, noteProblem: asked ? noteProblem : undefined };
}

/** An inspection by ISO 2859-1: what to take and what is still accepted stands there before anything is counted. */
export function InspectionForm({ order, onClose }: { readonly order: Order; readonly onClose: () => void }) {
  const { draft, inspect, submit, problemOf, noteProblem } = useInspection(order.orderId, onClose);
  const plan = samplingPlan(order.quantity);
  return (
    <Sheet
      open
      onClose={onClose}
      title="Record inspection"
      description={`Take ${formatCount(plan.sampleSize)} of ${formatCount(order.quantity)} pieces at random (ISO 2859-1, level II, letter ${plan.letter}).`}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" type="submit" form="inspect" busy={inspect.isPending}>
            Record
          </Button>
        </>
      }
    >
      <form id="inspect" onSubmit={submit} noValidate className="flex flex-col gap-5">
        {kinds.map(({ key, label, hint }) => (
          <Field
            key={key}
            label={`${label} defects: at most ${plan.accept[key]} in the first ${formatCount(plan.pieces[key])} pieces`}
            hint={hint}
            required
            error={problemOf(key)}
          >
            <QuantityInput value={draft.value[key]} unit="found" onChange={(count) => draft.save({ ...draft.value, [key]: count })} />
          </Field>
        ))}
        <Field label="Note" hint="Which defects, on which pieces. Both sides read it." error={noteProblem}>
          <Textarea
            value={draft.value.note}
            maxLength={1000}
            rows={3}
            onChange={(event) => draft.save({ ...draft.value, note: event.target.value })}
          />
        </Field>
        <p className="text-small text-ink-3">
          Within these numbers the lot passes and the balance is asked for; beyond them it goes back to production.
        </p>
        <FormError error={inspect.error} />
      </form>
    </Sheet>
  );
}
