import { decideLot, getOrderProgress } from "@sleekapp/contracts/production";
import { useState } from "react";
import { useCommand, useRead } from "../../lib/query.ts";
import { RadioGroup } from "../../ui/choice.tsx";
import { FormDialog } from "../../ui/form-dialog.tsx";
import { type Order, orderReads } from "../order/reads.ts";

type Choice = "take" | "refuse";

/** The buyer's word about a lot that missed its limits by a few minor defects. */
export function DecideLot({ order, onClose }: { readonly order: Order; readonly onClose: () => void }) {
  const { orderId } = order;
  const [choice, setChoice] = useState<Choice | undefined>(undefined);
  const [asked, setAsked] = useState(false);
  const progress = useRead(getOrderProgress, { params: { orderId } });
  const waiting = progress.data?.inspections.find(({ result, decision }) => result === "conditional" && decision === undefined);
  const decide = useCommand(decideLot, { refresh: orderReads, onSuccess: onClose });
  const submit = () => {
    setAsked(true);
    if (choice && waiting) decide.mutate({ params: { orderId, inspectionId: waiting.inspectionId }, body: { takes: choice === "take" } });
  };
  return (
    <FormDialog
      title="Decide about the goods"
      description={waiting?.reasons.join("; ") ?? "The inspection is being looked up."}
      action="Decide"
      busy={decide.isPending}
      disabled={!waiting}
      error={decide.error ?? progress.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <RadioGroup<Choice>
        legend="What shall become of them"
        name="lot"
        value={choice}
        onChange={setChoice}
        error={asked && !choice ? "Choose one." : undefined}
        options={[
          { value: "take", label: "Take them as they are", hint: "The lot passes and the balance is asked for." },
          { value: "refuse", label: "Have them put right", hint: "They go back to production and are inspected again." },
        ]}
      />
    </FormDialog>
  );
}
