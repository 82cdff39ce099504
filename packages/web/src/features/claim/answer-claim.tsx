import { answerClaim } from "@sleekapp/contracts/claim";
import { type FormEvent, useState } from "react";
import { useCommand } from "../../lib/query.ts";
import { Button } from "../../ui/button.tsx";
import { Sheet } from "../../ui/dialog.tsx";
import { FormError } from "../../ui/error-panel.tsx";
import { Field, Textarea } from "../../ui/field.tsx";
import { orderReads } from "../order/reads.ts";
import { useOpenClaim } from "./reads.ts";

/** The supplier is heard on a claim, once. */
export function AnswerClaim({ orderId, onClose }: { readonly orderId: string; readonly onClose: () => void }) {
  const { claim, error } = useOpenClaim(orderId);
  const [words, setWords] = useState("");
  const [asked, setAsked] = useState(false);
  const answer = useCommand(answerClaim, { refresh: orderReads, onSuccess: onClose });
  const isShort = words.trim().length < 3;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (claim && !isShort) answer.mutate({ params: { orderId, claimId: claim.claimId }, body: { words: words.trim() } });
  };
  return (
    <Sheet
      open
      onClose={onClose}
      title="Answer the claim"
      description="You are heard once. The buyer and SleekApp read it."
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" type="submit" form="answer-claim" busy={answer.isPending} disabled={!claim}>
            Send the answer
          </Button>
        </>
      }
    >
      <form id="answer-claim" onSubmit={submit} noValidate className="flex flex-col gap-5">
        <Field label="What you know of it" required error={asked && isShort ? "At least three characters." : undefined}>
          <Textarea name="words" rows={5} maxLength={2000} value={words} onChange={(event) => setWords(event.target.value)} />
        </Field>
        <FormError error={answer.error ?? error} />
      </form>
    </Sheet>
  );
}
