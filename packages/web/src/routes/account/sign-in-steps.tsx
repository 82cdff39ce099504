import { useForm } from "react-hook-form";
import { useSearchParams } from "react-router";
import * as auth from "../../lib/auth.ts";
import { newPasswordProblem } from "../../lib/new-password.ts";
import { Button, Link } from "../../ui/button.tsx";
import { Checkbox } from "../../ui/choice.tsx";
import { FormError } from "../../ui/error-panel.tsx";
import { Field, Input } from "../../ui/field.tsx";
import { PasswordInput, emailRules } from "../../features/account/form.tsx";
import { NewPasswordField } from "../../features/account/new-password-field.tsx";

const formClass = "flex flex-col gap-5";
const digits = { required: "Write the six digits.", pattern: { value: /^\d{6}$/u, message: "The code has six digits." } };

/** Runs a step and puts its failure on the form as a whole, where it is shown with a reference. */
async function attempt(work: () => Promise<void>, fail: (error: Error) => void) {
  try {
    await work();
  } catch (error) {
    fail(error instanceof Error ? error : new Error(String(error)));
  }
}

type Failing = { readonly failure?: Error };

type PasswordStepProps = {
  readonly email: string;
  readonly onStep: (step: auth.SignInStep, email: string) => Promise<void>;
  readonly onForgot: (email: string) => void;
};

/** Address and password. */
export function PasswordStep({ email, onStep, onForgot }: PasswordStepProps) {
  const [params] = useSearchParams();
  const form = useForm<{ email: string; password: string; stay: boolean } & Failing>({ defaultValues: { email, password: "", stay: false } });
  const { errors, isSubmitting } = form.formState;
  const submit = form.handleSubmit(({ failure: _failure, ...input }) =>
    attempt(
      async () => onStep(await auth.signIn(input), input.email),
      (failure) => form.setValue("failure", failure),
    ),
  );
  const next = params.get("next");
  return (
    <form onSubmit={(event) => void submit(event)} noValidate className={formClass}>
      <Field label="E-mail address" error={errors.email?.message} required>
        <Input type="email" autoComplete="username" {...form.register("email", emailRules)} />
      </Field>
      <Field label="Password" error={errors.password?.message} required>
        <PasswordInput autoComplete="current-password" {...form.register("password", { required: "Write your password." })} />
      </Field>
      <Checkbox label="Stay signed in on this device" {...form.register("stay")} />
      <FormError error={form.watch("failure")} />
      <Button type="submit" variant="primary" size="large" busy={isSubmitting}>
        Sign in
      </Button>
      <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1 text-small">
        <Button variant="quiet" size="small" className="-mx-3" onClick={() => onForgot(form.getValues("email"))}>
          Forgotten password
        </Button>
        <p className="text-ink-2">
          New here? <Link to={next === null ? "/sign-up" : `/sign-up?next=${encodeURIComponent(next)}`}>Create an account</Link>
        </p>
      </div>
    </form>
  );
}

/** The password that replaces the one an operator set. */
export function NewPasswordStep({ email, onStep }: { readonly email: string; readonly onStep: (step: auth.SignInStep) => Promise<void> }) {
  const form = useForm<{ password: string } & Failing>({ defaultValues: { password: "" } });
  const submit = form.handleSubmit(({ password }) =>
    attempt(
      async () => onStep(await auth.answerChallenge(password)),
      (failure) => form.setValue("failure", failure),
    ),
  );
  return (
    <form onSubmit={(event) => void submit(event)} noValidate className={formClass}>
      <NewPasswordField
        label="New password"
        error={form.formState.errors.password?.message}
        value={form.watch("password")}
        context={{ email }}
        field={form.register("password", { validate: async (value) => (await newPasswordProblem(value, { email })) ?? true })}
      />
      <FormError error={form.watch("failure")} />
      <Button type="submit" variant="primary" size="large" busy={form.formState.isSubmitting}>
        Save and sign in
      </Button>
    </form>
  );
}

type TotpStepProps = { readonly onStep: (step: auth.SignInStep) => Promise<void>; readonly onLost: () => void };

/** The six digits of the authenticator app. */
export function TotpStep({ onStep, onLost }: TotpStepProps) {
  const form = useForm<{ code: string } & Failing>({ defaultValues: { code: "" } });
  const submit = form.handleSubmit(({ code }) =>
    attempt(
      async () => onStep(await auth.answerChallenge(code)),
      (failure) => form.setValue("failure", failure),
    ),
  );
  return (
    <form onSubmit={(event) => void submit(event)} noValidate className={formClass}>
      <Field
        label="Code from your authenticator app"
        hint="Six digits; a new code appears every 30 seconds."
        error={form.formState.errors.code?.message}
        required
      >
        <Input autoFocus inputMode="numeric" autoComplete="one-time-code" maxLength={6} className="tnum" {...form.register("code", digits)} />
      </Field>
      <FormError error={form.watch("failure")} />
      <Button type="submit" variant="primary" size="large" busy={form.formState.isSubmitting}>
        Sign in
      </Button>
      <Button variant="quiet" size="small" className="-mx-3 self-start" onClick={onLost}>
        I do not have my app any more
      </Button>
    </form>
  );
}

/** Asks where to send the code for a new password. */
export function RequestResetStep({ email, onSent }: { readonly email: string; readonly onSent: (email: string) => void }) {
  const form = useForm<{ email: string } & Failing>({ defaultValues: { email } });
  const submit = form.handleSubmit((input) =>
    attempt(
      async () => {
        await auth.requestReset(input.email);
        onSent(input.email);
      },
      (failure) => form.setValue("failure", failure),
    ),
  );
  return (
    <form onSubmit={(event) => void submit(event)} noValidate className={formClass}>
      <Field label="E-mail address" hint="If an account has this address, we send it a code." error={form.formState.errors.email?.message} required>
        <Input type="email" autoComplete="username" {...form.register("email", emailRules)} />
      </Field>
      <FormError error={form.watch("failure")} />
      <Button type="submit" variant="primary" size="large" busy={form.formState.isSubmitting}>
        Send the code
      </Button>
    </form>
  );
}

/** The mailed code and the new password. */
export function ResetStep({ email, onDone }: { readonly email: string; readonly onDone: () => void }) {
  const form = useForm<{ code: string; password: string } & Failing>({ defaultValues: { code: "", password: "" } });
  const { errors, isSubmitting } = form.formState;
  const submit = form.handleSubmit(({ code, password }) =>
    attempt(
      async () => {
        await auth.confirmReset({ email, code, password });
        onDone();
      },
      (failure) => form.setValue("failure", failure),
    ),
  );
  return (
    <form onSubmit={(event) => void submit(event)} noValidate className={formClass}>
      <Field label="Code from the mail" hint={`Sent to ${email}, if an account has this address.`} error={errors.code?.message} required>
        <Input inputMode="numeric" autoComplete="one-time-code" maxLength={6} className="tnum" {...form.register("code", digits)} />
      </Field>
      <NewPasswordField
        label="New password"
        error={errors.password?.message}
        value={form.watch("password")}
        context={{ email }}
        field={form.register("password", { validate: async (value) => (await newPasswordProblem(value, { email })) ?? true })}
      />
      <FormError error={form.watch("failure")} />
      <Button type="submit" variant="primary" size="large" busy={isSubmitting}>
        Set the new password
      </Button>
    </form>
  );
}
