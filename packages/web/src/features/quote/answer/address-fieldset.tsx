import type { FieldErrors, UseFormRegister } from "react-hook-form";
import { CountrySelect } from "../../../ui/country-select.tsx";
import { Field, Input } from "../../../ui/field.tsx";
import type { AddressFields } from "./address.ts";

type AddressFieldsetProps = { readonly register: UseFormRegister<AddressFields>; readonly errors: FieldErrors<AddressFields> };

const least = (min: number, message: string) => ({
  validate: (value: string) => value.trim().length >= min || message,
});

/** Where the goods go, in the order of an envelope. */
export function AddressFieldset({ register, errors }: AddressFieldsetProps) {
  return (
    <fieldset className="flex min-w-0 flex-col gap-4">
      <legend className="mb-3 font-medium">Ship to</legend>
      <Field label="Name" error={errors.name?.message} required>
        <Input autoComplete="shipping name" maxLength={100} {...register("name", least(2, "Write who receives the goods."))} />
      </Field>
      <Field label="Company (optional)">
        <Input autoComplete="shipping organization" maxLength={120} {...register("company")} />
      </Field>
      <Field label="Street and number" error={errors.street?.message} required>
        <Input autoComplete="shipping street-address" maxLength={160} {...register("street", least(3, "Write the street and number."))} />
      </Field>
      <div className="grid gap-4 sm:grid-cols-[8rem_1fr]">
        <Field label="Postcode" error={errors.postcode?.message} required>
          <Input autoComplete="shipping postal-code" maxLength={20} {...register("postcode", least(2, "Write the postcode."))} />
        </Field>
        <Field label="City" error={errors.city?.message} required>
          <Input autoComplete="shipping address-level2" maxLength={80} {...register("city", least(2, "Write the city."))} />
        </Field>
      </div>
      <Field label="Region or state (optional)">
        <Input autoComplete="shipping address-level1" maxLength={80} {...register("region")} />
      </Field>
      <Field label="Country" error={errors.country?.message} required>
        <CountrySelect autoComplete="shipping country" {...register("country", { required: "Choose the country." })} />
      </Field>
    </fieldset>
  );
}
