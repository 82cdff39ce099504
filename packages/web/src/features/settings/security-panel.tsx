import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { useNavigate } from "react-router";
import { AuthError, changePassword, signOut } from "../../lib/auth.ts";
import { Button } from "../../ui/button.tsx";
import { FormError } from "../../ui/error-panel.tsx";
import { Field } from "../../ui/field.tsx";
import { Panel } from "../../ui/page-header.tsx";
import { PASSWORD_HINT, PasswordInput, passwordProblem } from "../account/form.tsx";
import { Saved } from "./saved.tsx";

/** The password, and the end of every session. */
export const SecurityPanel = () => (
  <div className="flex flex-col gap-6">
    <PasswordForm />
    <Sessions />
  </div>
);

const asError = (failure: unknown): Error => (failure instanceof Error ? failure : new Error(String(failure)));
const empty = { oldPassword: "", newPassword: "" };

function PasswordForm() {
  const form = useForm({ defaultValues: empty });
  const [failure, setFailure] = useState<Error | undefined>(undefined);
  const [isChanged, setChanged] = useState(false);
  const { errors, isSubmitting, isDirty } = form.formState;
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
  return (
    <Panel title="Password">
      <form noValidate onSubmit={(event) => void submit(event)} className="flex max-w-md flex-col gap-5">
        <Field label="Current password" error={errors.oldPassword?.message} required>
          <PasswordInput autoComplete="current-password" {...form.register("oldPassword", { required: "Write your current password." })} />
        </Field>
        <Field label="New password" hint={PASSWORD_HINT} error={errors.newPassword?.message} required>
          <PasswordInput autoComplete="new-password" {...form.register("newPassword", { validate: (text) => passwordProblem(text) ?? true })} />
        </Field>
        <FormError error={failure} />
        <div className="flex items-center gap-4">
          <Button type="submit" variant="primary" busy={isSubmitting}>
            Change the password
          </Button>
          <Saved shown={isChanged && !isDirty} />
        </div>
      </form>
    </Panel>
  );
}

function Sessions() {
  const navigate = useNavigate();
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Error | undefined>(undefined);
  const leave = async () => {
    setBusy(true);
    setFailure(undefined);
    try {
      await signOut(true);
      client.clear();
      await navigate("/");
    } catch (error) {
      setFailure(asError(error));
      setBusy(false);
    }
  };
  return (
    <Panel title="Sessions">
      <div className="flex flex-col items-start gap-4">
        <p className="measure text-ink-2">
          If you lost a device or signed in on one that is not yours: this ends every session, here too. Open pages elsewhere can still be read for up
          to fifteen minutes.
        </p>
        <FormError error={failure} />
        <Button busy={busy} onClick={() => void leave()}>
          Sign out everywhere
        </Button>
      </div>
    </Panel>
  );
}
