import { type ReactNode, useState } from "react";
import { shownError } from "../lib/api-error.ts";
import { Button } from "./button.tsx";
import { Dialog } from "./dialog.tsx";
import { ErrorPanel } from "./error-panel.tsx";
import { Field, Textarea } from "./field.tsx";

type ConfirmDialogProps = {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: string;
  /** What will happen, in one sentence. */
  readonly consequence: string;
  /** The verb on the button: `Reject product`, never `OK`. */
  readonly action: string;
  readonly danger?: boolean;
  /** Asks for a written reason of at least so many characters; none have to be written unless it says so. */
  readonly reason?: { readonly label: string; readonly hint?: string; readonly shortest?: number; readonly reader?: string };
  /** What else has to be chosen, above the reason. */
  readonly children?: ReactNode;
  /** Does it; the dialog closes when the promise resolves and shows the error when it does not. */
  readonly onConfirm: (reason: string) => Promise<unknown>;
};

const refusal = (shortest: number, reader: string): string => `Write ${shortest === 1 ? "a reason" : `at least ${shortest} characters`}; ${reader}.`;

/** Asks before something that cannot be taken back, with a reason where somebody will read it; keeps what was typed while it is closed. */
export function ConfirmDialog({ open, onClose, title, consequence, action, danger = false, reason, children, onConfirm }: ConfirmDialogProps) {
  const [text, setText] = useState("");
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<Error | undefined>(undefined);
  const shortest = reason?.shortest ?? 0;
  const missing = text.trim().length < shortest;
  const run = async () => {
    setAsked(true);
    if (missing) return;
    setBusy(true);
    setError(undefined);
    try {
      await onConfirm(text.trim());
      setText("");
      setAsked(false);
      onClose();
    } catch (failure) {
      setError(shownError(failure));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={title}
      description={consequence}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant={danger ? "danger" : "primary"} busy={busy} onClick={() => void run()}>
            {action}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-5">
        {children}
        {reason ? (
          <Field
            label={reason.label}
            hint={reason.hint}
            required={shortest > 0}
            error={asked && missing ? refusal(shortest, reason.reader ?? "it is kept with the decision") : undefined}
          >
            <Textarea autoFocus value={text} onChange={(event) => setText(event.target.value)} maxLength={1000} />
          </Field>
        ) : null}
        {error ? <ErrorPanel error={error} /> : null}
      </div>
    </Dialog>
  );
}
