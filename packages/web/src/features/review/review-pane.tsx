import { getMyProduct } from "@sleekapp/contracts/catalog";
import type { ProductDraftView } from "@sleekapp/core/product/view";
import { type ReactNode, useEffect, useRef } from "react";
import { useRead } from "../../lib/query.ts";
import { ErrorPanel } from "../../ui/error-panel.tsx";
import { Loading, Note, Skeleton, SkeletonText } from "../../ui/feedback.tsx";
import { Status } from "../../ui/status.tsx";
import { TimeAt } from "../../ui/value.tsx";
import { ProductFacts } from "../product/product-facts.tsx";
import { ProductHistory } from "../product/product-history.tsx";
import { isSentBack, missingItems, revisionNames, statuses } from "../product/words.ts";
import { FeeForm } from "./fee-form.tsx";
import { FeatureForm } from "./feature-form.tsx";
import { Proposal } from "./proposal.tsx";
import { StillMissing } from "./still-missing.tsx";

type ReviewPaneProps = {
  readonly productId: string;
  /** True once somebody has moved through the queue: then the focus follows to each listing. */
  readonly isFollowed: boolean;
  readonly actions: (product: ProductDraftView) => ReactNode;
};

/** One listing under review: what buyers would see, what is missing, and the decisions. */
export function ReviewPane({ productId, isFollowed, actions }: ReviewPaneProps) {
  const product = useRead(getMyProduct, { params: { productId } });
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = product.data?.productId;
  useEffect(() => {
    if (isFollowed && shown !== undefined) heading.current?.focus({ preventScroll: true });
  }, [isFollowed, shown]);
  if (product.error && !product.data)
    return <ErrorPanel error={product.error} title="The listing could not be read" onRetry={() => void product.refetch()} />;
  if (!product.data) return <PaneSkeleton />;
  const { data } = product;
  const { name, tone } = statuses[data.status];
  return (
    <article aria-labelledby="review-title" className="min-w-0 rounded-panel border border-line bg-surface">
      <header className="sticky top-14 z-1 flex flex-col gap-3 rounded-t-panel border-b border-line bg-surface px-4 py-3 sm:px-5">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <h2 id="review-title" ref={heading} tabIndex={-1} className="text-lead font-semibold">
            {data.draft.title || "Untitled"}
          </h2>
          <Status tone={tone}>{name}</Status>
          {data.revision ? <Status tone={revisionNames[data.revision.status].tone}>{revisionNames[data.revision.status].name}</Status> : null}
        </div>
        <p className="text-ink-2">
          {data.supplierName || "No company name"}, changed <TimeAt at={data.updatedAt} />
        </p>
        {actions(data)}
      </header>
      <div className="flex flex-col gap-5 px-4 py-4 sm:px-5">
        <Notes product={data} />
        <Proposal product={data} />
        <Quality product={data} />
        <ProductFacts product={data} />
        <FeeForm key={`fee-${data.version}`} product={data} />
        {data.status === "approved" || data.status === "paused" ? <FeatureForm key={data.version} product={data} /> : null}
        <ProductHistory key={data.productId} productId={data.productId} />
      </div>
    </article>
  );
}

/** How good the listing is by the stated points, and what would make it better. */
const Quality = ({ product: { quality } }: { readonly product: ProductDraftView }) => (
  <p className="text-ink-2">
    Quality <span className="tnum font-semibold text-ink">{quality.score}</span> of 100
    {quality.lacks.length > 0 ? `; it lacks ${quality.lacks.map(({ name, points }) => `${name} (${points})`).join(", ")}.` : "."}
  </p>
);

function Notes({ product }: { readonly product: ProductDraftView }) {
  return (
    <>
      {product.reason ? (
        <Note tone={isSentBack(product.revision?.status ?? product.status) ? "late" : "info"}>
          <p className="font-semibold">{isSentBack(product.revision?.status ?? product.status) ? "What was said" : "What was said the last time"}</p>
          <p className="whitespace-pre-line">{product.reason}</p>
        </Note>
      ) : null}
      <StillMissing items={missingItems(product.missing)} />
    </>
  );
}

const PaneSkeleton = () => (
  <Loading label="Loading the listing" className="flex flex-col gap-5 rounded-panel border border-line bg-surface p-5">
    <Skeleton className="h-7 w-1/2" />
    <span className="grid grid-cols-3 gap-2">
      <Skeleton className="aspect-4/5" />
      <Skeleton className="aspect-4/5" />
      <Skeleton className="aspect-4/5" />
    </span>
    <SkeletonText lines={5} />
  </Loading>
);
