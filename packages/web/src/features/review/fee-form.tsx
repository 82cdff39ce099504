import { getMyProduct, getProductHistory, setProductFee } from "@sleekapp/contracts/catalog";
import { MAX_FEE_BPS } from "@sleekapp/core/product/model";
import type { ProductDraftView } from "@sleekapp/core/product/view";
import { useState } from "react";
import { amountText, formatRate, parseAmount } from "../../lib/money.ts";
import { useCommand } from "../../lib/query.ts";
import { Button } from "../../ui/button.tsx";
import { FormError } from "../../ui/error-panel.tsx";
import { Field, Input } from "../../ui/field.tsx";
import { BuyerPrice } from "../product/terms-fields.tsx";

/** A share typed as people write it, in basis points; undefined when it is none that can be agreed. */
function bpsFrom(text: string): number | undefined {
  const bps = parseAmount(text.replace("%", ""));
  return bps === undefined || bps > MAX_FEE_BPS ? undefined : bps;
}

/** The platform's share of this listing, with what buyers pay beside it while it is typed. */
export function FeeForm({ product: { productId, version, feeBps, draft } }: { readonly product: ProductDraftView }) {
  const [typed, setTyped] = useState(() => amountText(feeBps));
  const wanted = bpsFrom(typed);
  const setFee = useCommand(setProductFee, { refresh: [getMyProduct, getProductHistory] });
  return (
    <form
      noValidate
      className="flex flex-col gap-3 border-t border-line pt-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (wanted !== undefined && wanted !== feeBps) setFee.mutate({ params: { productId }, body: { feeBps: wanted, version } });
      }}
    >
      <div className="flex flex-wrap items-end gap-x-4 gap-y-3">
        <Field
          label="The platform’s share, in per cent"
          className="w-56"
          error={wanted === undefined ? `A share from 0 % to ${formatRate(MAX_FEE_BPS)}, to the hundredth.` : undefined}
        >
          <Input name="fee" inputMode="decimal" autoComplete="off" maxLength={8} value={typed} onChange={(event) => setTyped(event.target.value)} />
        </Field>
        <BuyerPrice cents={draft.price?.amount} feeBps={wanted ?? feeBps} />
        <Button type="submit" busy={setFee.isPending} disabled={wanted === undefined || wanted === feeBps}>
          Set the share
        </Button>
      </div>
      <FormError error={setFee.error} />
    </form>
  );
}
