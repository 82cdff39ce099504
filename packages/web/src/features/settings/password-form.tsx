import { useState } from "react";
import { useForm } from "react-hook-form";
import { AuthError, changePassword } from "../../lib/auth.ts";
import type { Me } from "../../lib/me.ts";
import { newPasswordProblem } from "../../lib/new-password.ts";
import { Field } from "../../ui/field.tsx";
import { Panel } from "../../ui/page-header.tsx";
import { PasswordInput } from "../account/form.tsx";
import { NewPasswordField } from "../account/new-password-field.tsx";
import { SaveRow } from "./save-row.tsx";

const asError = (failure: unknown): Error => (failure instanceof Error ? failure : new Error(String(failure)));
const empty = { oldPassword: "", newPassword: "" };

/** Another password, by the one before. */
export function PasswordForm({ me }: { readonly me: Me }) {
  const form = useForm({ defaultValues: empty });
  const [failure, setFailure] = useState<Error | undefined>(undefined);
  const [isChanged, setChanged] = useState(false);
  const { errors, isSubmitting, isDirty } = form.formState;
  const context = { name: me.name, email: me.email, company: me.orgName };
  const submit = form.handleSubmit(async (input) => {
    setFailure(undefined);
    setChanged(false);
    try {
      await changePassword(input);
      form.reset(empty);
      setChanged(true);
    } catch (error) {
      if (error instanceof AuthError && error.code === "credentials") form.setError("oldPassword", { message: "That is not your current password." });
      else setFailure(asError(error));
    }
  });
  const rules = { validate: async (text: string) => (await newPasswordProblem(text, context)) ?? true };
  return (
    <Panel title="Password">
      <form noValidate onSubmit={(event) => void submit(event)} className="flex max-w-md flex-col gap-5">
        <Field label="Current password" error={errors.oldPassword?.message} required>
          <PasswordInput autoComplete="current-password" {...form.register("oldPassword", { required: "Write your current password." })} />
        </Field>
        <NewPasswordField
          label="New password"
          error={errors.newPassword?.message}
          value={form.watch("newPassword")}
          context={context}
          field={form.register("newPassword", rules)}
        />
        <SaveRow command={{ error: failure, isPending: isSubmitting, isSuccess: isChanged }} isDirty={isDirty}>
          Change the password
        </SaveRow>
      </form>
    </Panel>
  );
}
