import { Check } from "lucide-react";
import { Button, type Variant } from "../../ui/button.tsx";
import { FormError } from "../../ui/error-panel.tsx";

type SaveRowProps = {
  readonly command: { readonly error: Error | null | undefined; readonly isPending: boolean; readonly isSuccess: boolean };
  /** True when something has been changed since it was saved. */
  readonly isDirty: boolean;
  readonly variant?: Variant;
  /** The verb on the button. */
  readonly children: string;
};

/** The end of a form: what went wrong, its button, and `Saved` once the server has it, gone with the next change. */
export const SaveRow = ({ command, isDirty, variant = "primary", children }: SaveRowProps) => (
  <>
    <FormError error={command.error} />
    <div className="flex items-center gap-4">
      <Button type="submit" variant={variant} busy={command.isPending}>
        {children}
      </Button>
      <Saved shown={command.isSuccess && !isDirty} />
    </div>
  </>
);

/** Said beside the button of a form. */
const Saved = ({ shown }: { readonly shown: boolean }) => (
  <p role="status" className="flex items-center gap-1.5 text-small text-leaf">
    {shown ? (
      <>
        <Check size={14} aria-hidden="true" /> Saved
      </>
    ) : null}
  </p>
);
