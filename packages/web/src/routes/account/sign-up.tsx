import { useState } from "react";
import { useForm } from "react-hook-form";
import { useLocation, useNavigate, useSearchParams } from "react-router";
import * as auth from "../../lib/auth.ts";
import { useDraft } from "../../lib/draft.ts";
import { newPasswordProblem } from "../../lib/new-password.ts";
import { safeNext } from "../../lib/next.ts";
import { Button, Link } from "../../ui/button.tsx";
import { RadioGroup } from "../../ui/choice.tsx";
import { FormError } from "../../ui/error-panel.tsx";
import { Field, Input } from "../../ui/field.tsx";
import { CodeStep } from "../../features/account/code-step.tsx";
import { AccountPage, emailRules } from "../../features/account/form.tsx";
import { NewPasswordField } from "../../features/account/new-password-field.tsx";

type Pending = { readonly email: string; readonly kind: auth.AccountKind; readonly company: string };
type Fields = { name: string; company: string; email: string; password: string };

const none: Pending = { email: "", kind: "buyer", company: "" };
const parsePending = (value: unknown): Pending | undefined => {
  if (typeof value !== "object" || value === null || !("email" in value) || !("kind" in value) || !("company" in value)) return undefined;
  const { email, kind, company } = value;
  const known = kind === "buyer" || kind === "supplier";
  return typeof email === "string" && known && typeof company === "string" ? { email, kind, company } : undefined;
};

const kinds = [
  { value: "buyer", label: "I want clothing made", hint: "Quotes, orders, tracking" },
  { value: "supplier", label: "I make clothing", hint: "Products, orders, payouts" },
] as const;

/** An account in two steps: who you are, then the code from the mail. The second step survives a reload. */
export function Page() {
  const [params, setParams] = useSearchParams();
  const navigate = useNavigate();
  const kind: auth.AccountKind = params.get("as") === "supplier" ? "supplier" : "buyer";
  const { value: pending, save, clear } = useDraft<Pending>({ key: "sign-up", initial: none, parse: parsePending });
  // The password is needed once more right after the code; it is never stored, so after a reload one signs in by hand.
  const [password, setPassword] = useState("");
  const next = params.get("next");

  const finish = async (code: string) => {
    await auth.confirm({ email: pending.email, code });
    clear();
    const target = safeNext(next, pending.kind === "supplier" ? "/app/supplier" : "/app");
    const signedIn = password !== "" && (await auth.signIn({ email: pending.email, password, stay: false }).catch(() => "failed")) === "done";
    await navigate(signedIn ? target : `/sign-in?next=${encodeURIComponent(target)}`, { replace: true });
  };

  if (pending.email !== "") {
    return (
      <AccountPage
        title="Confirm your address"
        intro={
          <p>
            If the address is new to us, a code is on its way. If it already has an account, <Link to={signInLink(next)}>sign in</Link> instead; a
            forgotten password can be set anew there.
          </p>
        }
      >
        <CodeStep
          email={pending.email}
          action="Confirm and sign in"
          onCode={finish}
          onResend={() => auth.resend(pending.email)}
          onOtherAddress={() => save(none)}
        />
      </AccountPage>
    );
  }
  return (
    <AccountPage title="Create an account" intro={<SignInHint next={next} />}>
      <RadioGroup
        legend="What brings you here"
        name="as"
        options={kinds}
        value={kind}
        onChange={(as) => setParams((before) => new URLSearchParams([...[...before].filter(([key]) => key !== "as"), ["as", as]]), { replace: true })}
      />
      <SignUpForm
        kind={kind}
        onSent={(sent, secret) => {
          setPassword(secret);
          save(sent);
        }}
      />
    </AccountPage>
  );
}

const signInLink = (next: string | null): string => (next === null ? "/sign-in" : `/sign-in?next=${encodeURIComponent(next)}`);

/** The address that a page before this one already knows, as after a guest's quote. */
const addressFrom = (state: unknown): string =>
  typeof state === "object" && state !== null && "email" in state && typeof state.email === "string" ? state.email : "";

const SignInHint = ({ next }: { readonly next: string | null }) => (
  <p>
    Already have one? <Link to={signInLink(next)}>Sign in</Link>
  </p>
);

function SignUpForm({ kind, onSent }: { readonly kind: auth.AccountKind; readonly onSent: (pending: Pending, password: string) => void }) {
  const { state } = useLocation();
  const form = useForm<Fields>({ defaultValues: { name: "", company: "", email: addressFrom(state), password: "" } });
  const [failure, setFailure] = useState<Error | undefined>(undefined);
  const { errors, isSubmitting } = form.formState;
  const submit = form.handleSubmit(async (input) => {
    setFailure(undefined);
    try {
      await auth.signUp({ ...input, kind });
      onSent({ email: input.email, kind, company: input.company }, input.password);
    } catch (error) {
      setFailure(error instanceof Error ? error : new Error(String(error)));
    }
  });
  const given = form.watch();
  const companyRules = kind === "supplier" ? { required: "Write your company's name." } : {};
  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="flex flex-col gap-5">
      <Field label="Your name" error={errors.name?.message} required>
        <Input autoComplete="name" maxLength={100} {...form.register("name", { required: "Write your name." })} />
      </Field>
      <Field label={kind === "supplier" ? "Company" : "Company (optional)"} error={errors.company?.message} required={kind === "supplier"}>
        <Input autoComplete="organization" maxLength={120} {...form.register("company", companyRules)} />
      </Field>
      <Field label="E-mail address" hint="We send a code to it." error={errors.email?.message} required>
        <Input type="email" autoComplete="username" {...form.register("email", emailRules)} />
      </Field>
      <NewPasswordField
        label="Password"
        error={errors.password?.message}
        value={given.password}
        context={given}
        field={form.register("password", { validate: async (value, all) => (await newPasswordProblem(value, all)) ?? true })}
      />
      <FormError error={failure} />
      <Button type="submit" variant="primary" size="large" busy={isSubmitting}>
        Create the account
      </Button>
      <p className="text-small text-ink-3">
        By creating an account you accept the <Link to="/info/legal">terms and the privacy notice</Link>.
      </p>
    </form>
  );
}
