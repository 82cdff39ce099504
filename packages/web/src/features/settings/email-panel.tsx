import { confirmEmail, getProfile } from "@sleekapp/contracts/account";
import { getMe, listMembers } from "@sleekapp/contracts/identity";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { changeEmail, getToken, proveEmail } from "../../lib/auth.ts";
import type { Me } from "../../lib/me.ts";
import { useCommand } from "../../lib/query.ts";
import { Button } from "../../ui/button.tsx";
import { FormError } from "../../ui/error-panel.tsx";
import { Field, Input } from "../../ui/field.tsx";
import { Panel } from "../../ui/page-header.tsx";
import { EmailAddress } from "../../ui/value.tsx";
import { CodeStep } from "../account/code-step.tsx";
import { emailRules } from "../account/form.tsx";

/** The address one signs in with. Another one counts when its code has been typed; the one before is told. */
export function EmailPanel({ me }: { readonly me: Me }) {
  const [pending, setPending] = useState<string | undefined>(undefined);
  const follow = useCommand(confirmEmail, { refresh: [getMe, getProfile, listMembers], onSuccess: () => setPending(undefined) });
  const prove = async (code: string) => {
    await proveEmail(code);
    await follow.mutateAsync({});
    // The next token carries the new address too.
    await getToken(true);
  };
  return (
    <Panel title="E-mail address">
      <div className="flex max-w-md flex-col gap-5">
        <p className="text-ink-2">
          You sign in with{" "}
          <span className="font-medium text-ink">
            <EmailAddress address={me.email} />
          </span>
          ; our mails go there too.
        </p>
        {pending === undefined ? (
          <NewAddress onSent={setPending} />
        ) : (
          <CodeStep
            email={pending}
            action="Change the address"
            onCode={prove}
            onResend={() => changeEmail(pending)}
            onOtherAddress={() => setPending(undefined)}
          />
        )}
        <p role="status" className="text-small text-leaf empty:sr-only">
          {follow.isSuccess && pending === undefined ? "Your address is changed." : null}
        </p>
      </div>
    </Panel>
  );
}

function NewAddress({ onSent }: { readonly onSent: (email: string) => void }) {
  const form = useForm({ defaultValues: { email: "" } });
  const [failure, setFailure] = useState<Error | undefined>(undefined);
  const submit = form.handleSubmit(async ({ email }) => {
    setFailure(undefined);
    try {
      await changeEmail(email.trim());
      onSent(email.trim());
    } catch (error) {
      setFailure(error instanceof Error ? error : new Error(String(error)));
    }
  });
  return (
    <form noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-5">
      <Field
        label="New address"
        hint="We send a code to it. Until you type the code, nothing changes."
        error={form.formState.errors.email?.message}
        required
      >
        <Input type="email" autoComplete="email" maxLength={254} {...form.register("email", emailRules)} />
      </Field>
      <FormError error={failure} />
      <Button type="submit" className="self-start" busy={form.formState.isSubmitting}>
        Send the code
      </Button>
    </form>
  );
}
