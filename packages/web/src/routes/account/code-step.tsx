import { useEffect, useState } from "react";
import { now } from "../../ports/clock.ts";
import { Button } from "../../ui/button.tsx";
import { FormError } from "../../ui/error-panel.tsx";
import { Field } from "../../ui/field.tsx";
import { CodeInput } from "../../ui/number-inputs.tsx";

type CodeStepProps = {
  readonly email: string;
  readonly action: string;
  readonly onCode: (code: string) => Promise<void>;
  readonly onResend: () => Promise<void>;
  readonly onOtherAddress: () => void;
};

const WAIT_SECONDS = 60;

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

/** Asks for the six digits of the mail; the sixth sends them. A new code can be had once a minute. */
export function CodeStep({ email, action, onCode, onResend, onOtherAddress }: CodeStepProps) {
  const [code, setCode] = useState("");
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<Error | undefined>(undefined);
  const [again, setAgain] = useState(() => now().getTime() + WAIT_SECONDS * 1000);
  const left = useCountdown(again);
  const run = async (work: () => Promise<void>) => {
    setBusy(true);
    setError(undefined);
    try {
      await work();
    } catch (failure) {
      setError(failure instanceof Error ? failure : new Error(String(failure)));
      setCode("");
    } finally {
      setBusy(false);
    }
  };
  const resend = async () => {
    await onResend();
    setAgain(now().getTime() + WAIT_SECONDS * 1000);
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
      <Field label="Code from the mail" hint={`Six digits, sent to ${email}.`}>
        <CodeInput value={code} onChange={setCode} onComplete={(complete) => void run(() => onCode(complete))} disabled={busy} />
      </Field>
      <FormError error={error} />
      <Button type="submit" variant="primary" busy={busy} disabled={code.length < 6}>
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
