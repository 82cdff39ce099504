import { answerClaim } from "@sleekapp/contracts/claim";
import { useState } from "react";
import { useCommand } from "../../lib/query.ts";
import { Field, Textarea } from "../../ui/field.tsx";
import { FormDialog } from "../../ui/form-dialog.tsx";
import { orderReads } from "../order/reads.ts";
import { useOpenClaim } from "./reads.ts";

/** The supplier is heard on a claim, once. */
export function AnswerClaim({ orderId, onClose }: { readonly orderId: string; readonly onClose: () => void }) {
  const { claim, error } = useOpenClaim(orderId);
  const [words, setWords] = useState("");
  const [asked, setAsked] = useState(false);
  const answer = useCommand(answerClaim, { refresh: orderReads, onSuccess: onClose });
  const isShort = words.trim().length < 3;
  const submit = () => {
    setAsked(true);
    if (claim && !isShort) answer.mutate({ params: { orderId, claimId: claim.claimId }, body: { words: words.trim() } });
  };
  return (
    <FormDialog
      title="Answer the claim"
      description="You are heard once. The buyer and SleekApp read it."
      action="Send the answer"
      busy={answer.isPending}
      disabled={!claim}
      error={answer.error ?? error}
      onSubmit={submit}
      onClose={onClose}
    >
      <Field label="What you know of it" required error={asked && isShort ? "At least three characters." : undefined}>
        <Textarea name="words" rows={5} maxLength={2000} value={words} onChange={(event) => setWords(event.target.value)} />
      </Field>
    </FormDialog>
  );
}
