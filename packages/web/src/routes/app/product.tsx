import { getMyProduct } from "@sleekapp/contracts/catalog";
import type { ProductDraftView } from "@sleekapp/core/product/view";
import { type ReactNode, useState } from "react";
import { useParams, useSearchParams } from "react-router";
import { ProductInterest } from "../../features/interest/product-panel.tsx";
import { ProductEditor } from "../../features/product/editor.tsx";
import { ProductFacts } from "../../features/product/product-facts.tsx";
import { ProductHistory } from "../../features/product/product-history.tsx";
import { ProductMenu, useSteps } from "../../features/product/steps.tsx";
import { isOpen, isSentBack, revisionNames, statuses } from "../../features/product/words.ts";
import { StockPanel } from "../../features/stock/stock-panel.tsx";
import { useRead } from "../../lib/query.ts";
import { PageSkeleton } from "../../shell/guard.tsx";
import { PageError } from "../../shell/page-error.tsx";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { FormError } from "../../ui/error-panel.tsx";
import { Note } from "../../ui/feedback.tsx";
import { PageHeader, Panel, useTitle } from "../../ui/page-header.tsx";
import { Status } from "../../ui/status.tsx";

/** One listing of the supplier: written here until it is handed in, read here while it is reviewed or live. */
export function Page() {
  const { productId = "" } = useParams();
  const [params] = useSearchParams();
  const product = useRead(getMyProduct, { params: { productId } });
  useTitle(product.data ? product.data.draft.title || "Untitled product" : undefined);
  if (product.error && !product.data) return <PageError error={product.error} onRetry={() => void product.refetch()} />;
  if (!product.data) return <PageSkeleton />;
  return <Listing data={product.data} isAsked={params.get("asked") === "yes"} />;
}

/** What the review says of a listing it sent back. */
const ReviewWords = ({ children }: { readonly children: string }) => (
  <div className="mb-6">
    <Note tone="late">
      <p className="font-semibold">What the review says</p>
      <p className="mt-1 whitespace-pre-line">{children}</p>
    </Note>
  </div>
);

function Listing({ data, isAsked }: { readonly data: ProductDraftView; readonly isAsked: boolean }) {
  const { productId } = data;
  const title = data.draft.title || "Untitled product";
  const { name, tone } = statuses[data.status];
  const revised = data.revision?.status;
  return (
    <>
      <PageHeader
        title={title}
        parent={{ label: "Products", to: "/app/products" }}
        status={
          <>
            <Status tone={tone}>{name}</Status>
            {revised ? <Status tone={revisionNames[revised].tone}>{revisionNames[revised].name}</Status> : null}
          </>
        }
        action={<Actions product={data} title={title} />}
      >
        <p>{revised ? revisionIntros[revised] : intros[data.status]}</p>
      </PageHeader>
      {data.reason && isSentBack(revised ?? data.status) ? <ReviewWords>{data.reason}</ReviewWords> : null}
      {isOpen(data.status, revised) ? (
        <ProductEditor key={productId} product={data} isAsked={isAsked} />
      ) : (
        <Panel>
          <ProductFacts product={data} />
        </Panel>
      )}
      <div className="mt-6">
        <StockPanel product={data} />
      </div>
      {data.slug ? <ProductInterest productId={productId} /> : null}
      <ProductHistory productId={productId} />
    </>
  );
}

const intros: Readonly<Record<ProductDraftView["status"], string>> = {
  draft: "Saved as you write. When it is complete, hand it in; buyers find it once it is approved.",
  pending_approval: "We are looking at it. To change something, take it back first.",
  approved: "Buyers find it in the catalogue. What you change here is reviewed beside it; until then they see what is there now.",
  paused: "Out of the catalogue for a while, with its words approved. What you change is reviewed all the same.",
  changes_requested: "Change what is named below and hand it in again.",
  rejected: "It was turned down. If that can be mended, change it and hand it in again.",
  archived: "Put away: nobody finds it. Take it out of the archive to work on it.",
};

const revisionIntros: Readonly<Record<NonNullable<ProductDraftView["revision"]>["status"], string>> = {
  draft: "Your changes are saved as you write. Buyers see the approved listing until these are approved too.",
  pending_approval: "We are looking at your changes; buyers see the approved listing meanwhile. To change more, take them back first.",
  changes_requested: "Change what is named below and hand it in again. Buyers see the approved listing meanwhile.",
  rejected: "Your changes were turned down; buyers see the listing as it was. Change them and hand them in again, or drop them.",
};

function Actions({ product, title }: { readonly product: ProductDraftView; readonly title: string }): ReactNode {
  const { productId, status, slug } = product;
  const revision = product.revision?.status;
  return (
    <div className="flex flex-wrap items-center gap-2">
      {status === "approved" && slug ? <ButtonLink to={`/catalog/${slug}`}>See it as buyers do</ButtonLink> : null}
      <StepButton productId={productId} status={revision ?? status} />
      <ProductMenu product={{ productId, title, status, revision }} />
    </div>
  );
}

/** The one next step of a listing that is only read here. */
function StepButton({ productId, status }: Pick<ProductDraftView, "productId" | "status">): ReactNode {
  const steps = useSteps(productId);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<Error | null>(null);
  const run = (work: () => Promise<unknown>) => () => {
    setBusy(true);
    setError(null);
    work()
      .catch((failure: unknown) => setError(failure instanceof Error ? failure : new Error(String(failure))))
      .finally(() => setBusy(false));
  };
  const button = {
    pending_approval: { text: "Take it back", onClick: run(steps.withdraw) },
    paused: { text: "Put it back into the catalogue", onClick: run(steps.resume) },
    archived: { text: "Take it out of the archive", onClick: run(steps.restore) },
  };
  if (status !== "pending_approval" && status !== "paused" && status !== "archived") return null;
  const { text, onClick } = button[status];
  return (
    <>
      <Button busy={busy} onClick={onClick}>
        {text}
      </Button>
      <FormError error={error} />
    </>
  );
}
