import { makeWishlist, renameWishlist, getWishlist } from "@sleekapp/contracts/wishlist";
import type { ListView } from "@sleekapp/core/wishlist/view";
import { type FormEvent, useId, useState } from "react";
import { useCommand } from "../../lib/query.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { FormError } from "../../ui/error-panel.tsx";
import { Field, Input } from "../../ui/field.tsx";

type ListNameProps = { readonly list: ListView | undefined; readonly onClose: () => void; readonly onMade: (listId: string) => void };

/** Names a list: a new one, or one that has a name already. */
export function ListName({ list, onClose, onMade }: ListNameProps) {
  const formId = useId();
  const [name, setName] = useState(list?.name ?? "");
  const [asked, setAsked] = useState(false);
  const settled = { refresh: [getWishlist], onSuccess: ({ listId }: { readonly listId: string }) => (onMade(listId), onClose()) };
  const make = useCommand(makeWishlist, settled);
  const rename = useCommand(renameWishlist, settled);
  const isEmpty = name.trim() === "";
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setAsked(true);
    if (isEmpty) return;
    if (list === undefined) make.mutate({ body: { name } });
    else rename.mutate({ params: { listId: list.listId }, body: { name } });
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={list === undefined ? "New list" : `Rename ${list.name}`}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={formId} variant="primary" busy={make.isPending || rename.isPending}>
            {list === undefined ? "Make the list" : "Save the name"}
          </Button>
        </>
      }
    >
      <form id={formId} noValidate onSubmit={submit} className="flex flex-col gap-4">
        <Field label="Name" error={asked && isEmpty ? "Give the list a name." : undefined} required>
          <Input autoFocus autoComplete="off" maxLength={60} value={name} onChange={(event) => setName(event.target.value)} />
        </Field>
        <FormError error={make.error ?? rename.error} />
      </form>
    </Dialog>
  );
}
