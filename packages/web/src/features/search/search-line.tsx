import { changeSearch, listSearches, removeSearch } from "@sleekapp/contracts/saved-search";
import type { SavedSearchView } from "@sleekapp/core/saved-search/view";
import { useState } from "react";
import { shownError } from "../../lib/api-error.ts";
import { useCommand } from "../../lib/query.ts";
import { Button, Link } from "../../ui/button.tsx";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { toast } from "../../ui/toast.tsx";
import { DateOn } from "../../ui/value.tsx";

/** One search that is kept: the way back to its answer, its mails on or off, and the way out. */
export function SearchLine({ search: { searchId, name, query, hasAlerts, createdAt } }: { readonly search: SavedSearchView }) {
  const [asking, setAsking] = useState(false);
  const params = { searchId };
  const onError = (error: Error) => toast(shownError(error).message, "late");
  const change = useCommand(changeSearch, { refresh: [listSearches] });
  const remove = useCommand(removeSearch, { refresh: [listSearches] });
  const pressed = change.isPending ? (change.variables.body?.hasAlerts ?? hasAlerts) : hasAlerts;
  return (
    <li className="flex flex-wrap items-center gap-x-6 gap-y-3 px-4 py-3">
      <div className="min-w-0 flex-1 basis-64">
        <Link to={`/catalog?${new URLSearchParams(query)}`} className="font-medium wrap-anywhere">
          {name}
        </Link>
        <p className="text-small text-ink-3">
          Kept since <DateOn on={createdAt.slice(0, 10)} />
        </p>
      </div>
      <label className="flex items-center gap-2.5">
        <input
          type="checkbox"
          aria-label={`Mail about ${name}`}
          checked={pressed}
          disabled={change.isPending}
          onChange={(event) => change.mutate({ params, body: { hasAlerts: event.target.checked } }, { onError })}
          className="size-5"
        />
        <span className="text-small">Mail about what is new</span>
      </label>
      <Button variant="quiet" size="small" aria-label={`Remove ${name}`} onClick={() => setAsking(true)}>
        Remove
      </Button>
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title="Remove the search"
        consequence="Its mails stop. The catalogue stays as it is."
        action="Remove it"
        danger
        onConfirm={() => remove.mutateAsync({ params })}
      />
    </li>
  );
}
