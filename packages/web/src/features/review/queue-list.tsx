import type { ProductRow } from "@sleekapp/core/product/view";
import { clsx } from "clsx";
import { Link } from "react-router";
import { Button } from "../../ui/button.tsx";
import { Amount, TimeAt } from "../../ui/value.tsx";
import { Cover } from "../product/product-list.tsx";

type QueueListProps = {
  readonly rows: readonly ProductRow[];
  readonly current: string | undefined;
  readonly linkTo: (productId: string) => string;
  readonly more: { readonly load: () => void; readonly busy: boolean } | undefined;
};

/** The listings of a queue, the one under review marked; each is a link, so that it can be opened and sent to somebody. */
export const QueueList = ({ rows, current, linkTo, more }: QueueListProps) => (
  <nav aria-label="Listings" className="flex flex-col gap-3">
    <ul className="flex flex-col divide-y divide-line overflow-hidden rounded-panel border border-line bg-surface max-lg:max-h-72 max-lg:overflow-y-auto">
      {rows.map((row) => (
        <li key={row.productId}>
          <Link
            to={linkTo(row.productId)}
            preventScrollReset
            aria-current={row.productId === current ? "true" : undefined}
            className={clsx(
              "flex gap-3 border-l-3 px-3 py-2.5 focus-visible:-outline-offset-2",
              row.productId === current ? "border-l-indigo bg-indigo-soft" : "border-l-transparent hover:bg-sunken",
            )}
          >
            <Cover row={row} />
            <span className="min-w-0 flex-1">
              <span className="block truncate font-medium">{row.title}</span>
              <span className="block truncate text-small text-ink-2">{row.supplierName || "No company name"}</span>
              <span className="block text-small text-ink-2">
                {row.price ? <Amount money={row.price} /> : "No price"}, <TimeAt at={row.updatedAt} />
              </span>
            </span>
          </Link>
        </li>
      ))}
    </ul>
    {more ? (
      <Button size="small" className="self-start" onClick={more.load} busy={more.busy}>
        Load more
      </Button>
    ) : null}
  </nav>
);
