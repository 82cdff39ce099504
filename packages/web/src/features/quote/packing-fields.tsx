import { Packaging, packagingNames } from "@sleekapp/core/garment/model";
import { Incoterm, incotermNames } from "@sleekapp/core/pricing/model";
import { CountrySelect } from "../../ui/country-select.tsx";
import { Field, Select } from "../../ui/field.tsx";
import type { StepProps } from "./wizard-parts.tsx";

/** How the pieces are packed, and how far they are brought. */
export function PackingFields({ form, set, problems }: StepProps) {
  return (
    <>
      <Field label="Packing (optional)" hint="Left open: folded into cartons.">
        <Select value={form.packaging ?? ""} onChange={(event) => set({ packaging: Packaging.safeParse(event.target.value).data })}>
          <option value="">As usual</option>
          {Packaging.options.map((option) => (
            <option key={option} value={option}>
              {packagingNames[option]}
            </option>
          ))}
        </Select>
      </Field>
      <Field label="Delivery (optional)" hint="Left open: freight and duties are not part of the price.">
        <Select value={form.incoterm ?? ""} onChange={(event) => set({ incoterm: Incoterm.safeParse(event.target.value).data })}>
          <option value="">Not part of the price</option>
          {Incoterm.options.map((option) => (
            <option key={option} value={option}>
              {incotermNames[option]}
            </option>
          ))}
        </Select>
      </Field>
      {form.incoterm ? (
        <Field label="Destination" error={problems.country} required={form.incoterm === "DDP"}>
          <CountrySelect
            value={form.country ?? ""}
            onChange={(event) => set({ country: event.target.value === "" ? undefined : event.target.value })}
          />
        </Field>
      ) : null}
    </>
  );
}
