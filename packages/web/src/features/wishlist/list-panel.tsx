import { getWishlist, listSaved, removeWishlist } from "@sleekapp/contracts/wishlist";
import type { ListView } from "@sleekapp/core/wishlist/view";
import { useState } from "react";
import { useCommand } from "../../lib/query.ts";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { EmptyState } from "../../ui/feedback.tsx";
import { Status } from "../../ui/status.tsx";
import { EntryLine } from "./entry-line.tsx";
import { ListLink } from "./list-link.tsx";
import { ListName } from "./list-name.tsx";

type ListPanelProps = { readonly list: ListView; readonly others: readonly ListView[] };

const countWords = (count: number): string => (count === 1 ? "1 product" : `${count} products`);

/** One list: what is on it, its name and its link. */
export function ListPanel({ list, others }: ListPanelProps) {
  const [open, setOpen] = useState<"name" | "link" | "removal" | undefined>(undefined);
  const remove = useCommand(removeWishlist, { refresh: [getWishlist, listSaved] });
  const close = () => setOpen(undefined);
  const { listId, name, entries, isShared } = list;
  return (
    <section aria-label={name}>
      <div className="mb-4 flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <h2 className="flex min-w-0 flex-wrap items-center gap-3 text-read font-semibold break-words">
          {name}
          <span className="tnum text-small font-normal text-ink-3">{countWords(entries.length)}</span>
          {isShared ? <Status tone="active">Shared by a link</Status> : null}
        </h2>
        <div className="flex flex-wrap gap-2">
          <Button size="small" onClick={() => setOpen("link")}>
            {isShared ? "Link" : "Share"}
          </Button>
          <Button size="small" onClick={() => setOpen("name")}>
            Rename
          </Button>
          <Button size="small" onClick={() => setOpen("removal")}>
            Delete the list
          </Button>
        </div>
      </div>
      {entries.length === 0 ? (
        <EmptyState title="Nothing on this list yet" action={<ButtonLink to="/catalog">Open the catalogue</ButtonLink>}>
          Press the heart of a product, then move it here.
        </EmptyState>
      ) : (
        <ul className="rounded-panel border border-line bg-surface">
          {entries.map((entry) => (
            <EntryLine key={entry.productId} entry={entry} others={others} />
          ))}
        </ul>
      )}
      {open === "name" ? <ListName list={list} onClose={close} onMade={() => undefined} /> : null}
      {open === "link" ? <ListLink list={list} onClose={close} /> : null}
      <ConfirmDialog
        open={open === "removal"}
        onClose={close}
        title={`Delete ${name}`}
        consequence={
          entries.length === 0
            ? "The list goes, and its link with it."
            : `${countWords(entries.length)} and their notes go with it, and its link ends.`
        }
        action="Delete the list"
        danger
        onConfirm={() => remove.mutateAsync({ params: { listId } })}
      />
    </section>
  );
}
