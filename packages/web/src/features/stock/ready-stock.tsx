import { getReadyStock } from "@sleekapp/contracts/stock";
import type { ProductPage } from "@sleekapp/core/product/view";
import type { ReadyView } from "@sleekapp/core/stock/view";
import { useState } from "react";
import { formatCount, formatMoney } from "../../lib/money.ts";
import { useRead } from "../../lib/query.ts";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { ErrorPanel } from "../../ui/error-panel.tsx";
import { Loading, Skeleton } from "../../ui/feedback.tsx";
import { Price } from "../../ui/value.tsx";
import { useKeeper } from "../wishlist/saved.ts";
import { buyLink, type Chosen, problemOf, summed } from "./chosen.ts";
import { PiecesFields } from "./pieces-fields.tsx";

/** What of a listing can be had from stock, and the way to order it; nothing for one that is only made to order. */
export function ReadyStock({ product }: { readonly product: ProductPage }) {
  const stock = useRead(getReadyStock, { params: { slug: product.slug } });
  if (stock.error && !stock.data)
    return <ErrorPanel error={stock.error} title="What is in stock could not be read" onRetry={() => void stock.refetch()} />;
  if (!stock.data)
    return (
      <Loading label="Reading what is in stock">
        <Skeleton className="h-6 w-1/2" />
      </Loading>
    );
  if (stock.data.items.length === 0) return null;
  return (
    <section aria-labelledby="in-stock" className="flex flex-col gap-4 rounded-control border border-line p-4 sm:p-5">
      <h2 id="in-stock" className="text-lead font-semibold">
        In stock, ready to send
      </h2>
      {stock.data.isSoldOut ? (
        <p className="text-ink-2">Sold out for now. It can still be made for you: ask for a quote.</p>
      ) : (
        <Choosing product={product} stock={stock.data} />
      )}
    </section>
  );
}

function Choosing({ product, stock }: { readonly product: ProductPage; readonly stock: ReadyView }) {
  const [chosen, setChosen] = useState<Chosen>({});
  const keeper = useKeeper();
  const { quantity, each, total } = summed(product, chosen);
  const problem = problemOf(product, chosen, stock.items);
  return (
    <>
      <p className="text-small text-ink-2">
        Pieces that are made already, from {formatCount(product.moq)} on. They are held for you for thirty minutes while the deposit is paid.
      </p>
      <PiecesFields items={stock.items} chosen={chosen} onChange={setChosen} />
      <p role="status" className="tnum text-ink-2">
        {quantity === 0 ? "Nothing chosen yet." : (problem ?? null)}
        {quantity > 0 && !problem ? (
          <span className="text-lead text-ink">
            <Price money={each} per="piece" />, {formatMoney(total)} together
          </span>
        ) : null}
      </p>
      {keeper === "other" ? (
        <p className="text-small text-ink-3">Only buyers order; you act for another organisation.</p>
      ) : problem ? (
        <Button disabled size="large" className="self-start">
          Order from stock
        </Button>
      ) : (
        <ButtonLink to={buyLink(product.slug, chosen)} size="large" variant="primary" className="self-start">
          Order {formatCount(quantity)} pieces
        </ButtonLink>
      )}
    </>
  );
}
