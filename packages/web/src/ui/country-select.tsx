import type { SelectHTMLAttributes } from "react";
import { countries } from "../lib/countries.ts";
import { Select } from "./field.tsx";

/** A country by its name, held as its two-letter code; inside a `Field`. */
export const CountrySelect = (props: Omit<SelectHTMLAttributes<HTMLSelectElement>, "children">) => (
  <Select autoComplete="country" {...props}>
    <option value="">Choose a country</option>
    {countries.map(({ code, name }) => (
      <option key={code} value={code}>
        {name}
      </option>
    ))}
  </Select>
);
