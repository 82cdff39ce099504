import { addAddress, listAddresses, updateAddress } from "@sleekapp/contracts/account";
import type { AddressView } from "@sleekapp/core/address/model";
import { useId } from "react";
import { useForm } from "react-hook-form";
import { useCommand } from "../../lib/query.ts";
import { Button } from "../../ui/button.tsx";
import { CountrySelect } from "../../ui/country-select.tsx";
import { Sheet } from "../../ui/dialog.tsx";
import { FormError } from "../../ui/error-panel.tsx";
import { Field, Input } from "../../ui/field.tsx";
import { type AddressFields, addressOf, noAddress } from "../quote/answer/address.ts";

type Fields = AddressFields & { readonly label: string };

const least = (min: number, message: string) => ({ validate: (value: string) => value.trim().length >= min || message });

const valuesOf = (address: AddressView | undefined): Fields =>
  address === undefined ? { ...noAddress, label: "" } : { ...noAddress, ...address, company: address.company ?? "", region: address.region ?? "" };

type AddressSheetProps = { readonly address: AddressView | undefined; readonly onClose: () => void };

/** An address of the book while it is written. */
export function AddressSheet({ address, onClose }: AddressSheetProps) {
  const formId = useId();
  const form = useForm<Fields>({ defaultValues: valuesOf(address) });
  const { errors } = form.formState;
  const settled = { refresh: [listAddresses], onSuccess: onClose };
  const add = useCommand(addAddress, settled);
  const change = useCommand(updateAddress, settled);
  const submit = form.handleSubmit((fields) => {
    const body = { ...addressOf(fields), label: fields.label.trim() };
    if (address === undefined) add.mutate({ body });
    else change.mutate({ params: { addressId: address.addressId }, body: { ...body, version: address.version } });
  });
  return (
    <Sheet
      open
      onClose={onClose}
      title={address === undefined ? "Add an address" : `Edit ${address.label}`}
      actions={
        <>
          <Button onClick={onClose}>Leave it</Button>
          <Button type="submit" form={formId} variant="primary" busy={add.isPending || change.isPending}>
            Save the address
          </Button>
        </>
      }
    >
      <form id={formId} noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-4">
        <Field label="What you call it" hint="Warehouse, shop, home." error={errors.label?.message} required>
          <Input maxLength={40} autoComplete="off" {...form.register("label", least(1, "Give it a name to find it by."))} />
        </Field>
        <Field label="Name" error={errors.name?.message} required>
          <Input autoComplete="shipping name" maxLength={100} {...form.register("name", least(2, "Write who receives the goods."))} />
        </Field>
        <Field label="Company (optional)">
          <Input autoComplete="shipping organization" maxLength={120} {...form.register("company")} />
        </Field>
        <Field label="Street and number" error={errors.street?.message} required>
          <Input autoComplete="shipping street-address" maxLength={160} {...form.register("street", least(3, "Write the street and number."))} />
        </Field>
        <Field label="Postcode" error={errors.postcode?.message} required>
          <Input autoComplete="shipping postal-code" maxLength={20} {...form.register("postcode", least(2, "Write the postcode."))} />
        </Field>
        <Field label="City" error={errors.city?.message} required>
          <Input autoComplete="shipping address-level2" maxLength={80} {...form.register("city", least(2, "Write the city."))} />
        </Field>
        <Field label="Region or state (optional)">
          <Input autoComplete="shipping address-level1" maxLength={80} {...form.register("region")} />
        </Field>
        <Field label="Country" error={errors.country?.message} required>
          <CountrySelect autoComplete="shipping country" {...form.register("country", { required: "Choose the country." })} />
        </Field>
        <FormError error={add.error ?? change.error} />
      </form>
    </Sheet>
  );
}
