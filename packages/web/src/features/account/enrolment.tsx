import { confirmSecondFactor, getSecondFactor } from "@sleekapp/contracts/account";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useForm } from "react-hook-form";
import { call } from "../../lib/api.ts";
import { ApiError } from "../../lib/api-error.ts";
import { newSecret, proveSecret } from "../../lib/auth.ts";
import { keyOf } from "../../lib/query.ts";
import { Button } from "../../ui/button.tsx";
import { ErrorPanel, FormError } from "../../ui/error-panel.tsx";
import { Loading, SkeletonText } from "../../ui/feedback.tsx";
import { Field, Input } from "../../ui/field.tsx";
import { QrCode } from "./qr-code.tsx";
import { RecoveryCodes } from "./recovery-codes.tsx";

type Secret = { readonly secret: string; readonly uri: string };

const asError = (failure: unknown): Error => (failure instanceof Error ? failure : new Error(String(failure)));
const digits = { required: "Write the six digits.", pattern: { value: /^\d{6}$/u, message: "The code has six digits." } };

/** Sets up an authenticator app: its secret, the first code, then the recovery codes. */
export function Enrolment({ account, onDone }: { readonly account: string; readonly onDone: () => void }) {
  const [secret, setSecret] = useState<Secret | undefined>(undefined);
  const [failure, setFailure] = useState<Error | undefined>(undefined);
  const [codes, setCodes] = useState<readonly string[] | undefined>(undefined);
  const [attempt, setAttempt] = useState(0);
  // With a second secret the user pool forgets the app of the first, also one that is set up already. So a secret is made once,
  // whatever is learnt of the account meanwhile.
  const [label] = useState(account);
  useEffect(() => {
    let isCurrent = true;
    newSecret(label).then(
      (made) => isCurrent && setSecret(made),
      (error: unknown) => isCurrent && setFailure(asError(error)),
    );
    return () => {
      isCurrent = false;
    };
  }, [label, attempt]);
  const retry = () => {
    setFailure(undefined);
    setAttempt(attempt + 1);
  };
  if (codes) return <RecoveryCodes codes={codes} onKept={onDone} />;
  if (failure) return <ErrorPanel error={failure} title="The app could not be set up" onRetry={retry} />;
  if (!secret) {
    return (
      <Loading label="Making a secret">
        <SkeletonText lines={5} />
      </Loading>
    );
  }
  return <FirstCode secret={secret} onCodes={setCodes} onDone={onDone} />;
}

type FirstCodeProps = { readonly secret: Secret; readonly onCodes: (codes: readonly string[]) => void; readonly onDone: () => void };

function FirstCode({ secret, onCodes, onDone }: FirstCodeProps) {
  const client = useQueryClient();
  const form = useForm({ defaultValues: { code: "" } });
  const [failure, setFailure] = useState<Error | undefined>(undefined);
  const confirm = async (): Promise<void> => {
    try {
      onCodes((await call(confirmSecondFactor, {})).recoveryCodes);
    } catch (error) {
      // The codes of an earlier time are still good: there is nothing new to write down.
      if (!(error instanceof ApiError) || error.code !== "second_factor.on") throw error;
      onDone();
    }
    await client.invalidateQueries({ queryKey: keyOf(getSecondFactor) });
  };
  const submit = form.handleSubmit(async ({ code }) => {
    setFailure(undefined);
    try {
      await proveSecret(code);
      await confirm();
    } catch (error) {
      setFailure(asError(error));
      form.reset();
    }
  });
  return (
    <form noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-5">
      <ol className="flex list-decimal flex-col gap-3 pl-5 text-ink-2">
        <li>Open an authenticator app on your phone: any that shows six digits will do.</li>
        <li>
          Scan this code with it:
          <div className="mt-2">
            <QrCode text={secret.uri} label="QR code that adds your account to the app; the key below says the same" />
          </div>
          <p className="mt-3">If you cannot scan it, type this key:</p>
          <SecretKey secret={secret.secret} />
        </li>
        <li>Type the six digits the app shows.</li>
      </ol>
      <Field label="Code from your app" hint="A new one appears every 30 seconds." error={form.formState.errors.code?.message} required>
        <Input inputMode="numeric" autoComplete="one-time-code" maxLength={6} className="tnum" {...form.register("code", digits)} />
      </Field>
      <FormError error={failure} />
      <Button type="submit" variant="primary" size="large" busy={form.formState.isSubmitting}>
        Turn it on
      </Button>
    </form>
  );
}

/** The secret in groups of four, as people can type it. */
const SecretKey = ({ secret }: { readonly secret: string }) => (
  <code aria-label="Key for your app" className="mt-2 block rounded-control bg-sunken px-3 py-2 font-mono text-body tracking-wide break-all text-ink">
    {secret.replaceAll(/(.{4})(?=.)/gu, "$1 ")}
  </code>
);
