import { type FormEvent, type ReactNode, useId } from "react";
import { Button } from "./button.tsx";
import { Dialog } from "./dialog.tsx";
import { FormError } from "./error-panel.tsx";

type FormDialogProps = {
  readonly title: string;
  readonly description?: ReactNode;
  /** What the main button says. */
  readonly action: ReactNode;
  readonly busy: boolean;
  readonly disabled?: boolean | undefined;
  /** Why it could not be sent, under the fields. */
  readonly error?: Error | null | undefined;
  readonly look?: "dialog" | "sheet";
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
};

/** A form in a dialog of its own, open while it is there: its fields, the error, Cancel and the button that sends it. */
export function FormDialog({
  title,
  description,
  action,
  busy,
  disabled = false,
  error,
  look = "sheet",
  onSubmit,
  onClose,
  children,
}: FormDialogProps) {
  const id = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <Dialog
      open
      look={look}
      onClose={onClose}
      title={title}
      description={description}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" type="submit" form={id} busy={busy} disabled={disabled}>
            {action}
          </Button>
        </>
      }
    >
      <form id={id} onSubmit={submit} noValidate className="flex flex-col gap-5">
        {children}
        <FormError error={error} />
      </form>
    </Dialog>
  );
}
