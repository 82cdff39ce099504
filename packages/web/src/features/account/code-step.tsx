import { useEffect, useRef, useState } from "react";
import { now } from "../../ports/clock.ts";
import { Button } from "../../ui/button.tsx";
import { FormError } from "../../ui/error-panel.tsx";
import { Field } from "../../ui/field.tsx";
import { CodeInput } from "../../ui/number-inputs.tsx";

/** A wrong code in words for the field; `spent` when no code but a new one can work. */
export type Refusal = { readonly text: string; readonly spent: boolean };

type CodeStepProps = {
  readonly email: string;
  readonly action: string;
  readonly onCode: (code: string) => Promise<void>;
  readonly onResend: () => Promise<void>;
  readonly onOtherAddress: () => void;
  /** The instant (epoch ms) from which a new code can be had; a minute from now unless said. */
  readonly resendAt?: number | undefined;
  /** Reads an error of `onCode` as a refusal of the code; undefined for any other failure. */
  readonly refusalOf?: (error: unknown) => Refusal | undefined;
};

const WAIT_SECONDS = 60;

/** A minute from now, as `resendAt` wants it. */
export const inAMinute = (): number => now().getTime() + WAIT_SECONDS * 1000;

/** Seconds until `until` (epoch ms), counted down once a second. */
function useCountdown(until: number): number {
  const [left, setLeft] = useState(() => Math.max(0, Math.ceil((until - now().getTime()) / 1000)));
  useEffect(() => {
    const tick = () => setLeft(Math.max(0, Math.ceil((until - now().getTime()) / 1000)));
    tick();
    const timer = setInterval(tick, 1000);
    return () => clearInterval(timer);
  }, [until]);
  return left;
}

type Attempts = {
  readonly code: string;
  readonly setCode: (code: string) => void;
  readonly busy: boolean;
  readonly error: Error | undefined;
  readonly refusal: Refusal | undefined;
  readonly run: (work: () => Promise<void>) => Promise<void>;
};

function useAttempts(refusalOf: CodeStepProps["refusalOf"]): Attempts {
  const [code, setCode] = useState("");
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<Error | undefined>(undefined);
  const [refusal, setRefusal] = useState<Refusal | undefined>(undefined);
  const run = async (work: () => Promise<void>) => {
    if (busy) return;
    setBusy(true);
    setError(undefined);
    try {
      await work();
      setRefusal(undefined);
    } catch (failure) {
      const refused = refusalOf?.(failure);
      setRefusal((before) => refused ?? before);
      if (!refused) setError(failure instanceof Error ? failure : new Error(String(failure)));
      setCode("");
    } finally {
      setBusy(false);
    }
  };
  return { code, setCode, busy, error, refusal, run };
}

/** Asks for the six digits of the mail; the sixth sends them. A new code can be had once a minute. */
export function CodeStep({ email, action, onCode, onResend, onOtherAddress, resendAt, refusalOf }: CodeStepProps) {
  const { code, setCode, busy, error, refusal, run } = useAttempts(refusalOf);
  const [again, setAgain] = useState(inAMinute);
  const left = useCountdown(resendAt ?? again);
  const input = useRef<HTMLInputElement>(null);
  // The step took the place of a form: whoever was in it goes on here.
  useEffect(() => input.current?.focus(), []);
  const resend = async () => {
    await onResend();
    setAgain(inAMinute());
  };
  return (
    <form
      className="flex flex-col gap-5"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (code.length === 6) void run(() => onCode(code));
      }}
    >
      <Field label="Code from the mail" hint={`Six digits, sent to ${email}.`} error={refusal?.text}>
        <CodeInput value={code} onChange={setCode} onComplete={(complete) => void run(() => onCode(complete))} disabled={refusal?.spent === true} />
      </Field>
      <FormError error={error} />
      <Button type="submit" variant="primary" size="large" busy={busy} disabled={code.length < 6}>
        {action}
      </Button>
      <div className="flex flex-wrap justify-between gap-2">
        <Button variant="quiet" size="small" disabled={left > 0} onClick={() => void run(resend)}>
          {left > 0 ? <span className="tnum">New code in {left} s</span> : "Send a new code"}
        </Button>
        <Button variant="quiet" size="small" onClick={onOtherAddress}>
          Use another address
        </Button>
      </div>
    </form>
  );
}
