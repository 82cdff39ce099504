import { listMyProducts } from "@sleekapp/contracts/catalog";
import { Status } from "@sleekapp/core/product/model";
import type { ProductRow } from "@sleekapp/core/product/view";
import { useState } from "react";
import { statuses } from "../../features/product/words.ts";
import { Decisions } from "../../features/review/decisions.tsx";
import { useKeys } from "../../features/review/keys.ts";
import { QueueList } from "../../features/review/queue-list.tsx";
import { ReviewPane } from "../../features/review/review-pane.tsx";
import { usePages } from "../../lib/query.ts";
import { useUrlState } from "../../lib/url-state.ts";
import { ErrorPanel } from "../../ui/error-panel.tsx";
import { EmptyState, Loading, Skeleton } from "../../ui/feedback.tsx";
import { FilterBar } from "../../ui/filter-bar.tsx";
import { PageHeader } from "../../ui/page-header.tsx";

const WAITING = "pending_approval";
const options = Status.options.filter((value) => value !== WAITING).map((value) => ({ value, label: statuses[value].name }));

/** Listings to decide about, one after another: the queue at the side, one under review, single keys to move and decide. */
export function Page() {
  const [filter] = useUrlState({ status: "" });
  const found = usePages(listMyProducts, { status: filter.status || WAITING, limit: 50 }, { live: true });
  return (
    <>
      <PageHeader title="Products">
        <p>
          Longest waiting first. <b>J</b> and <b>K</b> move through the list, <b>A</b> approves, <b>R</b> turns down.
        </p>
      </PageHeader>
      <FilterBar filters={[{ key: "status", label: "Status", any: statuses[WAITING].name, options }]} />
      {found.error ? <ErrorPanel error={found.error} onRetry={found.retry} /> : null}
      {!found.error && found.items === undefined ? <QueueSkeleton /> : null}
      {found.items?.length === 0 ? <Nothing isFiltered={filter.status !== ""} /> : null}
      {found.items?.length ? <Queue rows={found.items} more={found.more} /> : null}
    </>
  );
}

type QueueProps = { readonly rows: readonly ProductRow[]; readonly more: ReturnType<typeof usePages>["more"] };

function Queue({ rows, more }: QueueProps) {
  const [{ review, status }, setUrl] = useUrlState({ review: "", status: "" });
  const [isFollowed, setFollowed] = useState(false);
  const at = rows.findIndex((row) => row.productId === review);
  // A link to a listing that has left the queue still shows it.
  const current = review !== "" ? review : rows[0]?.productId;
  const go = (row: ProductRow | undefined) => {
    setFollowed(true);
    if (row) setUrl({ review: row.productId }, { replace: true });
  };
  const index = Math.max(0, at);
  useKeys({ j: () => go(rows[Math.min(index + 1, rows.length - 1)]), k: () => go(rows[Math.max(index - 1, 0)]) });
  const next = () => {
    setFollowed(true);
    setUrl({ review: (rows[index + 1] ?? rows[index - 1])?.productId ?? "" }, { replace: true });
  };
  const linkTo = (productId: string) => `?${new URLSearchParams({ ...(status ? { status } : {}), review: productId })}`;
  return (
    <div className="grid gap-6 lg:grid-cols-[20rem_minmax(0,1fr)] lg:items-start">
      <div className="lg:sticky lg:top-18">
        <QueueList rows={rows} current={current} linkTo={linkTo} more={more} />
      </div>
      {current === undefined ? null : (
        <ReviewPane
          productId={current}
          isFollowed={isFollowed}
          actions={(product) =>
            (product.revision?.status ?? product.status) === WAITING ? <Decisions key={product.productId} product={product} onDecided={next} /> : null
          }
        />
      )}
    </div>
  );
}

const Nothing = ({ isFiltered }: { readonly isFiltered: boolean }) =>
  isFiltered ? (
    <EmptyState title="No listing has this status">Choose another status to see the others.</EmptyState>
  ) : (
    <EmptyState title="Nothing to review">Listings appear here when a supplier hands them in.</EmptyState>
  );

const QueueSkeleton = () => (
  <Loading label="Loading the queue" className="grid gap-6 lg:grid-cols-[20rem_minmax(0,1fr)]">
    <Skeleton className="h-72" />
    <Skeleton className="h-96" />
  </Loading>
);
