import { DisplayCurrency } from "@sleekapp/core/exchange/model";
import { setCurrency, useCurrency } from "../../lib/currency.ts";
import { Field, Select } from "../../ui/field.tsx";

/** In which currency amounts are shown beside US dollars, on this device. */
export function CurrencySelect() {
  const currency = useCurrency();
  return (
    <Field label="Also show prices in" className="max-w-44">
      <Select value={currency ?? ""} onChange={(event) => setCurrency(DisplayCurrency.safeParse(event.target.value).data)}>
        <option value="">US dollars only</option>
        {DisplayCurrency.options.map((option) => (
          <option key={option} value={option}>
            {option}
          </option>
        ))}
      </Select>
    </Field>
  );
}
