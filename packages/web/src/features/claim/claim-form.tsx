import { askClaimPhoto, getClaimPhoto, openClaim } from "@sleekapp/contracts/claim";
import { Kind, kindNames } from "@sleekapp/core/claim/model";
import { useState } from "react";
import * as z from "zod";
import { call } from "../../lib/api.ts";
import { useDraft } from "../../lib/draft.ts";
import { useCommand } from "../../lib/query.ts";
import { RadioGroup } from "../../ui/choice.tsx";
import { Field, Textarea } from "../../ui/field.tsx";
import { FormDialog } from "../../ui/form-dialog.tsx";
import { QuantityInput } from "../../ui/number-inputs.tsx";
import { type Order, orderReads } from "../order/reads.ts";
import { Photos } from "../production/report-sheet.tsx";
import { usePhotos } from "../production/stage-photos.ts";

const Draft = z.object({ kind: Kind.optional(), pieces: z.int().optional(), words: z.string() });
type Draft = z.output<typeof Draft>;
type FormProps = { readonly order: Order; readonly onClose: () => void };

const options = Kind.options.map((value) => ({ value, label: kindNames[value] }));

const problemsOf = ({ kind, pieces, words }: Draft, quantity: number) => ({
  kind: kind ? undefined : "Choose what is wrong.",
  pieces: pieces && pieces <= quantity ? undefined : `From 1 to ${quantity} pieces.`,
  words: words.trim().length < 3 ? "Say what you found." : undefined,
});

function useClaim({ order: { orderId, quantity }, onClose }: FormProps) {
  const draft = useDraft<Draft>({ key: `claim.${orderId}`, initial: { words: "" }, parse: (value) => Draft.safeParse(value).data });
  const photos = usePhotos({
    slot: (type) => call(askClaimPhoto, { params: { orderId }, body: { type } }),
    look: (uploadId) => call(getClaimPhoto, { params: { orderId, uploadId } }),
  });
  const [asked, setAsked] = useState(false);
  const claim = useCommand(openClaim, {
    refresh: orderReads,
    onSuccess: () => {
      draft.clear();
      onClose();
    },
  });
  const problems = problemsOf(draft.value, quantity);
  const submit = () => {
    setAsked(true);
    const { kind, pieces, words } = draft.value;
    if (!kind || !pieces || problems.pieces || problems.words) return;
    const ready = photos.uploads.flatMap(({ result }) => (result ? [result] : []));
    claim.mutate({ params: { orderId }, body: { kind, pieces, words: words.trim(), ...(ready.length > 0 ? { photos: ready } : {}) } });
  };
  return { value: draft.value, save: draft.save, photos, claim, problems: asked ? problems : undefined, submit };
}

/** The buyer says what is wrong with what arrived, with photos. */
export function ClaimForm(props: FormProps) {
  const { value, save, photos, claim, problems, submit } = useClaim(props);
  return (
    <FormDialog
      title="Claim what is wrong"
      description="The factory is heard, then we decide: made again, money back, or turned down with the reason. The order is not completed before."
      action={photos.busy ? "Photos are on their way" : "Make the claim"}
      busy={claim.isPending}
      disabled={photos.busy}
      error={claim.error}
      onSubmit={submit}
      onClose={props.onClose}
    >
      <RadioGroup<Kind>
        legend="What is wrong"
        name="kind"
        options={options}
        value={value.kind}
        onChange={(kind) => save({ ...value, kind })}
        error={problems?.kind}
      />
      <Field label="Pieces affected" required error={problems?.pieces}>
        <QuantityInput name="pieces" unit="pieces" value={value.pieces} onChange={(pieces) => save({ ...value, pieces })} />
      </Field>
      <Field label="What you found" hint="Factory and SleekApp read it." required error={problems?.words}>
        <Textarea name="words" rows={4} maxLength={2000} value={value.words} onChange={(event) => save({ ...value, words: event.target.value })} />
      </Field>
      <Photos photos={photos} noun="claim" />
    </FormDialog>
  );
}
