import { getOrderDesign, getQuoteDesign, listDesigns, setQuoteDesign } from "@sleekapp/contracts/design";
import { getQuote } from "@sleekapp/contracts/quote";
import type { ShownDesignView } from "@sleekapp/core/design/model";
import type { OrderView } from "@sleekapp/core/order/view";
import type { QuoteView } from "@sleekapp/core/quote/view";
import { useCommand, useRead } from "../../lib/query.ts";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { ErrorPanel, FormError } from "../../ui/error-panel.tsx";
import { Loading, Skeleton } from "../../ui/feedback.tsx";
import { Panel } from "../../ui/page-header.tsx";

type Found = { readonly data: ShownDesignView | undefined; readonly error: Error | null; readonly refetch: () => unknown };

/** The picture that a quote or an order shows. */
function Picture({ found }: { readonly found: Found }) {
  if (found.error && !found.data) return <ErrorPanel error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data)
    return (
      <Loading label="Loading the design">
        <Skeleton className="aspect-square w-full" />
      </Loading>
    );
  const { design } = found.data;
  if (!design) return <p className="text-ink-2">The design is not there any more.</p>;
  return (
    <figure className="flex flex-col gap-2">
      <img
        src={design.url}
        alt={`Design: ${design.description ?? "a picture that the buyer sent"}`}
        width={design.width}
        height={design.height}
        className="max-h-96 w-full rounded-control border border-line bg-sunken object-contain"
      />
      {design.description ? <figcaption className="wrap-anywhere text-ink-2">{design.description}</figcaption> : null}
      <p className="text-small text-ink-3">
        {design.origin === "model" ? "Drawn by a model: it shows the idea, not the finished garment." : "Sent by the buyer."}
      </p>
    </figure>
  );
}

/** The design of a quote, and for its buyer the way to take it out or to choose one. */
export function QuoteDesign({ quote, mayAct }: { readonly quote: QuoteView; readonly mayAct: boolean }) {
  const { quoteId, designId, status } = quote;
  const found = useRead(getQuoteDesign, { params: { quoteId } }, { enabled: designId !== undefined });
  const remove = useCommand(setQuoteDesign, { refresh: [getQuote, getQuoteDesign, listDesigns] });
  const canChange = mayAct && ["priced", "in_review", "sent"].includes(status);
  if (designId === undefined && !canChange) return null;
  return (
    <Panel title="Design">
      <div className="flex flex-col gap-3">
        {designId === undefined ? (
          <p className="text-ink-2">Show a picture of what you have in mind; the factory sees it with the order.</p>
        ) : (
          <Picture found={found} />
        )}
        <FormError error={remove.error} />
        {canChange ? (
          <div className="flex flex-wrap gap-2">
            <ButtonLink to="/app/designs">{designId === undefined ? "Choose a design" : "Choose another"}</ButtonLink>
            {designId === undefined ? null : (
              <Button variant="quiet" busy={remove.isPending} onClick={() => remove.mutate({ params: { quoteId }, body: { designId: null } })}>
                Take it out
              </Button>
            )}
          </div>
        ) : null}
      </div>
    </Panel>
  );
}

/** The design that an order is to look like, where it has one, for everybody who works on it. */
export function OrderDesign({ order: { orderId, designId } }: { readonly order: Pick<OrderView, "orderId" | "designId"> }) {
  const found = useRead(getOrderDesign, { params: { orderId } }, { enabled: designId !== undefined });
  if (designId === undefined) return null;
  return (
    <Panel title="Design">
      <Picture found={found} />
    </Panel>
  );
}
