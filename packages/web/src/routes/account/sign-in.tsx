import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useNavigate, useSearchParams } from "react-router";
import * as auth from "../../lib/auth.ts";
import { safeNext } from "../../lib/next.ts";
import { useDraft } from "../../lib/draft.ts";
import { Button } from "../../ui/button.tsx";
import { CodeStep } from "../../features/account/code-step.tsx";
import { AccountPage } from "../../features/account/form.tsx";
import { Recovery } from "../../features/account/recovery.tsx";
import { NewPasswordStep, PasswordStep, RequestResetStep, ResetStep, TotpStep } from "./sign-in-steps.tsx";

type Step = "password" | "confirm" | "newPassword" | "totp" | "recovery" | "requestReset" | "reset";
type Progress = { readonly step: Step; readonly email: string };

const initial: Progress = { step: "password", email: "" };
const restorable = (value: unknown): Progress | undefined => {
  if (typeof value !== "object" || value === null || !("step" in value) || !("email" in value)) return undefined;
  const { step, email } = value;
  // Challenges live in the library's memory and end with a reload; steps with a mailed code go on.
  return (step === "confirm" || step === "reset") && typeof email === "string" ? { step, email } : undefined;
};

const titles: Readonly<Record<Step, string>> = {
  password: "Sign in",
  confirm: "Confirm your address",
  newPassword: "Choose a new password",
  totp: "Enter your authenticator code",
  recovery: "Sign in without your app",
  requestReset: "Forgotten password",
  reset: "Set a new password",
};

/** Where somebody is between an address and a session, and what takes them on. */
function useSignIn() {
  const navigate = useNavigate();
  const client = useQueryClient();
  const [params] = useSearchParams();
  const { value: at, save, clear } = useDraft<Progress>({ key: "sign-in", initial, parse: restorable });
  const go = (step: Step, email = at.email) => save({ step, email });
  const onStep = async (step: auth.SignInStep, email: string) => {
    if (step === "done") {
      clear();
      client.clear();
      await navigate(safeNext(params.get("next")), { replace: true });
      return;
    }
    if (step === "reset") await auth.requestReset(email);
    // The code of the sign-up may be long gone; when no new one can be had yet, the step itself offers one later.
    if (step === "confirm") await auth.resend(email).catch(() => undefined);
    go(step, email);
  };
  return { at, go, onStep };
}

/** Everything between an address and a session: password, unconfirmed address, forgotten password, challenges. */
export function Page() {
  const [notice, setNotice] = useState<string | undefined>(undefined);
  const { at, go, onStep } = useSignIn();
  return (
    <AccountPage title={titles[at.step]} intro={notice}>
      {at.step === "password" ? <PasswordStep email={at.email} onStep={onStep} onForgot={(email) => go("requestReset", email)} /> : null}
      {at.step === "confirm" ? (
        <CodeStep
          email={at.email}
          action="Confirm"
          onResend={() => auth.resend(at.email)}
          onOtherAddress={() => go("password", "")}
          onCode={async (code) => {
            await auth.confirm({ email: at.email, code });
            setNotice("Your address is confirmed. Sign in to go on.");
            go("password");
          }}
        />
      ) : null}
      {at.step === "newPassword" ? <NewPasswordStep email={at.email} onStep={(step) => onStep(step, at.email)} /> : null}
      {at.step === "totp" ? <TotpStep onStep={(step) => onStep(step, at.email)} onLost={() => go("recovery")} /> : null}
      {at.step === "recovery" ? (
        <Recovery
          email={at.email}
          onBack={() => go("password")}
          onDone={() => {
            setNotice("Your second factor is off. Sign in with your password, then set it up again.");
            go("password");
          }}
        />
      ) : null}
      {at.step === "requestReset" ? <RequestResetStep email={at.email} onSent={(email) => go("reset", email)} /> : null}
      {at.step === "reset" ? (
        <ResetStep
          email={at.email}
          onDone={() => {
            setNotice("Your password is changed. Sign in with the new one.");
            go("password");
          }}
        />
      ) : null}
      {at.step === "password" ? null : (
        <Button variant="quiet" className="-mx-4 self-start" onClick={() => go("password")}>
          Back to sign-in
        </Button>
      )}
    </AccountPage>
  );
}
