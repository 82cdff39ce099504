import { getWishlist, listSaved, saveProduct, unsaveProduct } from "@sleekapp/contracts/wishlist";
import type { EntryView, ListView } from "@sleekapp/core/wishlist/view";
import { useState } from "react";
import { shownError } from "../../lib/api-error.ts";
import { formatMoney } from "../../lib/money.ts";
import { useCommand } from "../../lib/query.ts";
import { Button, Link } from "../../ui/button.tsx";
import { Menu } from "../../ui/menu.tsx";
import { Status } from "../../ui/status.tsx";
import { toast } from "../../ui/toast.tsx";
import { DateOn, Price } from "../../ui/value.tsx";
import { ProductPicture } from "../catalog/picture.tsx";
import { NoteDialog } from "./note-dialog.tsx";

type EntryLineProps = { readonly entry: EntryView; readonly others: readonly ListView[] };

const refresh = [getWishlist, listSaved];
const failed = { onError: (error: Error) => toast(shownError(error).message, "late") };

/** What a product costs now, and what it cost when it was saved where that is something else. */
function Standing({ entry: { product, priceThen } }: { readonly entry: EntryView }) {
  if (!product)
    return (
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Status tone="neutral">Left the catalogue</Status>
        <span className="text-ink-2">It was {formatMoney(priceThen)} per piece when you saved it</span>
      </p>
    );
  const isOther = product.price.amount !== priceThen.amount || product.price.currency !== priceThen.currency;
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <Price money={product.price} per="piece" />
      {isOther ? <span className="text-small text-ink-2">{formatMoney(priceThen)} when you saved it</span> : null}
      {isOther ? (
        <Status tone={product.price.amount < priceThen.amount ? "done" : "waiting"}>
          {product.price.amount < priceThen.amount ? "Cheaper now" : "Dearer now"}
        </Status>
      ) : null}
    </p>
  );
}

/** What can be done with a saved product: a note, another list, off the list. */
function EntryTools({ entry: { productId, title, note }, others, onNote }: EntryLineProps & { readonly onNote: () => void }) {
  const move = useCommand(saveProduct, { refresh });
  const remove = useCommand(unsaveProduct, { refresh, onSuccess: () => toast(`“${title}” is off your list`) });
  return (
    <div className="-ml-3 flex flex-wrap gap-x-1">
      <Button size="small" variant="quiet" aria-label={`${note === undefined ? "Add a note" : "Edit the note"}: ${title}`} onClick={onNote}>
        {note === undefined ? "Add a note" : "Edit the note"}
      </Button>
      {others.length > 0 ? (
        <Menu
          name={`Move ${title}`}
          trigger="Move"
          triggerClassName="min-h-8 rounded-control px-3 text-small font-medium text-indigo hover:bg-indigo-soft"
          items={others.map(({ listId, name }) => ({
            label: `To ${name}`,
            onSelect: () =>
              move.mutate({ params: { productId }, body: { listId } }, { ...failed, onSuccess: () => toast(`“${title}” is on “${name}” now`) }),
          }))}
        />
      ) : null}
      <Button
        size="small"
        variant="quiet"
        aria-label={`Remove ${title}`}
        busy={remove.isPending}
        onClick={() => remove.mutate({ params: { productId } }, failed)}
      >
        Remove
      </Button>
    </div>
  );
}

/** A saved product with its note, and what can be done with it. */
export function EntryLine({ entry, others }: EntryLineProps) {
  const [isNoting, setNoting] = useState(false);
  const { title, product, note, savedAt } = entry;
  return (
    <li className="flex gap-4 border-b border-line px-4 py-4 last:border-b-0 sm:px-5">
      <div aria-hidden="true" className="aspect-4/5 w-16 shrink-0 self-start overflow-hidden rounded-control border border-line bg-sunken sm:w-20">
        <ProductPicture picture={product?.picture} colours={product?.colours ?? []} sizes="5rem" />
      </div>
      <div className="flex min-w-0 flex-1 flex-col gap-1.5">
        <h3 className="font-medium break-words">{product ? <Link to={`/catalog/${product.slug}`}>{product.title}</Link> : title}</h3>
        <Standing entry={entry} />
        <p className="text-small text-ink-3">
          {product ? `${product.supplierName}, saved ` : "Saved "}
          <DateOn on={savedAt.slice(0, 10)} />
        </p>
        {note === undefined ? null : <p className="measure break-words whitespace-pre-line">{note}</p>}
        <EntryTools entry={entry} others={others} onNote={() => setNoting(true)} />
      </div>
      {isNoting ? <NoteDialog entry={entry} onClose={() => setNoting(false)} /> : null}
    </li>
  );
}
