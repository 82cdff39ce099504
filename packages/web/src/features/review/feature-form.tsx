import { featureProduct, getMyProduct, getProductHistory } from "@sleekapp/contracts/catalog";
import type { ProductDraftView } from "@sleekapp/core/product/view";
import { useState } from "react";
import { useCommand } from "../../lib/query.ts";
import { Button } from "../../ui/button.tsx";
import { FormError } from "../../ui/error-panel.tsx";
import { Field, Input } from "../../ui/field.tsx";

/** Puts a live listing on the home page up to a day, or takes it off. */
export function FeatureForm({ product: { productId, featuredUntil } }: { readonly product: ProductDraftView }) {
  const [day, setDay] = useState(featuredUntil ?? "");
  const feature = useCommand(featureProduct, { refresh: [getMyProduct, getProductHistory] });
  const save = (until: string | null) => feature.mutate({ params: { productId }, body: { until } });
  return (
    <form
      noValidate
      className="flex flex-col gap-3 border-t border-line pt-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (day !== "") save(day);
      }}
    >
      <div className="flex flex-wrap items-end gap-3">
        <Field label="On the home page until" className="w-44">
          <Input type="date" name="until" value={day} onChange={(event) => setDay(event.target.value)} />
        </Field>
        <Button type="submit" busy={feature.isPending} disabled={day === ""}>
          Feature it
        </Button>
        {featuredUntil ? (
          <Button variant="quiet" onClick={() => save(null)}>
            Take it off
          </Button>
        ) : null}
      </div>
      <FormError error={feature.error} />
    </form>
  );
}
