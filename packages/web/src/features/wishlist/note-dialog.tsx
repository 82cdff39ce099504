import { getWishlist, noteSavedProduct } from "@sleekapp/contracts/wishlist";
import type { EntryView } from "@sleekapp/core/wishlist/view";
import { type FormEvent, useId, useState } from "react";
import { useCommand } from "../../lib/query.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { FormError } from "../../ui/error-panel.tsx";
import { Field, Textarea } from "../../ui/field.tsx";

/** A note beside a saved product, for the reader alone. */
export function NoteDialog({ entry, onClose }: { readonly entry: EntryView; readonly onClose: () => void }) {
  const formId = useId();
  const [note, setNote] = useState(entry.note ?? "");
  const write = useCommand(noteSavedProduct, { refresh: [getWishlist], onSuccess: onClose });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    write.mutate({ params: { productId: entry.productId }, body: { note } });
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Note on ${entry.title}`}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={formId} variant="primary" busy={write.isPending}>
            Save the note
          </Button>
        </>
      }
    >
      <form id={formId} noValidate onSubmit={submit} className="flex flex-col gap-4">
        <Field label="Note" hint="Only you see it; an empty note is taken away.">
          <Textarea autoFocus maxLength={500} value={note} onChange={(event) => setNote(event.target.value)} />
        </Field>
        <FormError error={write.error} />
      </form>
    </Dialog>
  );
}
