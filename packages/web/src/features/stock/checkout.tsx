import type { getTerms } from "@sleekapp/contracts/content";
import { listOrders } from "@sleekapp/contracts/order";
import { getReadyStock, placeOrder } from "@sleekapp/contracts/stock";
import { depositOf } from "@sleekapp/core/ledger/rules";
import type { ProductPage } from "@sleekapp/core/product/view";
import { cellName } from "@sleekapp/core/stock/rules";
import type { ReadyView } from "@sleekapp/core/stock/view";
import { times } from "@sleekapp/core/kernel/money";
import { useNavigate, useSearchParams } from "react-router";
import type { Output } from "../../lib/api.ts";
import { useMe } from "../../lib/me.ts";
import { formatCount, formatMoney } from "../../lib/money.ts";
import { useCommand } from "../../lib/query.ts";
import { Button } from "../../ui/button.tsx";
import { FormError } from "../../ui/error-panel.tsx";
import { Note } from "../../ui/feedback.tsx";
import { Panel } from "../../ui/page-header.tsx";
import { Amount, Facts, Ledger } from "../../ui/value.tsx";
import { AddressFieldset } from "../quote/answer/address-fieldset.tsx";
import { useOrdering } from "../quote/answer/ordering.ts";
import { TermsOfSale } from "../quote/answer/terms-of-sale.tsx";
import { Buying } from "../spending/buying.tsx";
import { type Chosen, chosenIn, problemOf, summed } from "./chosen.ts";
import { PiecesFields } from "./pieces-fields.tsx";
import { refusalOf } from "./refusal.ts";

type CheckoutProps = {
  readonly product: ProductPage;
  readonly stock: ReadyView;
  readonly terms: Output<typeof getTerms>;
  /** Reads the listing, its stock and the terms again. */
  readonly onReread: () => void;
};

/** What is chosen stands in the address, so that it survives a refresh and the sign-in. */
function useChosen({ items }: ReadyView) {
  const [search, setSearch] = useSearchParams();
  const chosen = chosenIn(search, items);
  const choose = (next: Chosen) =>
    setSearch(new URLSearchParams(Object.entries(next).flatMap(([sku, count]) => (count > 0 ? [[sku, String(count)]] : []))), { replace: true });
  return { chosen, choose };
}

const piecesOf = (product: ProductPage, chosen: Chosen) => ({
  productId: product.productId,
  lines: Object.entries(chosen).flatMap(([sku, quantity]) => (quantity > 0 ? [{ sku, quantity }] : [])),
  unitPrice: summed(product, chosen).each,
});

function usePlacing({ product, stock, terms, onReread }: CheckoutProps, chosen: Chosen) {
  const navigate = useNavigate();
  const place = useCommand(placeOrder, {
    refresh: [getReadyStock, listOrders],
    onSuccess: ({ orderId }) => void navigate(`/app/orders/${orderId}/pay?for=deposit`),
  });
  const problem = problemOf(product, chosen, stock.items);
  const ordering = useOrdering(terms.version, (ordered) => {
    if (problem) return;
    const { lines, unitPrice } = piecesOf(product, chosen);
    const body = { lines, unitPrice, ...ordered };
    place.mutate({ params: { productId: product.productId }, body }, { onError: (error) => refusalOf(error) && onReread() });
  });
  return { place, problem, ...ordering };
}

/** Quantities, address and agreement, and the one button that holds the pieces. */
export function Checkout(props: CheckoutProps) {
  const { product, stock, terms } = props;
  const { chosen, choose } = useChosen(stock);
  const { place, problem, submit, keep, register, errors, isAgreed, agree, po, error } = usePlacing(props, chosen);
  const { data: me } = useMe();
  const refusal = refusalOf(place.error);
  const { quantity, total } = summed(product, chosen);
  if (stock.isSoldOut || stock.items.length === 0)
    return <Note tone="waiting">Nothing of this listing is in stock now. It can be made for you: ask for a quote on its page.</Note>;
  return (
    <form noValidate className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_24rem]" onChange={keep} onSubmit={submit}>
      <div className="flex min-w-0 flex-col gap-6">
        <Panel title="Pieces">
          <PiecesFields items={stock.items} chosen={chosen} onChange={choose} />
        </Panel>
        <Panel title="Delivery">
          <AddressFieldset register={register} errors={errors} />
        </Panel>
      </div>
      <div className="flex min-w-0 flex-col gap-6">
        <Panel title="What it comes to">
          <Sum product={product} stock={stock} chosen={chosen} />
          {problem ? (
            <p role="status" className="mt-4 text-madder">
              {problem}
            </p>
          ) : null}
        </Panel>
        <TermsOfSale terms={terms} isAccepted={isAgreed} onChange={agree} error={error} />
        {refusal ? (
          <div role="alert">
            <Note tone="waiting">
              <p className="font-medium">{refusal.title}</p>
              <p className="mt-1 text-ink-2">{refusal.text}</p>
            </Note>
          </div>
        ) : (
          <FormError error={place.error} />
        )}
        {me?.memberKind === "viewer" ? (
          <Note>Your seat may look. An owner or member of your organisation orders.</Note>
        ) : (
          <Buying subject={{ kind: "stock", ...piecesOf(product, chosen) }} amount={total} family={product.family} po={po} error={place.error}>
            <Button type="submit" variant="primary" size="large" disabled={problem !== undefined} busy={place.isPending || place.isSuccess}>
              Order {formatCount(quantity)} pieces for {formatMoney(total)}
            </Button>
          </Buying>
        )}
      </div>
    </form>
  );
}

function Sum({ product, stock, chosen }: Pick<CheckoutProps, "product" | "stock"> & { readonly chosen: Chosen }) {
  const { each, total, quantity } = summed(product, chosen);
  if (quantity === 0) return <p className="text-ink-2">Nothing chosen yet.</p>;
  const lines = stock.items.flatMap((line) => {
    const count = chosen[line.sku] ?? 0;
    return count > 0 ? [{ label: `${cellName(line)}: ${formatCount(count)} at ${formatMoney(each)}`, money: times(each, count) }] : [];
  });
  return (
    <div className="flex flex-col gap-4">
      <Ledger lines={lines} total={{ label: "Total", money: total }} />
      <Facts facts={[{ label: "Deposit, due now", value: <Amount money={depositOf(total)} strong /> }]} />
    </div>
  );
}
