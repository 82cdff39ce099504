import { type ReactNode, useState } from "react";
import { shownError } from "../../lib/api-error.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { ErrorPanel } from "../../ui/error-panel.tsx";
import { Field, Textarea } from "../../ui/field.tsx";

const SHORTEST = 10;

type ReasonDialogProps = {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: string;
  /** What will happen, in one sentence. */
  readonly consequence: string;
  /** The verb on the button. */
  readonly action: string;
  readonly hint: string;
  /** What else has to be chosen, above the reason. */
  readonly children?: ReactNode;
  /** Does it with the reason; the dialog closes when the promise resolves. */
  readonly onConfirm: (reason: string) => Promise<unknown>;
};

/** Asks for the reason of a decision that the other side will read; keeps what was typed while the dialog is closed. */
export function ReasonDialog({ open, onClose, title, consequence, action, hint, children, onConfirm }: ReasonDialogProps) {
  const [reason, setReason] = useState("");
  const [isAsked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<Error | undefined>(undefined);
  const short = reason.trim().length < SHORTEST;
  const run = async () => {
    setAsked(true);
    if (short) return;
    setBusy(true);
    setError(undefined);
    try {
      await onConfirm(reason.trim());
      setReason("");
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
          <Button variant="danger" busy={busy} onClick={() => void run()}>
            {action}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-5">
        {children}
        <Field
          label="Reason"
          hint={hint}
          required
          error={isAsked && short ? `Write at least ${SHORTEST} characters; it is sent to the supplier.` : undefined}
        >
          <Textarea autoFocus value={reason} maxLength={1000} onChange={(event) => setReason(event.target.value)} />
        </Field>
        {error ? <ErrorPanel error={error} /> : null}
      </div>
    </Dialog>
  );
}
