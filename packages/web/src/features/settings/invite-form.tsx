import { listInvitations, sendInvitation } from "@sleekapp/contracts/identity";
import type { InvitableKind } from "@sleekapp/core/invitation/model";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { useCommand } from "../../lib/query.ts";
import { useRefusals } from "../../lib/refusals.ts";
import { Button } from "../../ui/button.tsx";
import { RadioGroup } from "../../ui/choice.tsx";
import { FormError } from "../../ui/error-panel.tsx";
import { Field, Input } from "../../ui/field.tsx";
import { emailRules } from "../account/form.tsx";
import { offers } from "./kinds.ts";

/** Offers a seat by mail. */
export function InviteForm({ orgKind }: { readonly orgKind: "buyer" | "supplier" }) {
  const choices = offers[orgKind];
  const [kind, setKind] = useState<InvitableKind>(choices[0].value);
  const form = useForm({ defaultValues: { email: "" } });
  const send = useCommand(sendInvitation, { refresh: [listInvitations], onSuccess: () => form.reset() });
  const rest = useRefusals(form, send.error);
  const submit = form.handleSubmit(({ email }) => send.mutate({ body: { email: email.trim(), kind } }));
  return (
    <form noValidate onSubmit={(event) => void submit(event)} className="flex max-w-xl flex-col gap-5">
      <RadioGroup legend="Seat" name="kind" options={choices} value={kind} onChange={setKind} />
      <Field
        label="E-mail address"
        hint="The mailed link works once, for a week, for this address only."
        error={form.formState.errors.email?.message}
        required
      >
        <Input type="email" autoComplete="off" maxLength={254} {...form.register("email", emailRules)} />
      </Field>
      <FormError error={rest} />
      <div className="flex flex-wrap items-center gap-4">
        <Button type="submit" variant="primary" busy={send.isPending}>
          Send the invitation
        </Button>
        <p role="status" className="text-small text-leaf">
          {send.isSuccess ? `Sent to ${send.data.email}` : null}
        </p>
      </div>
    </form>
  );
}
