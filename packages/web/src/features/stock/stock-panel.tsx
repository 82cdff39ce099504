import { countStock, getStock } from "@sleekapp/contracts/stock";
import type { Variant } from "@sleekapp/core/product/model";
import type { ProductDraftView } from "@sleekapp/core/product/view";
import { MAX_LINES, skuOf } from "@sleekapp/core/stock/model";
import { cellName, cellsOf, importedOf, none } from "@sleekapp/core/stock/rules";
import type { StockLine } from "@sleekapp/core/stock/view";
import { useState } from "react";
import { formatCount } from "../../lib/money.ts";
import { useCommand, useRead } from "../../lib/query.ts";
import { Button } from "../../ui/button.tsx";
import { ErrorPanel, FormError } from "../../ui/error-panel.tsx";
import { Loading, SkeletonText } from "../../ui/feedback.tsx";
import { Field } from "../../ui/field.tsx";
import { QuantityInput } from "../../ui/number-inputs.tsx";
import { Panel } from "../../ui/page-header.tsx";
import { Status } from "../../ui/status.tsx";
import { toast } from "../../ui/toast.tsx";

type Counts = Readonly<Record<string, number | undefined>>;

/** The combinations of the listing as it is written now, each with what the stock knows of it, then what is left of those it lost. */
function linesOf(product: ProductDraftView, items: readonly StockLine[]): readonly StockLine[] {
  const known = new Map(items.map((line) => [line.sku, line]));
  const cells = cellsOf(product.draft).map((cell) => known.get(skuOf(cell)) ?? { ...cell, sku: skuOf(cell), ...none });
  const made = new Set(cells.map(({ sku }) => sku));
  return [...cells, ...items.filter(({ sku, onHand }) => onHand > 0 && !made.has(sku))];
}

/** Pieces on the shelf by size and colour, with a save of their own: counting changes nothing about the listing and needs no review. */
export function StockPanel({ product }: { readonly product: ProductDraftView }) {
  const { productId } = product;
  const stock = useRead(getStock, { params: { productId } });
  if (stock.error && !stock.data) return <ErrorPanel error={stock.error} title="The stock could not be read" onRetry={() => void stock.refetch()} />;
  return (
    <Panel title="Stock" action={stock.data?.isSoldOut ? <Status tone="late">Sold out</Status> : undefined}>
      {stock.data ? (
        <Counting
          productId={productId}
          lines={linesOf(product, stock.data.items)}
          variants={product.draft.variants ?? []}
          onReread={() => void stock.refetch()}
        />
      ) : (
        <Loading label="Reading the stock">
          <SkeletonText lines={4} />
        </Loading>
      )}
    </Panel>
  );
}

type CountingProps = {
  readonly productId: string;
  readonly lines: readonly StockLine[];
  readonly variants: readonly Variant[];
  readonly onReread: () => void;
};

function useCount({ productId, lines, variants, onReread }: CountingProps) {
  const [counts, setCounts] = useState<Counts>({});
  const count = useCommand(countStock, { refresh: [getStock] });
  const changed = lines.filter(({ sku, onHand }) => counts[sku] !== undefined && counts[sku] !== onHand);
  const save = async () => {
    for (let at = 0; at < changed.length; at += MAX_LINES) {
      const part = changed.slice(at, at + MAX_LINES);
      const body = part.map(({ sku, size, colour, onHand }) => {
        const code = importedOf({ size, colour }, variants)?.code;
        return { size, colour, onHand: counts[sku] ?? 0, seen: onHand, ...(code ? { code } : {}) };
      });
      await count.mutateAsync({ params: { productId }, body: { lines: body } });
    }
    setCounts({});
    toast("The stock is saved");
  };
  // Whatever was refused is shown by the form; what is there now is read again.
  const submit = () => void save().catch(() => onReread());
  const set = (sku: string, pieces: number | undefined) => setCounts((before) => ({ ...before, [sku]: pieces }));
  return { counts, set, count, changed, submit };
}

type CountRowProps = {
  readonly line: CountingProps["lines"][number];
  readonly pieces: number | undefined;
  readonly onCount: (pieces: number | undefined) => void;
};

const CountRow = ({ line, pieces, onCount }: CountRowProps) => (
  <tr className="border-b border-line last:border-b-0">
    <th scope="row" className="py-2 pr-3 text-left font-normal">
      {cellName(line)}
      {line.code ? <span className="block text-small break-all text-ink-3">{line.code}</span> : null}
    </th>
    <td className="w-32 py-2">
      <Field label={`${cellName(line)} in the house`} quiet>
        <QuantityInput value={pieces} onChange={onCount} unit="" min={0} />
      </Field>
    </td>
    <td className="py-2 pl-3 text-right">{formatCount(line.reserved)}</td>
    <td className="py-2 pl-3 text-right">{formatCount(line.sellable)}</td>
  </tr>
);

function Counting(props: CountingProps) {
  const { counts, set, count, changed, submit } = useCount(props);
  return (
    <form
      noValidate
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <p className="text-ink-2">
        Pieces that are made and can leave. Buyers order them from the listing once it is in the catalogue; what they are paying for is held.
      </p>
      <table className="tnum w-full">
        <caption className="sr-only">Stock by colour and size</caption>
        <thead>
          <tr className="border-b border-line text-small text-ink-2">
            <th scope="col" className="py-1.5 text-left font-medium">
              Colour and size
            </th>
            <th scope="col" className="py-1.5 text-right font-medium">
              In the house
            </th>
            <th scope="col" className="py-1.5 pl-3 text-right font-medium">
              Held
            </th>
            <th scope="col" className="py-1.5 pl-3 text-right font-medium">
              Free
            </th>
          </tr>
        </thead>
        <tbody>
          {props.lines.map((line) => (
            <CountRow
              key={line.sku}
              line={line}
              pieces={line.sku in counts ? counts[line.sku] : line.onHand}
              onCount={(pieces) => set(line.sku, pieces)}
            />
          ))}
        </tbody>
      </table>
      <FormError error={count.error} />
      <Button type="submit" className="self-start" disabled={changed.length === 0} busy={count.isPending}>
        Save the stock
      </Button>
    </form>
  );
}
