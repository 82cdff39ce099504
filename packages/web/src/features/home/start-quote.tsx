import { garments, garmentTypes } from "@sleekapp/core/garment/facts";
import { MIN_QUANTITY } from "@sleekapp/core/pricing/facts";
import { useState } from "react";
import { useNavigate } from "react-router";
import { Button } from "../../ui/button.tsx";
import { Field, Input, Select } from "../../ui/field.tsx";

/** Garment and pieces, handed to the quote page in its address; works as a plain form before any script has run. */
export function StartQuote() {
  const navigate = useNavigate();
  const [error, setError] = useState<string | undefined>(undefined);
  return (
    <form
      action="/quote"
      method="get"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const form = new FormData(event.currentTarget);
        const pieces = Number(form.get("quantity"));
        if (!Number.isInteger(pieces) || pieces < MIN_QUANTITY) {
          setError(`The smallest run is ${MIN_QUANTITY} pieces.`);
          return;
        }
        void navigate(`/quote?${new URLSearchParams({ product: String(form.get("product")), quantity: String(pieces) })}`);
      }}
      className="mt-8 grid gap-3 sm:grid-cols-[minmax(0,1fr)_9rem_auto] sm:items-start"
    >
      <Field label="Garment">
        <Select name="product" defaultValue="t-shirt" className="h-12 sm:text-read">
          {garmentTypes.map((type) => (
            <option key={type} value={type}>
              {garments[type].plural}
            </option>
          ))}
        </Select>
      </Field>
      <Field label="Pieces" error={error}>
        <Input
          name="quantity"
          type="text"
          inputMode="numeric"
          defaultValue="200"
          autoComplete="off"
          onChange={() => setError(undefined)}
          className="tnum h-12 text-right sm:text-read"
        />
      </Field>
      <Button type="submit" variant="primary" size="large" className="sm:mt-[1.625rem]">
        See the price range
      </Button>
    </form>
  );
}
