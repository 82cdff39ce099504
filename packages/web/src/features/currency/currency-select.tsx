import { currencyOf, displayCurrencies } from "@sleekapp/core/exchange/facts";
import { setCurrency, useCurrency } from "../../lib/currency.ts";
import { Field, Select } from "../../ui/field.tsx";

/** In which currency amounts are shown beside US dollars, on this device. */
export function CurrencySelect() {
  const currency = useCurrency();
  return (
    <Field label="Also show prices in" className="max-w-44">
      <Select value={currency ?? ""} onChange={(event) => setCurrency(currencyOf(event.target.value))}>
        <option value="">US dollars only</option>
        {displayCurrencies.map((option) => (
          <option key={option} value={option}>
            {option}
          </option>
        ))}
      </Select>
    </Field>
  );
}
