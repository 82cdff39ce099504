import { recoverAccount } from "@sleekapp/contracts/account";
import { answerCode, askCode } from "@sleekapp/contracts/quote";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { call } from "../../lib/api.ts";
import { ApiError } from "../../lib/api-error.ts";
import { useCommand } from "../../lib/query.ts";
import { Button } from "../../ui/button.tsx";
import { FormError } from "../../ui/error-panel.tsx";
import { Field, Input } from "../../ui/field.tsx";
import { CodeStep, type Refusal } from "./code-step.tsx";

type RecoveryProps = { readonly email: string; readonly onDone: () => void; readonly onBack: () => void };

const asked = async (email: string): Promise<string> => (await call(askCode, { body: { email, purpose: "second_factor" } })).challengeId;

function refusalOf(error: unknown): Refusal | undefined {
  if (!(error instanceof ApiError) || (error.code !== "code.wrong" && error.code !== "code.spent")) return undefined;
  const left = error.details?.["triesLeft"];
  if (error.code === "code.spent" || left === 0) return { text: "This code does not work any more. Ask for a new one.", spent: true };
  return { text: typeof left === "number" ? `That is not the code. ${left} tries left.` : "That is not the code.", spent: false };
}

/** The way in for who has lost the authenticator app: a mailed code, then one of the recovery codes. */
export function Recovery({ email, onDone, onBack }: RecoveryProps) {
  const [challengeId, setChallengeId] = useState<string | undefined>(undefined);
  const [proof, setProof] = useState<string | undefined>(undefined);
  if (proof !== undefined) return <RecoveryCodeForm proof={proof} onDone={onDone} />;
  if (challengeId === undefined) return <AskForm email={email} onAsked={setChallengeId} onBack={onBack} />;
  return (
    <CodeStep
      email={email}
      action="Go on"
      onCode={async (code) => setProof((await call(answerCode, { params: { challengeId }, body: { code } })).proof)}
      onResend={async () => setChallengeId(await asked(email))}
      onOtherAddress={onBack}
      refusalOf={refusalOf}
    />
  );
}

type AskFormProps = { readonly email: string; readonly onAsked: (challengeId: string) => void; readonly onBack: () => void };

function AskForm({ email, onAsked, onBack }: AskFormProps) {
  const ask = useCommand(askCode, { onSuccess: ({ challengeId }) => onAsked(challengeId) });
  return (
    <div className="flex flex-col gap-5">
      <p className="text-ink-2">
        You need one of the recovery codes you were given when you set up the app, and the mailbox of{" "}
        <span className="font-medium text-ink">{email}</span>. The second factor is then off, and everybody who is signed in to your account is signed
        out.
      </p>
      <FormError error={ask.error} />
      <Button variant="primary" size="large" busy={ask.isPending} onClick={() => ask.mutate({ body: { email, purpose: "second_factor" } })}>
        Send a code to this address
      </Button>
      <Button variant="quiet" size="small" className="-mx-3 self-start" onClick={onBack}>
        I have my app after all
      </Button>
    </div>
  );
}

function RecoveryCodeForm({ proof, onDone }: { readonly proof: string; readonly onDone: () => void }) {
  const form = useForm({ defaultValues: { code: "" } });
  const recover = useCommand(recoverAccount, { credentials: { "x-proof": proof }, onSuccess: onDone });
  const submit = form.handleSubmit(({ code }) => recover.mutate({ body: { code } }));
  const shape = (code: string) => code.replaceAll(/[\s-]/gu, "").length === 16 || "A recovery code has sixteen letters and digits.";
  return (
    <form noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-5">
      <Field label="Recovery code" hint="Sixteen letters and digits, with or without hyphens." error={form.formState.errors.code?.message} required>
        <Input autoFocus autoComplete="off" spellCheck={false} maxLength={60} className="tnum" {...form.register("code", { validate: shape })} />
      </Field>
      <FormError error={recover.error} />
      <Button type="submit" variant="primary" size="large" busy={recover.isPending}>
        Turn the second factor off
      </Button>
    </form>
  );
}
