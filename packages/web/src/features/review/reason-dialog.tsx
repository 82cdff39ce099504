import type { ComponentProps } from "react";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";

type ReasonDialogProps = Omit<ComponentProps<typeof ConfirmDialog>, "danger" | "reason"> & { readonly hint: string };

/** Asks for the reason of a decision that the supplier will read. */
export const ReasonDialog = ({ hint, ...dialog }: ReasonDialogProps) => (
  <ConfirmDialog {...dialog} danger reason={{ label: "Reason", hint, shortest: 10, reader: "it is sent to the supplier" }} />
);
