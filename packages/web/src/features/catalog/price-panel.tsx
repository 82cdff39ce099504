import type { ProductPage } from "@sleekapp/core/product/view";
import { priceAt } from "@sleekapp/core/product/facts";
import { clsx } from "clsx";
import { useState } from "react";
import { type Money, formatCount } from "../../lib/money.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { Field } from "../../ui/field.tsx";
import { QuantityInput } from "../../ui/number-inputs.tsx";
import { Amount, Price } from "../../ui/value.tsx";
import { Approx, RateNote } from "../currency/approx.tsx";
import { noteInterestIn } from "../interest/note.ts";
import { quoteLink } from "./brief-of.ts";

/** The price of a piece at a quantity, as the breaks say it, and the way to a quote for that many. */
export function PricePanel({ product }: { readonly product: ProductPage }) {
  const [quantity, setQuantity] = useState<number | undefined>(product.moq);
  const enough = quantity !== undefined && quantity >= product.moq;
  const rule = `The smallest run of this one is ${formatCount(product.moq)} pieces.`;
  return (
    <div className="flex flex-col gap-4">
      <div className="grid grid-cols-[minmax(0,10rem)_1fr] items-start gap-4">
        <Field label="Pieces" error={enough ? undefined : rule}>
          <QuantityInput value={quantity} onChange={setQuantity} min={product.moq} name="quantity" />
        </Field>
        <p role="status" className="pt-8 text-lead">
          {enough ? (
            <>
              <Price money={priceAt(product.price, product.breaks, quantity)} per="piece" />
              <Approx money={priceAt(product.price, product.breaks, quantity)} />
            </>
          ) : null}
        </p>
      </div>
      <BreakTable product={product} quantity={enough ? quantity : undefined} />
      <ButtonLink
        to={quoteLink(product, quantity ?? product.moq)}
        variant="primary"
        size="large"
        onClick={() => noteInterestIn(product.productId, "quote")}
        className="self-start"
      >
        Quote this
      </ButtonLink>
      <RateNote rates={undefined} />
      <p className="text-small text-ink-3">
        A quote prices your own fabric, sizes and decoration line by line, so it can differ from this listing's price.
      </p>
    </div>
  );
}

type Step = { readonly from: number; readonly price: Money };

function BreakTable({ product, quantity }: { readonly product: ProductPage; readonly quantity: number | undefined }) {
  const steps: readonly Step[] = [{ from: product.moq, price: product.price }, ...product.breaks];
  const reached = quantity === undefined ? undefined : steps.findLast((step) => step.from <= quantity);
  return (
    <table className="tnum w-full">
      <caption className="sr-only">Price a piece by quantity</caption>
      <thead>
        <tr className="border-b border-control text-small text-ink-2">
          <th scope="col" className="py-2 text-left font-medium">
            From
          </th>
          <th scope="col" className="py-2 text-right font-medium">
            A piece
          </th>
        </tr>
      </thead>
      <tbody>
        {steps.map((step) => (
          <tr key={step.from} className={clsx("border-b border-line", step === reached && "font-semibold")}>
            <th scope="row" className={clsx("py-2 text-left", step === reached ? "font-semibold" : "font-normal")}>
              {formatCount(step.from)} pieces
            </th>
            <td className="py-2 text-right">
              <Amount money={step.price} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
