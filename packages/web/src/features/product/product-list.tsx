import type { ProductRow } from "@sleekapp/core/product/view";
import type { ReactNode } from "react";
import { Link } from "../../ui/button.tsx";
import { Loading, Skeleton } from "../../ui/feedback.tsx";
import { Swatch } from "../../ui/swatch.tsx";
import { Renditions } from "../../ui/renditions.tsx";
import { Status } from "../../ui/status.tsx";
import { Amount, TimeAt } from "../../ui/value.tsx";
import { ProductMenu } from "./steps.tsx";
import { isSentBack, revisionNames, statuses } from "./words.ts";

/** The first picture of a listing, small; a plain swatch where it has none. */
export const Cover = ({ row }: { readonly row: Pick<ProductRow, "cover" | "title"> }) => (
  <span className="block aspect-4/5 w-12 shrink-0 overflow-hidden rounded-control border border-line bg-sunken">
    {row.cover ? <Renditions picture={row.cover} alt="" sizes="3rem" /> : <Swatch label={`${row.title} has no picture yet`} />}
  </span>
);

/** A supplier's listings: picture, name, where each stands and, where one was sent back, why. */
export const ProductList = ({ rows, figures }: { readonly rows: readonly ProductRow[]; readonly figures: (productId: string) => ReactNode }) => (
  <ul aria-label="Products" className="flex w-full flex-col divide-y divide-line rounded-panel border border-line bg-surface">
    {rows.map((row) => (
      <li key={row.productId} className="grid grid-cols-[auto_minmax(0,1fr)_auto] items-start gap-x-4 gap-y-3 py-3 pr-2 pl-4">
        <Cover row={row} />
        <div className="min-w-0">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <Link to={`/app/products/${row.productId}`} className="font-medium">
              {row.title}
            </Link>
            <Status tone={statuses[row.status].tone}>{statuses[row.status].name}</Status>
            {row.revision ? <Status tone={revisionNames[row.revision].tone}>{revisionNames[row.revision].name}</Status> : null}
          </div>
          <p className="mt-1 text-small text-ink-3">
            {row.price ? <Amount money={row.price} /> : "No price yet"}, changed <TimeAt at={row.updatedAt} />
          </p>
          {figures(row.productId)}
          {row.reason && isSentBack(row.revision ?? row.status) ? (
            <p className="measure mt-2 border-l-3 border-l-madder pl-3 whitespace-pre-line">{row.reason}</p>
          ) : null}
        </div>
        <ProductMenu product={{ ...row, revision: row.revision }} />
      </li>
    ))}
  </ul>
);

/** The shape of the list while it is read. */
export const ProductListSkeleton = () => (
  <Loading label="Loading products" className="rounded-panel border border-line bg-surface">
    {Array.from({ length: 5 }, (_, row) => (
      <div key={row} className="flex items-start gap-4 border-b border-line px-4 py-3 last:border-b-0">
        <Skeleton className="aspect-4/5 w-12" />
        <span className="flex flex-1 flex-col gap-2 pt-1">
          <Skeleton className="h-4 w-2/5" />
          <Skeleton className="h-3.5 w-1/4" />
        </span>
      </div>
    ))}
  </Loading>
);
